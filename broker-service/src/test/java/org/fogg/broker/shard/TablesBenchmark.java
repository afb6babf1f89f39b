package org.fogg.broker.shard;

import com.datastax.oss.driver.api.core.CqlSession;
import com.datastax.oss.driver.api.core.cql.Row;
import java.lang.management.ManagementFactory;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import org.fogg.broker.TestCassandra;
import org.fogg.broker.command.Command;
import org.fogg.broker.command.CommandAnswer;
import org.fogg.broker.snapshot.SnapshotHead;
import org.fogg.broker.snapshot.SnapshotSettings;
import org.fogg.contracts.Ids;
import org.fogg.contracts.Keyspaces;
import org.fogg.core.order.OrderTerms;
import org.fogg.core.order.OrderType;
import org.fogg.core.order.Reason;
import org.fogg.core.order.Side;
import org.fogg.core.order.TimeInForce;
import org.fogg.core.owner.JournalEntry;
import org.fogg.stack.CassandraSpec;
import org.fogg.stack.LocalStack;
import org.fogg.stack.ServerState;
import org.fogg.stack.Servers;
import org.fogg.stack.StackListener;
import org.fogg.stack.process.ProcessIdentity;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Measures docs/benchmarks/tables.md: what a shard's tables look like, and how long reading it
 * takes, before and after so many orders were placed and closed. No test by its name, so only where
 * it is asked for. {@code -Dfogg.benchmark} is the number of orders, {@code -Dfogg.benchmark.every}
 * after how many entries a snapshot is made.
 */
class TablesBenchmark {

    private static final long CASH = 100_000_000_0000L;
    private static final long LOW = ChurnWorld.PRICE / 2;
    private static final int TRADERS = 1_000;

    /** A trader's orders come in rows of so many, as they would from a strategy. */
    private static final int IN_A_ROW = 10;

    private static final int AT_ONCE = 200;
    private static final int OPEN = 1_000;

    /** Of so many orders one is filled at once, and some rest until as many others have come. */
    private static final int MIX = 10;

    private static final int RESTING = 2;

    private static final int TIMES = 5;

    private final int orders = Integer.getInteger("fogg.benchmark", 10_000);
    private final int every = Integer.getInteger("fogg.benchmark.every", 500);
    private final List<UUID> traders = new ArrayList<>();
    private final ArrayDeque<OrderTerms> resting = new ArrayDeque<>();
    private final ScheduledExecutorService pauses = Executors.newScheduledThreadPool(1);
    private final String georegion = TestCassandra.newGeoregion();
    private final String keyspace = Keyspaces.of(georegion);
    @TempDir private Path folder;
    private int placed;

    @Test
    void measure() throws Exception {
        LocalStack stack = LocalStack.in(folder).tiedTo(ProcessIdentity.current());
        CassandraSpec spec = CassandraSpec.single(Servers.LOCAL_DC).withPort(0);
        ServerState node = stack.start(List.of(spec), StackListener.SILENT).get(0);
        try (CqlSession session = connect(node);
                var figures = new TableFigures(((CassandraSpec) node.spec()).jmxPort())) {
            TestCassandra.migrate(session, Servers.LOCAL_DC, georegion);
            var settings = new SnapshotSettings(every, true);
            try (var world = new ChurnWorld(session, keyspace, pauses, settings)) {
                measure(world, session, figures);
            }
        } finally {
            pauses.shutdownNow();
            stack.stop(StackListener.SILENT);
        }
    }

    private static CqlSession connect(ServerState node) {
        var at = new InetSocketAddress(node.spec().host(), node.spec().port());
        return TestCassandra.connect(at, Servers.LOCAL_DC);
    }

