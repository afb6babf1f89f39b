package org.fogg.core.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.fogg.core.engine.TestShard.END_OF_DAY;
import static org.fogg.core.engine.TestShard.TRADER;
import static org.fogg.core.engine.TestShard.UNIT;

import java.util.UUID;
import org.fogg.core.engine.ExecutionReport.Outcome;
import org.fogg.core.order.OrderSnapshot;
import org.fogg.core.order.OrderStatus;
import org.fogg.core.order.Reason;
import org.fogg.core.order.Side;
import org.fogg.core.order.TimeInForce;
import org.junit.jupiter.api.Test;

class ReplaceTest {

    private final TestShard shard = TestShard.holding(10, 1_000, 100);

    @Test
    void shouldTakeThePlaceOfTheOldOrderWhenQuantityShrinks() {
        UUID first = shard.place(shard.limit(Side.BUY, 5, 90));
        UUID second = shard.place(shard.limit(Side.BUY, 1, 90));
        ReplaceTerms change = shard.change(first, 4, 0, 0);

        shard.replace(change);

        OrderSnapshot old = shard.order(first);
        OrderSnapshot by = shard.order(change.newOrderId());
        assertThat(shard.lastResult()).isEqualTo(CommandResult.done(by));
        assertThat(old.status()).isEqualTo(OrderStatus.REPLACED);
        assertThat(old.replacedBy()).isEqualTo(change.newOrderId());
        assertThat(by.replaces()).isEqualTo(first);
        assertThat(by.terms().quantity()).isEqualTo(4);
        assertThat(by.terms().limitPrice()).isEqualTo(90 * UNIT);
        assertThat(by.terms().expiresAt()).isEqualTo(END_OF_DAY);
        assertThat(shard.reserved()).isEqualTo(450 * UNIT);
        assertThat(shard.engine.openOrders()).isEqualTo(2);
        assertTriggered(90, change.newOrderId(), second);
    }

    @Test
    void shouldGoToTheBackWhenQuantityGrowsOrPriceMoves() {
        UUID first = shard.place(shard.limit(Side.BUY, 1, 91));
        UUID second = shard.place(shard.limit(Side.BUY, 1, 90));
        UUID third = shard.place(shard.limit(Side.BUY, 1, 90));
        ReplaceTerms grown = shard.change(second, 2, 0, 0);
        shard.replace(grown);
        ReplaceTerms moved = shard.change(first, 0, 90, 0);
        shard.replace(moved);

        assertTriggered(90, third, grown.newOrderId(), moved.newOrderId());
    }

    @Test
    void shouldTradeAtOnceWhenNewPriceIsMet() {
        UUID id = shard.place(shard.limit(Side.BUY, 1, 90));
        ReplaceTerms change = shard.change(id, 0, 100, 0);

        shard.replace(change);

        assertThat(shard.lastRequest().terms().orderId()).isEqualTo(change.newOrderId());
        assertThat(shard.lastRequest().restsOn()).isEqualTo(shard.engine.decisionCount());
    }

    @Test
    void shouldAnswerTheSameWhenRepeated() {
        UUID id = shard.place(shard.limit(Side.BUY, 1, 90));
        ReplaceTerms change = shard.change(id, 2, 91, 0);
        shard.replace(change);
        CommandResult answer = shard.lastResult();
        long decisions = shard.engine.decisionCount();

        shard.replace(change);

        assertThat(shard.lastResult()).isEqualTo(answer);
        assertThat(shard.engine.decisionCount()).isEqualTo(decisions);
    }

    @Test
    void shouldRefuseWhenNewIdIsTaken() {
        UUID id = shard.place(shard.limit(Side.BUY, 1, 90));
        UUID other = shard.place(shard.limit(Side.BUY, 1, 90));
        UUID pending = shard.place(shard.market(Side.BUY, 1));
        ReplaceTerms done = shard.change(id, 2, 0, 0);
        shard.replace(done);

        for (UUID taken : new UUID[] {id, other, pending, done.newOrderId()}) {
            ReplaceTerms t = shard.change(other, 2, 0, 0);
            shard.replace(
                    new ReplaceTerms(TRADER, other, taken, t.newClientOrderId(), 2, 0, 0, null, 0));
            assertThat(shard.lastResult().reason()).isEqualTo(Reason.CLIENT_ORDER_ID_REUSED);
        }
    }

