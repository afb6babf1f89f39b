package org.fogg.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import java.util.List;
import java.util.UUID;
import org.fogg.audit.client.ClientFiles;
import org.fogg.audit.life.EventRecord;
import org.fogg.audit.life.Step;
import org.fogg.audit.world.World;
import org.fogg.audit.world.Worlds;
import org.fogg.contracts.Ids;
import org.fogg.contracts.sbe.EventKind;
import org.fogg.contracts.sbe.OrderStatus;
import org.junit.jupiter.api.Test;

class OrderLifeTest {
    private final World world = Worlds.small();

    @Test
    void shouldTellEveryStepInOrderWhenAnOrderTradedAndWasReplaced() {
        OrderLife life = life(Worlds.LIMIT.orderId());

        assertThat(life.steps())
                .extracting(Step::ledger, Step::what)
                .containsExactly(
                        tuple("journal", "accepted"),
                        tuple("exchange", "refused"),
                        tuple("exchange", "filled"),
                        tuple("journal", "traded"),
                        tuple("event", "partial_fill"),
                        tuple("journal", "replaced"));
        assertThat(life.isKnown()).isTrue();
    }

    @Test
    void shouldTellJournalPlaceAndValuesWhenADecisionIsShown() {
        Step step = life(Worlds.REPLACEMENT.orderId()).steps().get(0);

        assertThat(step.shard()).isZero();
        assertThat(step.sequence()).isEqualTo(9);
        assertThat(step.n()).isZero();
        assertThat(step.details())
                .containsEntry("limit_price", "104.0000")
                .containsEntry("replaces", Worlds.LIMIT.orderId().toString())
                .containsEntry("client_order_id", "again");
        assertThat(step.text())
                .contains("journal   shard 0 sequence 9.0  accepted side=sell type=limit");
    }

    @Test
    void shouldTellHowItEndedWhenAnOrderWasClosedOrRests() {
        assertThat(life(Worlds.STOP.orderId()).steps())
                .extracting(Step::what)
                .containsExactly("accepted", "closed");
        assertThat(life(Worlds.RESTED.orderId()).text())
                .contains("rested limit_price=53.0000")
                .contains("stop_price=52.0000");
    }

    @Test
    void shouldTellTheRefusalWhenAnOrderWasRefused() {
        UUID refused = Ids.orderId(Worlds.BOB, "too much");

        assertThat(life(refused).steps()).extracting(Step::what).containsExactly("refused");
    }

    @Test
    void shouldFindTheOrderWhenItsTableRowIsLost() {
        world.orders.clear();

        assertThat(life(Worlds.BUY.orderId()).steps())
                .extracting(Step::what)
                .contains("accepted", "voided", "filled", "traded");
    }

    @Test
    void shouldKnowNothingWhenNoLedgerHasTheOrder() {
        OrderLife life = life(new UUID(6, 6));

        assertThat(life.isKnown()).isFalse();
        assertThat(life.text()).isEmpty();
    }

    private OrderLife life(UUID orderId) {
        EventRecord event =
                new EventRecord(
                        EventKind.PARTIAL_FILL,
                        0,
                        5,
                        at(),
                        at(),
                        Worlds.LIMIT.orderId(),
                        2,
                        OrderStatus.PARTIALLY_FILLED,
                        0,
                        3,
                        3,
                        3,
                        1_060_000,
                        7,
                        1);
        return OrderLife.of(
                MemorySources.of(world, new ClientFiles(List.of())),
                (georegion, reader) -> reader.accept(event),
                orderId);
    }

    private long at() {
        return world.trades.stream()
                .filter(trade -> trade.orderId().equals(Worlds.LIMIT.orderId()))
                .findFirst()
                .orElseThrow()
                .at();
    }
}
