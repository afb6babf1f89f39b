package org.fogg.broker;

import com.datastax.oss.driver.api.core.CqlSession;
import com.datastax.oss.driver.api.core.cql.Row;
import com.datastax.oss.driver.api.core.cql.SimpleStatement;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Semaphore;
import java.util.concurrent.locks.LockSupport;
import org.fogg.broker.market.Stock;
import org.fogg.contracts.Ids;
import org.fogg.contracts.Keyspaces;
import org.fogg.core.order.OrderTerms;
import org.fogg.core.order.OrderType;
import org.fogg.core.order.Reason;
import org.fogg.core.order.Side;
import org.fogg.core.order.TimeInForce;
import org.fogg.stack.ServerKind;
import org.fogg.stack.Servers;
import org.fogg.stack.junit.UseServers;
import org.junit.jupiter.api.Test;

/**
 * Measures docs/benchmarks/recovery.md: from the start of a broker's process to the first trade of
 * each shard, after {@code kill -9} of the one before, with so many orders open. A price that meets
 * one order a shard comes while nobody watches, so the first trigger is the end of the recovery. No
 * test by its name, so only where it is asked for; {@code -Dfogg.benchmark} lists how many orders.
 */
@UseServers({ServerKind.CASSANDRA, ServerKind.KAFKA})
class RecoveryBenchmark {

    private static final long CASH = 1_000_000_0000L;
    private static final int SHARDS = TestSettings.SHARDS;
    private static final int TRADERS_PER_SHARD = 100;
    private static final int AT_ONCE = 800;
    private static final int HEAP_MIB = 1_500;
    private static final Duration BEYOND_THE_SESSION = Duration.ofSeconds(10);
    private static final Duration PATIENCE = Duration.ofMinutes(15);

    private final Servers servers;
    private final String georegion = TestCassandra.newGeoregion();
    private final String keyspace = Keyspaces.of(georegion);
    private final List<UUID> traders = new ArrayList<>();
    private Stock stock;
    private long market;
    private int placed;

    RecoveryBenchmark(Servers servers) {
        this.servers = servers;
    }

    @Test
    void measure() throws Exception {
        int[] counts =
                Arrays.stream(System.getProperty("fogg.benchmark", "1000,10000,100000").split(","))
                        .mapToInt(Integer::parseInt)
                        .toArray();
        try (var exchange = new TestExchange(georegion, servers.kafka(), 0);
                CqlSession session = TestCassandra.connect(servers)) {
            System.out.println("orders open, first triggers after [ms], bare read of the journal");
            measure(exchange, session, 0);
            for (int count : counts) {
                measure(exchange, session, count);
            }
        }
    }

    private void measure(TestExchange exchange, CqlSession session, int count) throws Exception {
        List<OrderTerms> watched = place(count);
        BrokerProcess former = new BrokerProcess(servers, georegion, 1, HEAP_MIB);
        awaitShards(former);
        former.close();
        pause(BEYOND_THE_SESSION);
        exchange.price(stock.exchange().code(), stock.symbol(), price(watched.get(0).limitPrice()));
        pause(Duration.ofSeconds(1));

        long start = System.nanoTime();
        BrokerProcess next = new BrokerProcess(servers, georegion, 1, HEAP_MIB);
        for (OrderTerms order : watched) {
            awaitFilled(session, order);
        }
        long took = System.nanoTime() - start;
        System.out.printf("%d %d %s%n", count, took / 1_000_000, read(session));
        next.close();
        exchange.price(stock.exchange().code(), stock.symbol(), price(market));
        pause(BEYOND_THE_SESSION);
    }

