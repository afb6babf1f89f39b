package org.fogg.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import org.fogg.contracts.Ids;
import org.fogg.launcher.world.StatusReport;
import org.fogg.launcher.world.WorldSettings;
import org.fogg.system.Rest.Answer;
import org.junit.jupiter.api.Test;

/**
 * Measures docs/benchmarks/recovery.md: for how long no order is accepted on any shard when one of
 * two brokers is stopped, or killed, under load. Clients are at the other broker and send each
 * order again, with the same id, until it is accepted. No test by its name, so only where it is
 * asked for; {@code -Dfogg.benchmark} is how often each is done.
 */
class HandOverBenchmark {

    private static final String STOCK = "BARC.L";
    private static final int TRADERS_OF_A_SHARD = 2;
    private static final long BETWEEN_NS = 20_000_000;
    private static final long CALM_NS = 3_000_000_000L;
    private static final double MILLION = 1e6;

    private final int times = Integer.getInteger("fogg.benchmark", 5);
    private final List<Client> clients = new ArrayList<>();
    private final AtomicBoolean over = new AtomicBoolean();

    /** One trader's orders, one after the other; when each was accepted. */
    private static final class Client extends Thread {

        private final Trader trader;
        private final AtomicBoolean over;
        private final ConcurrentLinkedQueue<Long> acceptedAt = new ConcurrentLinkedQueue<>();
        private final Set<String> ids = new HashSet<>();
        private volatile long repeated;

        Client(Trader trader, AtomicBoolean over) {
            super("client of " + trader.id());
            this.trader = trader;
            this.over = over;
        }

        @Override
        public void run() {
            while (!over.get()) {
                String name = UUID.randomUUID().toString();
                String fields =
                        ", \"limit_price\": \"10.00\", \"client_order_id\": \"%s\"".formatted(name);
                Answer answer = trader.tryPlace("buy", 1, STOCK, "limit", fields);
                while (answer.status() != 200) {
                    repeated++;
                    LockSupport.parkNanos(BETWEEN_NS);
                    answer = trader.tryPlace("buy", 1, STOCK, "limit", fields);
                }
                acceptedAt.add(System.nanoTime());
                ids.add(answer.text("id"));
                LockSupport.parkNanos(BETWEEN_NS);
            }
        }

        /** The longest time without an accepted order, from a moment on. */
        double longestGapMillis(long from) {
            long last = from;
            long longest = 0;
            for (long at : acceptedAt) {
                if (at >= from) {
                    longest = Math.max(longest, at - last);
                    last = at;
                }
            }
            return Math.max(longest, System.nanoTime() - last) / MILLION;
        }
    }

    @Test
    void measure() throws Exception {
        TestWorld world = TestWorld.in("hand-over");
        world.world().down(line -> {});
        world.world().wipe();
        world.up(WorldSettings.defaults().withBrokers(2));
        try {
            world.moveAndAwait(STOCK, "20.00");
            for (int shard = 0; shard < WorldSettings.SHARDS; shard++) {
                for (int i = 0; i < TRADERS_OF_A_SHARD; i++) {
                    clients.add(new Client(traderOf(world, shard), over));
                }
            }
            clients.forEach(Thread::start);
            LockSupport.parkNanos(2 * CALM_NS);
            for (int i = 0; i < times; i++) {
                round(world, "planned stop", ProcessHandle::destroy);
                round(world, "kill -9", ProcessHandle::destroyForcibly);
            }
            over.set(true);
            check(world);
        } finally {
            over.set(true);
            world.world().down(line -> {});
        }
    }

    private static Trader traderOf(TestWorld world, int shard) {
        while (true) {
            Trader trader = Trader.create(world, "900000000");
            if (Ids.shardOf(UUID.fromString(trader.id()), WorldSettings.SHARDS) == shard) {
                return trader;
            }
        }
    }

    private void round(TestWorld world, String how, java.util.function.Consumer<ProcessHandle> stop)
            throws Exception {
        double calm = longestGap(CALM_NS);
        ProcessHandle broker = second(world);
        long from = System.nanoTime();
        stop.accept(broker);
        Wait.until("the end of a broker", broker::isAlive, alive -> !alive);
        long ended = System.nanoTime();
        Wait.until(
                "an order of every trader",
                () -> clients.stream().allMatch(client -> isAcceptedSince(client, ended)),
                each -> each);
        double gap = longestGapSince(from);
        long returns = System.nanoTime();
        world.up(WorldSettings.defaults().withBrokers(2));
        Wait.until("both brokers", world::status, StatusReport::ready);
        System.out.printf(
                Locale.ROOT,
                "%-12s longest gap %7.0f ms (before it %.0f ms), when it came back %7.0f ms,"
                        + " %d repetitions so far%n",
                how,
                gap,
                calm,
                longestGapSince(returns),
                clients.stream().mapToLong(client -> client.repeated).sum());
    }

    private double longestGapSince(long from) {
        return clients.stream().mapToDouble(c -> c.longestGapMillis(from)).max().orElse(0);
    }

    private double longestGap(long forNanos) {
        long from = System.nanoTime();
        LockSupport.parkNanos(forNanos);
        return longestGapSince(from);
    }

    private static boolean isAcceptedSince(Client client, long at) {
        return client.acceptedAt.stream().anyMatch(each -> each > at);
    }

    private static ProcessHandle second(TestWorld world) {
        long pid = world.status().georegions().get(0).brokers().get(1).pid();
        return ProcessHandle.of(pid).orElseThrow();
    }

    private void check(TestWorld world) throws InterruptedException {
        int orders = 0;
        for (Client client : clients) {
            client.join();
            orders += client.ids.size();
            assertThat(client.ids).hasSameSizeAs(client.acceptedAt);
        }
        assertThat(world.reconcile().violations()).isEmpty();
        System.out.println(orders + " accepted orders, each once; the auditor agrees");
    }
}