    private void measure(ChurnWorld world, CqlSession session, TableFigures figures)
            throws Exception {
        world.takeOver();
        OrderTerms first = begin(world);
        long memoryBefore = memory();
        List<RecoverySplit> before = rebuilds(world);

        long start = System.nanoTime();
        churn(world);
        long took = System.nanoTime() - start;
        long memoryAfter = memory();
        repeat(world, first);
        List<RecoverySplit> after = rebuilds(world);
        repeat(world, first);

        world.handOver();
        TableFigures.Reads reads = figures.traced(session, world::takeOver);
        world.handOver();
        System.out.printf(
                "%d orders placed and closed in %d s, %d a second%n",
                orders, took / 1_000_000_000, orders * 1_000_000_000L / took);
        tellJournal(world, session);
        tellSnapshots(world, session);
        System.out.printf("memory of one owner: %d -> %d MiB%n", memoryBefore, memoryAfter);
        tell("rebuild before", before);
        tell("rebuild after ", after);
        System.out.printf("ratio of the medians: %.2f%n", (double) median(after) / median(before));
        System.out.println("one rebuild: " + reads);
        tellTables(session, figures);
    }

    /** Opens the accounts, and so many orders that rest; the first of all is canceled. */
    private OrderTerms begin(ChurnWorld world) {
        for (int i = 0; i < TRADERS; i++) {
            UUID trader = UUID.randomUUID();
            traders.add(trader);
            world.command(
                    origin -> new Command.OpenAccount(origin, trader, CASH),
                    TablesBenchmark::check);
        }
        world.workUntil(() -> world.underWay() == 0);
        OrderTerms first = terms(traders.get(0), OrderType.LIMIT);
        check(world.ask(origin -> new Command.PlaceOrder(origin, first)));
        check(
                world.ask(
                        origin ->
                                new Command.CancelOrder(
                                        origin, first.traderId(), first.orderId())));
        while (resting.size() < OPEN) {
            place(world);
        }
        world.workUntil(() -> world.underWay() == 0);
        return first;
    }

    /** Places and closes, so that at each time as many rest as at the beginning. */
    private void churn(ChurnWorld world) {
        int end = placed + orders;
        while (placed < end) {
            world.workUntil(() -> world.underWay() < AT_ONCE);
            place(world);
            if (resting.size() > OPEN) {
                cancel(world, resting.removeFirst());
            }
            if (placed % 100_000 == 0) {
                System.out.printf("(%d orders)%n", placed);
            }
        }
        world.workUntil(() -> world.underWay() == 0);
    }

    private void place(ChurnWorld world) {
        UUID trader = traders.get(placed / IN_A_ROW % TRADERS);
        int kind = placed++ % MIX;
        OrderTerms order = terms(trader, kind == 0 ? OrderType.MARKET : OrderType.LIMIT);
        world.command(origin -> new Command.PlaceOrder(origin, order), TablesBenchmark::check);
        if (resting.size() < OPEN || kind > 0 && kind <= RESTING) {
            if (kind > 0) {
                resting.addLast(order);
            }
        } else if (kind > RESTING) {
            cancel(world, order);
        }
    }

    private static void cancel(ChurnWorld world, OrderTerms order) {
        world.command(
                origin -> new Command.CancelOrder(origin, order.traderId(), order.orderId()),
                TablesBenchmark::check);
    }

    private static OrderTerms terms(UUID trader, OrderType type) {
        String id = UUID.randomUUID().toString();
        return new OrderTerms(
                Ids.orderId(trader, id),
                trader,
                id,
                ChurnWorld.STOCK.id(),
                Side.BUY,
                type,
                TimeInForce.GTC,
                1,
                type == OrderType.LIMIT ? LOW : 0,
                0,
                0);
    }

    private static void check(CommandAnswer answer) {
        if (answer.reason() != Reason.NONE) {
            throw new IllegalStateException("Not done: " + answer);
        }
    }

    /** The first order, asked for again: the same order, long canceled. */
    private static void repeat(ChurnWorld world, OrderTerms first) {
        CommandAnswer again = world.ask(origin -> new Command.PlaceOrder(origin, first));
        // It closed so long ago, in the larger runs, that it comes without its order.
        if (again.reason() != Reason.NONE
                || (again.order() != null && !again.order().terms().equals(first))) {
            throw new IllegalStateException("Not recognised: " + again);
        }
        System.out.println("the first order's client id is recognised");
    }

    private static List<RecoverySplit> rebuilds(ChurnWorld world) {
        List<RecoverySplit> splits = new ArrayList<>();
        for (int i = 0; i < TIMES; i++) {
            world.handOver();
            splits.add(world.takeOver());
        }
        return splits;
    }

