package org.fogg.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.fogg.system.OpenLoad.Accepted;
import org.fogg.system.OpenLoad.Outcome;
import org.fogg.system.Rest.Answer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Far more orders at once than a broker lets wait: what it accepts, it keeps. */
@ExtendWith(SharedWorld.class)
class OverloadSystemTest {

    private static final String STOCK = "BARC.L";
    private static final int TRADERS = 8;
    private static final int ORDERS = 1_200;
    private static final int RATE = 2_400;

    @Test
    void shouldKeepWhatItAcceptsAndSayWhatItDoesNotWhenOrdersComeAllAtOnce(TestWorld world) {
        world.moveAndAwait(STOCK, "20.00");
        List<Trader> traders =
                IntStream.range(0, TRADERS).mapToObj(i -> Trader.create(world, "100000")).toList();

        Outcome outcome = new OpenLoad(traders, STOCK, "10.00").run(ORDERS, RATE);

        assertThat(outcome.wrong).as(outcome.toString()).isEmpty();
        assertThat(outcome.sent()).isEqualTo(ORDERS);
        assertThat(outcome.accepted).as(outcome.toString()).isNotEmpty();
        for (Accepted accepted : outcome.accepted) {
            Answer kept =
                    Wait.until(
                            "order " + accepted.id(),
                            () -> accepted.trader().order(accepted.id()),
                            answer -> answer.status() != 503);
            assertThat(kept.text("client_order_id")).isEqualTo(accepted.clientOrderId());
            assertThat(kept.text("status")).as(kept.toString()).isEqualTo("new");
        }
        assertThat(world.reconcile().violations()).isEmpty();
    }
}
