package org.fogg.broker.projection;

import static org.assertj.core.api.Assertions.assertThat;

import com.datastax.oss.driver.api.core.cql.Row;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.fogg.broker.TestCassandra;
import org.fogg.broker.home.Home;
import org.fogg.broker.journal.DurableEntry;
import org.fogg.broker.journal.Effect;
import org.fogg.broker.projection.Projector.ShardMarks;
import org.fogg.core.engine.AccountSnapshot;
import org.fogg.core.engine.Decision.AccountOpened;
import org.fogg.core.engine.Decision.OrderAccepted;
import org.fogg.core.engine.Decision.OrderTraded;
import org.fogg.core.engine.HoldingSnapshot;
import org.fogg.core.order.OrderSnapshot;
import org.fogg.core.order.OrderStatus;
import org.fogg.core.order.OrderTerms;
import org.fogg.core.order.OrderType;
import org.fogg.core.order.Reason;
import org.fogg.core.order.Side;
import org.fogg.core.order.TimeInForce;
import org.fogg.stack.ServerKind;
import org.fogg.stack.Servers;
import org.fogg.stack.junit.UseServers;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@UseServers(ServerKind.CASSANDRA)
class CassandraProjectorIT {

    private static final long AT = 1_700_000_000_000_000_000L;

    private final Servers servers;
    private final int shard = TestCassandra.newNumber();
    private final UUID trader = UUID.randomUUID();
    private final OrderTerms terms =
            new OrderTerms(
                    UUID.randomUUID(),
                    trader,
                    "mine",
                    10_001,
                    Side.BUY,
                    OrderType.LIMIT,
                    TimeInForce.GTC,
                    10,
                    50_0000,
                    0,
                    0);
    private TestCassandra cassandra;
    private CassandraProjector projector;

    CassandraProjectorIT(Servers servers) {
        this.servers = servers;
    }

    @BeforeEach
    void connect() throws InterruptedException {
        cassandra = new TestCassandra(servers);
        projector =
                new CassandraProjector(
                        cassandra.session(), cassandra.keyspace(), cassandra.timer(), Home.ONLY);
    }

    @AfterEach
    void disconnect() {
        cassandra.close();
    }

    private void project(DurableEntry entry) throws InterruptedException {
        var done = new CountDownLatch(1);
        projector.project(entry, () -> true, done::countDown);
        assertThat(done.await(2, TimeUnit.MINUTES)).isTrue();
    }

    private DurableEntry opened() {
        return new DurableEntry(
                shard,
                1,
                AT,
                List.of(
                        new Effect(
                                new AccountOpened(UUID.randomUUID(), trader, 1000_0000, AT),
                                null,
                                null,
                                account(1000_0000, 0, 0),
                                null,
                                null,
                                0,
                                null)));
    }

    private DurableEntry accepted() {
        return new DurableEntry(shard, 2, AT, List.of(acceptance()));
    }

    private Effect acceptance() {
        return new Effect(
                new OrderAccepted(terms, 50_0000, 7, 51_0000, AT),
                order(OrderStatus.NEW, 1, 0),
                null,
                account(1000_0000, 500_0000, 1),
                null,
                null,
                0,
                null);
    }

    private DurableEntry traded() {
        return new DurableEntry(shard, 3, AT, List.of(trade(1, 4, 4), trade(2, 6, 10)));
    }

    private Effect trade(long executionId, long quantity, long filled) {
        var decision =
                new OrderTraded(
                        terms.orderId(),
                        trader,
                        10_001,
                        Side.BUY,
                        1,
                        executionId,
                        1,
                        (int) executionId,
                        quantity,
                        50_0000,
                        8,
                        8,
                        AT,
                        AT);
        return new Effect(
                decision,
                order(
                        filled == 10 ? OrderStatus.FILLED : OrderStatus.PARTIALLY_FILLED,
                        (int) executionId + 1,
                        filled),
                null,
                account(
                        1000_0000 - 50_0000 * filled,
                        50_0000 * (10 - filled),
                        filled == 10 ? 0 : 1),
                new HoldingSnapshot(trader, 10_001, filled, 50_0000 * filled),
                null,
                0,
                null);
    }

    private AccountSnapshot account(long cash, long reserved, int open) {
        return new AccountSnapshot(trader, cash, reserved, open, false, AT);
    }

    private OrderSnapshot order(OrderStatus status, int version, long filled) {
        return new OrderSnapshot(
                terms,
                status,
                Reason.NONE,
                version,
                50_0000,
                7,
                51_0000,
                filled,
                50_0000 * filled,
                AT,
                AT,
                0,
                0,
                null,
                null);
    }

    private Map<String, String> tables() {
        Map<String, String> tables = new TreeMap<>();
        for (String table :
                List.of("accounts", "holdings", "orders", "orders_by_trader", "trades", "ledger")) {
            List<String> rows = new ArrayList<>();
            for (Row row :
                    cassandra
                            .session()
                            .execute("SELECT * FROM " + cassandra.keyspace() + "." + table)) {
                rows.add(row.getFormattedContents());
            }
            tables.put(table, String.join("\n", rows));
        }
        return tables;
    }

    @Test
    void shouldLeaveTheSameTablesWhenEntriesComeTwiceOrInAnyOrder() throws Exception {
        var opened = opened();
        project(opened);
        project(accepted());
        project(traded());
        Map<String, String> once = tables();

        project(traded());
        project(opened);
        project(accepted());

        assertThat(tables()).isEqualTo(once);
    }

    @Test
    void shouldKeepTheLatestRowWhenAFormerOwnerWritesLate() throws Exception {
        project(traded());

        project(accepted());

        Row order =
                cassandra
                        .session()
                        .execute(
                                "SELECT * FROM "
                                        + cassandra.keyspace()
                                        + ".orders WHERE order_id = "
                                        + terms.orderId())
                        .one();
        assertThat(order.getLong("filled_quantity")).isEqualTo(10);
        assertThat(order.getLong("version")).isEqualTo(3);
    }

    @Test
    void shouldWriteLedgerLinesThatSumToZeroInEachAsset() throws Exception {
        project(opened());
        project(traded());

        Map<String, Long> sums = new TreeMap<>();
        Map<String, Long> traders = new TreeMap<>();
        for (Row line :
                cassandra
                        .session()
                        .execute(
                                "SELECT * FROM "
                                        + cassandra.keyspace()
                                        + ".ledger WHERE trader_id = "
                                        + trader
                                        + " ALLOW FILTERING")) {
            String asset = line.getString("asset");
            sums.merge(asset, line.getLong("amount"), Long::sum);
            if ("trader".equals(line.getString("account"))) {
                traders.merge(asset, line.getLong("amount"), Long::sum);
            }
        }
        assertThat(sums).containsEntry("USD", 0L).containsEntry("stock:10001", 0L);
        assertThat(traders).containsEntry("USD", 500_0000L).containsEntry("stock:10001", 10L);
    }

    @Test
    void shouldNeverTakeMarksBack() throws InterruptedException {
        projector.recordMarks(shard, new ShardMarks(9, 7));
        projector.recordMarks(shard, new ShardMarks(4, 8));

        long deadline = System.nanoTime() + TimeUnit.MINUTES.toNanos(2);
        while (!projector.marks(shard).equals(new ShardMarks(9, 8))) {
            assertThat(System.nanoTime()).isLessThan(deadline);
        }
        assertThat(projector.marks(shard + 1)).isEqualTo(ShardMarks.NONE);
    }
}