    private static long median(List<RecoverySplit> splits) {
        return splits.stream().mapToLong(TablesBenchmark::nanos).sorted().toArray()[TIMES / 2];
    }

    private static long nanos(RecoverySplit split) {
        return split.snapshotNanos() + split.journalNanos();
    }

    private static void tell(String what, List<RecoverySplit> splits) {
        RecoverySplit last = splits.get(TIMES - 1);
        System.out.printf(
                "%s: %d ms; the last from snapshot %d in %d ms, %d entries in %d ms%n",
                what,
                median(splits) / 1_000_000,
                last.snapshot(),
                last.snapshotNanos() / 1_000_000,
                last.entries(),
                last.journalNanos() / 1_000_000);
    }

    private void tellJournal(ChurnWorld world, CqlSession session) {
        Map<Long, long[]> segments = new TreeMap<>();
        for (Row row : session.execute("SELECT segment, entry FROM " + keyspace + ".journal")) {
            if (!row.isNull(1)) {
                long[] sums = segments.computeIfAbsent(row.getLong(0), segment -> new long[3]);
                int size = row.getBytesUnsafe(1).remaining();
                sums[0]++;
                sums[1] += size;
                sums[2] = Math.max(sums[2], size);
            }
        }
        long last = ((TreeMap<Long, long[]>) segments).lastKey();
        long removed = 0;
        while (world.journal.isRemoved(1, ChurnWorld.SHARD, removed)) {
            removed++;
        }
        long entries = last * JournalEntry.SEGMENT + segments.get(last)[0];
        System.out.printf(
                "journal: %d entries, %.1f orders each; %d segments there, %d removed%n",
                entries, (double) orders / entries, segments.size(), removed);
        segments.forEach(
                (segment, sums) ->
                        System.out.printf(
                                "  segment %d: %d entries, %d KiB, the largest %d bytes%n",
                                segment, sums[0], sums[1] / 1024, sums[2]));
    }

    private void tellSnapshots(ChurnWorld world, CqlSession session) {
        for (SnapshotHead head : world.store.heads(ChurnWorld.SHARD)) {
            long chunks = 0;
            long bytes = 0;
            long rows = -1;
            for (int part = 0; rows != 0; part++) {
                rows = 0;
                for (Row row :
                        session.execute(
                                "SELECT content FROM "
                                        + keyspace
                                        + ".snapshot_chunks WHERE shard = ? AND sequence = ?"
                                        + " AND part = ?",
                                ChurnWorld.SHARD,
                                head.sequence(),
                                part)) {
                    rows++;
                    bytes += row.getBytesUnsafe(0).remaining();
                }
                chunks += rows;
            }
            System.out.printf(
                    "snapshot %d %s: %d chunks, %d KiB%n",
                    head.sequence(), head.state(), chunks, bytes / 1024);
        }
    }

    private void tellTables(CqlSession session, TableFigures figures) throws Exception {
        figures.flush(keyspace);
        figures.compact(keyspace);
        System.out.println("table, KiB on disk, its largest partition [KiB], partitions");
        for (Row row :
                session.execute(
                        "SELECT table_name FROM system_schema.tables WHERE keyspace_name = ?",
                        keyspace)) {
            tellTable(figures, keyspace, String.valueOf(row.getString(0)));
        }
        figures.flush("system");
        tellTable(figures, "system", "paxos");
        for (Row row :
                session.execute(
                        "SELECT TTL(most_recent_commit) AS ttl, count(*) AS rows"
                                + " FROM system.paxos LIMIT 1")) {
            System.out.printf(
                    "paxos: %d rows, one of them for %d s more%n",
                    row.getLong("rows"), row.getInt("ttl"));
        }
    }

    private static void tellTable(TableFigures figures, String keyspace, String table)
            throws Exception {
        long bytes = figures.count(keyspace, table, "LiveDiskSpaceUsed");
        long largest = figures.gauge(keyspace, table, "MaxPartitionSize");
        if (bytes > 0) {
            System.out.printf(
                    "  %s.%s %d %d %d%n",
                    keyspace,
                    table,
                    bytes / 1024,
                    largest / 1024,
                    figures.gauge(keyspace, table, "EstimatedPartitionCount"));
        }
    }

    private static long memory() {
        System.gc();
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed() >> 20;
    }
}
