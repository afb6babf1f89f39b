package org.fogg.system;

import static org.assertj.core.api.Assertions.assertThat;

import org.fogg.launcher.world.StatusReport;
import org.fogg.system.Rest.Answer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A part that is away is told of at once, and does its work again when it is back. */
@ExtendWith(SharedWorld.class)
class OutageSystemTest {

    private static final String STOCK = "GSK.L";

    @AfterAll
    static void shouldAgreeInEveryRecordAfterAllOutages(TestWorld world) {
        assertThat(world.reconcile().violations()).isEmpty();
    }

    @Test
    void shouldAnswerUnavailableAndRecoverWhenKafkaIsAway(TestWorld world) throws Exception {
        checkOutage(world, world.status().kafka().pid(), "\"kafka\":\"away\"");
    }

    @Test
    void shouldAnswerUnavailableAndRecoverWhenCassandraIsAway(TestWorld world) throws Exception {
        StatusReport.Georegion europe = world.status().georegions().get(0);

        checkOutage(world, europe.cassandra().get(0).pid(), "\"cassandra\":\"away\"");
    }

    @Test
    void shouldAnswerUnavailableAndRecoverWhenTheExchangesAreAway(TestWorld world)
            throws Exception {
        checkOutage(world, world.status().exchanges().get(0).pid(), "\"exchangesAway\":[\"X");
    }

    /**
     * @param named what health says of it
     */
    private static void checkOutage(TestWorld world, long pid, String named) throws Exception {
        world.moveAndAwait(STOCK, "20.00");
        Trader trader = Trader.create(world, "10000");
        trader.awaitStatus(trader.place("buy", 1, STOCK, "market", ""), "filled");

        world.kill(pid);
        try {
            Answer away =
                    Wait.until(
                            "503 and " + named,
                            () -> trader.tryPlace("buy", 1, STOCK, "market", ""),
                            answer -> answer.status() == 503);
            assertThat(away.message()).isNotBlank();
            Wait.until(
                    "health with " + named,
                    () -> world.management().get("/actuator/health").body().toString(),
                    health -> health.contains(named));
        } finally {
            world.up();
        }
        Answer back =
                Wait.until(
                        "an order after " + named,
                        () -> trader.tryPlace("buy", 1, STOCK, "market", ""),
                        answer -> answer.status() == 200);

        trader.awaitStatus(back.text("id"), "filled");
        Wait.until("ready again", world::status, StatusReport::ready);
    }
}