    /** Brings the open orders to so many, and adds one a shard that is nearer to the market. */
    private List<OrderTerms> place(int count) throws Exception {
        var at = new TestSettings.At(servers.cassandra(), servers.localDc(), servers.kafka());
        var settings = TestSettings.of(georegion, 0, at, TestSettings.NO_SNAPSHOTS);
        try (var side = new ExecutionSide(settings, new SimpleMeterRegistry())) {
            side.start();
            Deadline.await(
                    PATIENCE,
                    () ->
                            side.health().status().owned().size() == SHARDS
                                    && side.health().status().isReady()
                                    && !side.directory().stocks().isEmpty()
                                    && side.board().price(first(side).id()) > 0);
            stock = first(side);
            market = side.board().price(stock.id());
            if (traders.isEmpty()) {
                openAccounts(side);
            }
            long low = market / 2 / 100 * 100;
            long start = System.nanoTime();
            int before = placed;
            Semaphore room = new Semaphore(AT_ONCE);
            while (placed < count) {
                room.acquire();
                OrderTerms order = buy(traders.get(placed++ % traders.size()), low);
                side.gateway()
                        .placeOrder(order)
                        .whenComplete(
                                (answer, failure) -> {
                                    room.release();
                                    if (failure != null || answer.reason() != Reason.NONE) {
                                        System.out.println("not placed: " + answer + failure);
                                    }
                                });
            }
            room.acquire(AT_ONCE);
            long millis = (System.nanoTime() - start) / 1_000_000;
            System.out.printf("(%d orders placed in %d ms)%n", placed - before, millis);
            List<OrderTerms> watched = new ArrayList<>();
            for (int shard = 0; shard < SHARDS; shard++) {
                OrderTerms order = buy(traders.get(shard), market - 100);
                side.gateway().placeOrder(order).join();
                watched.add(order);
            }
            return watched;
        }
    }

    private static Stock first(ExecutionSide side) {
        return side.directory().stocks().iterator().next();
    }

    /** So that the first ones are of different shards. */
    private void openAccounts(ExecutionSide side) {
        List<CompletableFuture<?>> opened = new ArrayList<>();
        for (int i = 0; i < SHARDS * TRADERS_PER_SHARD; i++) {
            UUID trader = UUID.randomUUID();
            while (Ids.shardOf(trader, SHARDS) != i % SHARDS) {
                trader = UUID.randomUUID();
            }
            traders.add(trader);
            opened.add(side.gateway().openAccount(UUID.randomUUID(), trader, CASH));
        }
        CompletableFuture.allOf(opened.toArray(CompletableFuture[]::new)).join();
    }

    private OrderTerms buy(UUID trader, long limit) {
        String id = UUID.randomUUID().toString();
        return new OrderTerms(
                Ids.orderId(trader, id),
                trader,
                id,
                stock.id(),
                Side.BUY,
                OrderType.LIMIT,
                TimeInForce.GTC,
                1,
                limit,
                0,
                0);
    }

    private static String price(long price) {
        return BigDecimal.valueOf(price, 4).toPlainString();
    }

    private static void awaitShards(BrokerProcess process) {
        Deadline.await(
                PATIENCE,
                () -> {
                    if (!process.isAlive()) {
                        throw new IllegalStateException("See " + process.log());
                    }
                    return process.takeOvers() == SHARDS;
                });
    }

    private void awaitFilled(CqlSession session, OrderTerms order) {
        SimpleStatement query =
                SimpleStatement.newInstance(
                        "SELECT filled_quantity FROM "
                                + keyspace
                                + ".orders WHERE order_id = "
                                + order.orderId());
        long end = System.nanoTime() + PATIENCE.toNanos();
        Row row = session.execute(query).one();
        while (row == null || row.getLong(0) != 1) {
            if (System.nanoTime() - end > 0) {
                throw new AssertionError("Not filled: " + order);
            }
            pause(Duration.ofMillis(5));
            row = session.execute(query).one();
        }
    }

    /** All rows of the journal, one page after the other. */
    private String read(CqlSession session) {
        long start = System.nanoTime();
        long rows = 0;
        long bytes = 0;
        for (Row row : session.execute("SELECT entry FROM " + keyspace + ".journal")) {
            rows++;
            bytes += row.getByteBuffer(0).remaining();
        }
        long millis = (System.nanoTime() - start) / 1_000_000;
        return "%d ms: %d entries, %d KiB".formatted(millis, rows, bytes / 1024);
    }

    private static void pause(Duration time) {
        LockSupport.parkNanos(time.toNanos());
    }
}