    @Test
    void shouldRefuseWhenRepeatedWithOtherContent() {
        UUID id = shard.place(shard.stopLimit(Side.BUY, 3, 110, 112));
        ReplaceTerms change = shard.change(id, 2, 113, 111);
        shard.replace(change);

        assertReused(like(change, TRADER, "other", 2, 113, 111, null));
        assertReused(like(change, new UUID(9, 9), change.newClientOrderId(), 2, 113, 111, null));
        assertReused(like(change, TRADER, change.newClientOrderId(), 1, 113, 111, null));
        assertReused(like(change, TRADER, change.newClientOrderId(), 2, 112, 111, null));
        assertReused(like(change, TRADER, change.newClientOrderId(), 2, 113, 110, null));
        assertReused(like(change, TRADER, change.newClientOrderId(), 2, 113, 111, TimeInForce.GTC));
        shard.replace(
                like(change, TRADER, change.newClientOrderId(), 2, 113, 111, TimeInForce.DAY));
        assertThat(shard.lastResult().reason()).isEqualTo(Reason.NONE);
    }

    @Test
    void shouldRefuseWhenOrderIsUnknownOrClosedOrOfAnotherTrader() {
        shard.replace(shard.change(new UUID(8, 8), 1, 0, 0));
        assertThat(shard.lastResult().reason()).isEqualTo(Reason.UNKNOWN_ORDER);

        UUID id = shard.place(shard.limit(Side.BUY, 1, 90));
        ReplaceTerms t = shard.change(id, 2, 0, 0);
        shard.replace(like(t, new UUID(9, 9), t.newClientOrderId(), 2, 0, 0, null));
        assertThat(shard.lastResult().reason()).isEqualTo(Reason.UNKNOWN_ORDER);

        shard.cancel(id);
        shard.replace(shard.change(id, 2, 0, 0));
        assertThat(shard.lastResult())
                .isEqualTo(CommandResult.refused(Reason.ORDER_CLOSED, shard.order(id)));
    }

    @Test
    void shouldCheckAsForANewOrder() {
        UUID id = shard.place(shard.limit(Side.BUY, 1, 90));

        assertRefused(shard.change(id, -1, 0, 0), Reason.INVALID_QUANTITY);
        assertRefused(shard.change(id, 0, -1, 0), Reason.INVALID_PRICE);
        assertRefused(shard.change(id, 0, 0, 90), Reason.INVALID_TERMS);
        assertRefused(shard.change(id, 1_001, 0, 0), Reason.ORDER_QUANTITY_LIMIT);
        assertRefused(shard.change(id, 0, 49, 0), Reason.PRICE_DISTANCE_LIMIT);
        ReplaceTerms t = shard.change(id, 0, 0, 0);
        assertRefused(
                like(t, TRADER, t.newClientOrderId(), 0, 0, 0, TimeInForce.IOC),
                Reason.INVALID_TERMS);
        shard.engine.halt(80, TRADER, true, shard.now);
        assertRefused(shard.change(id, 2, 0, 0), Reason.HALTED);
        assertThat(shard.order(id).status()).isEqualTo(OrderStatus.NEW);
    }

    @Test
    void shouldNeedCashForTheDifferenceOnly() {
        UUID id = shard.place(shard.limit(Side.BUY, 10, 90));

        shard.replace(shard.change(id, 11, 91, 0));
        assertThat(shard.lastResult())
                .isEqualTo(
                        CommandResult.refused(
                                Reason.INSUFFICIENT_CASH, 1_001 * UNIT, 1_000 * UNIT));
        shard.replace(shard.change(id, 11, 90, 0));
        assertThat(shard.lastResult().reason()).isEqualTo(Reason.NONE);
        assertThat(shard.reserved()).isEqualTo(990 * UNIT);

        UUID sell = shard.place(shard.limit(Side.SELL, 1, 110));
        shard.replace(shard.change(sell, 11, 0, 0));
        assertThat(shard.lastResult())
                .isEqualTo(CommandResult.refused(Reason.INSUFFICIENT_HOLDING, 11, 10));
    }

