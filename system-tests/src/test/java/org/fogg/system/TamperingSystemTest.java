package org.fogg.system;

import static org.assertj.core.api.Assertions.assertThat;

import org.fogg.audit.report.AuditReport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What is changed by hand is noticed and named. */
@ExtendWith(SharedWorld.class)
class TamperingSystemTest {

    @Test
    void shouldNameTheTradeWhenItIsDeletedByHand(TestWorld world) {
        world.moveAndAwait("BP.L", "5.00");
        Trader trader = Trader.create(world, "10000");
        String order = trader.place("buy", 10, "BP.L", "market", "");
        trader.awaitStatus(order, "filled");
        try (Store store = Store.of(world.file())) {
            Runnable restore = store.deleteTrade(trader.id(), store.trades(trader.id()).get(0));

            AuditReport tampered = world.reconcile();
            restore.run();
            AuditReport restored = world.reconcile();

            assertThat(tampered.ok()).isFalse();
            assertThat(tampered.violations())
                    .anySatisfy(
                            violation ->
                                    assertThat(violation.toString())
                                            .contains(order)
                                            .contains("trades"));
            assertThat(restored.violations()).isEmpty();
        }
    }
}
