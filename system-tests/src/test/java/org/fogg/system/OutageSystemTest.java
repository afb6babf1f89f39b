package org.fogg.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.fogg.launcher.world.StatusReport;
import org.fogg.system.Rest.Answer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A part that is away is told of at once, and does its work again when it is back. */
@ExtendWith(SharedWorld.class)
class OutageSystemTest {

    private static final String STOCK = "GSK.L";

    @Test
    void shouldAnswerUnavailableAndRecoverWhenKafkaIsAway(TestWorld world) throws Exception {
        checkOutage(world, world.status().kafka().pid(), "kafka");
    }

    @Test
    void shouldAnswerUnavailableAndRecoverWhenCassandraIsAway(TestWorld world) throws Exception {
        StatusReport.Georegion europe = world.status().georegions().get(0);

        checkOutage(world, europe.cassandra().get(0).pid(), "cassandra");
    }

    @Test
    void shouldAnswerUnavailableAndRecoverWhenTheExchangesAreAway(TestWorld world)
            throws Exception {
        checkOutage(world, world.status().exchanges().get(0).pid(), "exchange");
    }

    private static void checkOutage(TestWorld world, long pid, String named) throws Exception {
        world.moveAndAwait(STOCK, "20.00");
        Trader trader = Trader.create(world, "10000");
        trader.awaitStatus(trader.place("buy", 1, STOCK, "market", ""), "filled");

        world.kill(pid);
        Answer away =
                Wait.until(
                        "503 without " + named,
                        () -> trader.tryPlace("buy", 1, STOCK, "market", ""),
                        answer -> answer.status() == 503);
        Answer health =
                Wait.until(
                        "health without " + named,
                        () -> world.management().get("/actuator/health"),
                        answer -> answer.status() == 503);
        world.up();
        Answer back =
                Wait.until(
                        "an order after " + named + " is back",
                        () -> trader.tryPlace("buy", 1, STOCK, "market", ""),
                        answer -> answer.status() == 200);

        assertThat(away.took()).isLessThan(Duration.ofSeconds(3));
        assertThat(away.message()).isNotBlank();
        assertThat(health.body().toString()).containsIgnoringCase(named);
        trader.awaitStatus(back.text("id"), "filled");
        Wait.until("ready again", world::status, StatusReport::ready);
        assertThat(world.reconcile().violations()).isEmpty();
    }
}