    @Test
    void shouldWaitWhenAttemptIsUnderWay() {
        UUID id = shard.place(shard.limit(Side.BUY, 2, 90));
        shard.tick(90);
        ReplaceTerms change = shard.change(id, 1, 0, 0);
        int answers = shard.events.answers().size();
        shard.replace(change);
        shard.replace(change);
        assertThat(shard.events.answers()).hasSize(answers);

        shard.end(Outcome.REFUSED);

        assertThat(shard.order(id).status()).isEqualTo(OrderStatus.REPLACED);
        assertThat(shard.events.answers()).hasSize(answers + 2);
        shard.tick(90);
        assertThat(shard.lastRequest().terms().orderId()).isEqualTo(change.newOrderId());
    }

    @Test
    void shouldCatchUpWhenLaterTickCameBeforeTheReplacement() {
        UUID id = shard.place(shard.limit(Side.BUY, 2, 90));
        shard.tick(90);
        ExecutionRequest request = shard.lastRequest();
        shard.tick(89);
        ReplaceTerms change = shard.change(id, 1, 0, 0);
        shard.replace(change);

        shard.engine.onReport(
                new ExecutionReport(
                        request.terms(), 1, request.attempt(), Outcome.REFUSED, 1, 0, 0, 0, 0, 2),
                ++shard.now);

        assertThat(shard.lastRequest().terms().orderId()).isEqualTo(change.newOrderId());
        assertThat(shard.order(change.newOrderId()).acceptedTick()).isEqualTo(2);
    }

    @Test
    void shouldStayTriggeredWhenPricesOfRestedStopStay() {
        UUID id = shard.place(shard.stop(Side.BUY, 2, 110));
        shard.tick(112);
        shard.end(Outcome.REFUSED);
        ReplaceTerms smaller = shard.change(id, 1, 0, 0);
        shard.replace(smaller);
        shard.tick(105);
        assertThat(shard.lastRequest().terms().orderId()).isEqualTo(smaller.newOrderId());
        shard.end(Outcome.REFUSED);

        ReplaceTerms moved = shard.change(smaller.newOrderId(), 1, 0, 115);
        shard.replace(moved);
        shard.tick(104);

        assertThat(shard.events.requests()).hasSize(2);
        assertThat(shard.lastRequest().terms().orderId()).isEqualTo(smaller.newOrderId());
        shard.tick(115);
        assertThat(shard.lastRequest().terms().orderId()).isEqualTo(moved.newOrderId());
        assertThat(shard.lastRequest().boundPrice()).isEqualTo(1_161_500);
    }

    private void assertTriggered(long price, UUID... orders) {
        shard.forgetEvents();
        shard.tick(price);
        assertThat(shard.events.requests())
                .extracting(request -> request.terms().orderId())
                .containsExactly(orders);
    }

    private void assertReused(ReplaceTerms change) {
        assertRefused(change, Reason.CLIENT_ORDER_ID_REUSED);
    }

    private void assertRefused(ReplaceTerms change, Reason reason) {
        shard.replace(change);
        assertThat(shard.lastResult().reason()).isEqualTo(reason);
        assertThat(shard.events.decisions())
                .last()
                .isEqualTo(
                        new Decision.CommandRefused(
                                change.traderId(), change.orderId(), reason, shard.now));
    }

    private static ReplaceTerms like(
            ReplaceTerms t,
            UUID traderId,
            String clientOrderId,
            long quantity,
            long limitPrice,
            long stopPrice,
            TimeInForce timeInForce) {
        return new ReplaceTerms(
                traderId,
                t.orderId(),
                t.newOrderId(),
                clientOrderId,
                quantity,
                limitPrice * UNIT,
                stopPrice * UNIT,
                timeInForce,
                0);
    }
}
