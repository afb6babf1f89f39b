package org.fogg.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.fogg.audit.report.AuditReport;
import org.fogg.launcher.dc.Kill.Killed;
import org.fogg.launcher.dc.Restore.Restored;
import org.fogg.launcher.json.Json;
import org.fogg.launcher.world.StatusReport;
import org.fogg.launcher.world.WorldFile;
import org.fogg.launcher.world.WorldSettings;
import org.fogg.launcher.world.WorldSettings.Durability;
import org.fogg.stack.junit.SharedServers;
import org.fogg.system.Rest.Answer;
import org.fogg.system.TestWorld.Outcome;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/** A georegion with two data centres, of which first the one and then the other is lost. */
@Order(3)
class DataCentresSystemTest {

    private static final String FIRST = "europe-eu-central-1";
    private static final int SOME = 15;
    private static final TestWorld WORLD = TestWorld.in("world-of-a-pair");

    @BeforeAll
    static void start() throws Exception {
        SharedServers.stop();
        WORLD.world().down(System.out::println);
        WORLD.world().wipe();
        WORLD.up(WorldSettings.defaults().withDcs(2).withDurability(Durability.GEOREGION));
    }

    @AfterAll
    static void stop() throws Exception {
        WORLD.world().down(System.out::println);
    }

    @Test
    void shouldLoseNothingAcknowledgedWhenOneAndThenTheOtherDataCentreIsLost() throws Exception {
        WORLD.moveAndAwait("XLON", "SHEL.L", "40.00");
        String second = WORLD.file().georegions().get(0).cassandra().get(1).dc();
        assertThat(Store.dataCentres(WORLD.file(), "fogg_europe")).isEqualTo(Set.of(FIRST, second));
        Trader ann = Trader.create(WORLD, "10000000");
        Load load = new Load(ann);

        load.awaitMore();
        Killed first = Json.read(ran("kill-dc", FIRST), Killed.class);
        load.awaitMore();

        assertThat(first.home()).isEqualTo(second);
        assertThat(first.term()).isEqualTo(2);
        assertThat(first.other()).isEqualTo("diverged");
        load.requireAll();
        Restored restored = Json.read(ran("restore-dc", FIRST), Restored.class);
        assertThat(restored.home()).isEqualTo(second);
        Wait.until("ready again", WORLD::status, StatusReport::ready);
        load.awaitMore();

        // What is there now was copied, or written since.
        Killed other = Json.read(ran("kill-dc", second), Killed.class);
        load.awaitMore();
        load.stop();

        assertThat(other.home()).isEqualTo(FIRST);
        load.requireAll();
        AuditReport report = WORLD.reconcile();
        assertThat(report.violations()).isEmpty();
        assertThat(report.checked().orders()).isGreaterThanOrEqualTo(load.acknowledged.size());
        System.out.println(
                "Resumed after "
                        + first.resumedAfterMs()
                        + " and "
                        + other.resumedAfterMs()
                        + " ms");
        refusals(second);
    }

    private static void refusals(String lost) {
        Outcome last = WORLD.fogg("kill-dc", FIRST);
        Outcome unknown = WORLD.fogg("restore-dc", "mars-1");
        Outcome fine = WORLD.fogg("restore-dc", FIRST);

        assertThat(last.exitCode()).isEqualTo(1);
        assertThat(last.err()).contains("nothing would be left", "--force");
        assertThat(unknown.exitCode()).isEqualTo(2);
        assertThat(unknown.err()).contains("mars-1", FIRST, lost);
        assertThat(fine.exitCode()).isEqualTo(1);
    }

    private static String ran(String... command) {
        String[] json = {command[0], command[1], "--json", "-"};
        Outcome outcome = WORLD.fogg(json);
        assertThat(outcome.exitCode()).as(outcome.toString()).isZero();
        return outcome.out();
    }

    /** Places orders one after the other at whichever broker answers, until it is stopped. */
    private static final class Load {

        private final Map<String, String> acknowledged = new ConcurrentHashMap<>();
        private final AtomicBoolean stopped = new AtomicBoolean();
        private final List<Trader> everywhere;
        private final CompletableFuture<Void> running;

        Load(Trader trader) {
            everywhere =
                    WORLD.file().georegions().get(0).brokers().stream()
                            .map(WorldFile.Broker::url)
                            .map(trader::at)
                            .toList();
            running = CompletableFuture.runAsync(this::run);
        }

        private void run() {
            for (int n = 0; !stopped.get(); n++) {
                String id = UUID.randomUUID().toString();
                String body = ", \"client_order_id\": \"%s\"".formatted(id);
                boolean market = n % 3 == 0;
                String type = market ? "market" : "limit";
                String price = market ? "" : ", \"limit_price\": \"30.00\"";
                Answer placed = untilAnswered(n, type, price + body);
                assertThat(placed.status()).as(placed.toString()).isEqualTo(200);
                acknowledged.put(placed.text("id"), type);
            }
        }

        private Answer untilAnswered(int n, String type, String fields) {
            for (int tries = n; !Thread.currentThread().isInterrupted(); tries++) {
                try {
                    Answer answer =
                            everywhere
                                    .get(tries % everywhere.size())
                                    .tryPlace("buy", 1, "SHEL.L", type, fields);
                    if (answer.status() != 503) {
                        return answer;
                    }
                } catch (UncheckedIOException e) {
                    // That broker is gone.
                    continue;
                }
            }
            throw new IllegalStateException("Interrupted");
        }

        void awaitMore() {
            int before = acknowledged.size();
            Wait.until(
                    "more orders",
                    acknowledged::size,
                    now -> now > before + SOME || running.isDone());
            assertThat(running).isNotDone();
        }

        void stop() throws Exception {
            stopped.set(true);
            running.get(2, TimeUnit.MINUTES);
        }

        /** Every order that was taken is there, at a broker that is left. */
        void requireAll() {
            Trader left =
                    everywhere.stream().filter(each -> answers(each)).findFirst().orElseThrow();
            acknowledged.forEach(
                    (id, type) -> {
                        Answer order =
                                Wait.until(
                                        "order " + id,
                                        () -> left.order(id),
                                        answer -> answer.status() != 503);
                        assertThat(order.status()).as(order.toString()).isEqualTo(200);
                        if (type.equals("market")) {
                            left.awaitStatus(id, "filled");
                        } else {
                            assertThat(order.text("status")).isEqualTo("new");
                        }
                    });
        }

        private static boolean answers(Trader trader) {
            try {
                return trader.rest().get("/v2/account").status() == 200;
            } catch (UncheckedIOException e) {
                return false;
            }
        }
    }
}
