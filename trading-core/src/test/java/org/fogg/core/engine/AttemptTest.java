package org.fogg.core.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.fogg.core.engine.TestShard.END_OF_DAY;
import static org.fogg.core.engine.TestShard.STOCK;
import static org.fogg.core.engine.TestShard.TRADER;
import static org.fogg.core.engine.TestShard.UNIT;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.fogg.core.engine.ExecutionReport.Outcome;
import org.fogg.core.order.OrderStatus;
import org.fogg.core.order.OrderTerms;
import org.fogg.core.order.OrderType;
import org.fogg.core.order.Reason;
import org.fogg.core.order.Side;
import org.fogg.core.order.TimeInForce;
import org.junit.jupiter.api.Test;

/** Attempts under way: what waits for them, and what their outcomes lead to. */
class AttemptTest {

    @Test
    void shouldAnswerAllWhenAnOrderIsPlacedAgainDuringItsAttempt() {
        TestShard shard = TestShard.trading(1_000, 100);
        OrderTerms terms = shard.market(Side.BUY, 1);

        shard.place(terms);
        shard.place(terms);
        assertThat(shard.events.answers()).isEmpty();
        shard.fill(100);

        assertThat(shard.events.requests()).hasSize(1);
        assertThat(shard.events.answers()).hasSize(2);
        shard.place(terms);
        assertThat(shard.events.answers())
                .extracting(RecordedEvents.Answer::result)
                .containsOnly(CommandResult.done(shard.order(terms.orderId())));
    }

    @Test
    void shouldRefuseAllThatWaitWhenMarketOrderIsVoided() {
        TestShard shard = TestShard.trading(1_000, 100);
        OrderTerms terms = shard.market(Side.BUY, 1);
        shard.place(terms);
        shard.place(terms);
        shard.cancel(terms.orderId());
        shard.replace(shard.change(terms.orderId(), 2, 0, 0));

        shard.end(Outcome.VOIDED);

        assertThat(shard.events.answers())
                .extracting(answer -> answer.result().reason())
                .containsExactly(
                        Reason.EXCHANGE_UNAVAILABLE,
                        Reason.EXCHANGE_UNAVAILABLE,
                        Reason.UNKNOWN_ORDER,
                        Reason.UNKNOWN_ORDER);
        assertThat(shard.engine.account(TRADER).openOrders()).isZero();
        shard.place(terms);
        assertThat(shard.events.requests()).hasSize(2);
    }

    @Test
    void shouldCancelWhatIsLeftWhenIocFillsInPart() {
        TestShard shard = TestShard.trading(1_000, 100);
        OrderTerms terms = shard.terms(Side.BUY, OrderType.LIMIT, TimeInForce.IOC, 5, 102, 0);
        shard.place(terms);

        shard.fill(shard.lastRequest(), 2, 101);

        assertThat(shard.events.decisions())
                .hasSize(3)
                .last()
                .isEqualTo(
                        new Decision.OrderClosed(
                                terms.orderId(),
                                TRADER,
                                OrderStatus.CANCELED,
                                Reason.NOT_FILLABLE_NOW,
                                shard.now));
        assertThat(shard.lastResult().order().filledQuantity()).isEqualTo(2);
        assertThat(shard.lastResult().order().filledValue()).isEqualTo(202 * UNIT);
        assertThat(shard.reserved()).isZero();
    }

    @Test
    void shouldCancelAtOnceWhenIocLimitIsNotMet() {
        TestShard shard = TestShard.trading(1_000, 100);
        OrderTerms buy = shard.terms(Side.BUY, OrderType.LIMIT, TimeInForce.FOK, 5, 99, 0);

        shard.place(buy);

        assertThat(shard.events.requests()).isEmpty();
        assertThat(shard.events.decisions()).hasSize(2);
        assertThat(shard.lastResult().reason()).isEqualTo(Reason.NONE);
        assertThat(shard.order(buy.orderId()).status()).isEqualTo(OrderStatus.CANCELED);
        assertThat(shard.order(buy.orderId()).reason()).isEqualTo(Reason.NOT_FILLABLE_NOW);
    }

    @Test
    void shouldTryAtOnceWhenIocLimitIsJustMet() {
        TestShard shard = TestShard.holding(5, 1_000, 100);

        shard.place(shard.terms(Side.BUY, OrderType.LIMIT, TimeInForce.IOC, 5, 100, 0));
        shard.place(shard.terms(Side.SELL, OrderType.LIMIT, TimeInForce.IOC, 5, 100, 0));

        assertThat(shard.events.requests()).hasSize(2);
        assertThat(shard.events.decisions()).isEmpty();
    }

    @Test
    void shouldExpireWhenOutcomeComesAtTheVeryEnd() {
        TestShard shard = TestShard.trading(10_000, 100);
        UUID id = shard.place(shard.market(Side.BUY, 5));
        shard.now = END_OF_DAY - 1;

        shard.end(Outcome.REFUSED);

        assertThat(shard.order(id).status()).isEqualTo(OrderStatus.EXPIRED);
        assertThat(shard.order(id).updatedAt()).isEqualTo(END_OF_DAY);
    }

    @Test
    void shouldAskForAllOrNoneWhenFok() {
        TestShard shard = TestShard.trading(1_000, 100);
        UUID id = shard.place(shard.terms(Side.BUY, OrderType.MARKET, TimeInForce.FOK, 5, 0, 0));

        assertThat(shard.lastRequest().allOrNone()).isTrue();
        shard.end(Outcome.REFUSED);
        assertThat(shard.order(id).status()).isEqualTo(OrderStatus.CANCELED);
        assertThat(shard.order(id).reason()).isEqualTo(Reason.NOT_FILLABLE_NOW);
    }

    @Test
    void shouldRestAtItsCapWhenMarketOrderFillsInPart() {
        TestShard shard = TestShard.trading(1_000, 100);
        UUID id = shard.place(shard.market(Side.BUY, 5));

        shard.fill(shard.lastRequest(), 2, 100);

        assertThat(shard.order(id).status()).isEqualTo(OrderStatus.PARTIALLY_FILLED);
        assertThat(shard.reserved()).isEqualTo(303 * UNIT);
        assertThat(shard.events.requests()).hasSize(1);
        shard.tick(101);
        assertThat(shard.lastRequest().quantity()).isEqualTo(3);
        shard.fill(101);
        assertThat(shard.order(id).status()).isEqualTo(OrderStatus.FILLED);
        assertThat(shard.order(id).filledAt()).isEqualTo(shard.now);
    }

    @Test
    void shouldTryRefusedLimitOnLaterTickOnly() {
        TestShard shard = TestShard.trading(1_000, 100);
        shard.place(shard.limit(Side.BUY, 5, 95));
        shard.tick(95);
        ExecutionRequest first = shard.lastRequest();

        shard.engine.onReport(refusedAt(first, shard.lastTick() + 2), ++shard.now);
        shard.tick(94);
        shard.tick(93);
        assertThat(shard.events.requests()).hasSize(1);
        shard.tick(92);

        assertThat(shard.events.requests()).hasSize(2);
        assertThat(shard.lastRequest().attempt()).isEqualTo(2);
    }

    @Test
    void shouldTryAgainAtOnceWhenLaterTickCameDuringTheAttempt() {
        TestShard shard = TestShard.trading(1_000, 100);
        UUID id = shard.place(shard.limit(Side.BUY, 5, 95));
        shard.tick(95);
        long refusingTick = shard.lastTick() + 1;
        shard.tick(96);
        shard.tick(94);
        assertThat(shard.events.requests()).hasSize(1);

        shard.engine.onReport(refusedAt(shard.lastRequest(), refusingTick), ++shard.now);

        assertThat(shard.events.requests()).hasSize(2);
        shard.fill(94);
        Decision.OrderTraded trade = last(shard, Decision.OrderTraded.class);
        assertThat(trade.orderId()).isEqualTo(id);
        assertThat(trade.triggerTick()).isEqualTo(shard.lastTick());
        assertThat(trade.triggeredAt()).isEqualTo(shard.lastTick() * 10);
    }

    @Test
    void shouldKeepItsPlaceWhenRefusedLimitRestsAgain() {
        TestShard shard = TestShard.trading(10_000, 100);
        UUID first = shard.place(shard.limit(Side.BUY, 5, 95));
        UUID second = shard.place(shard.limit(Side.BUY, 5, 95));
        shard.tick(95);
        List<ExecutionRequest> requests = shard.events.requests();
        shard.end(requests.get(1), Outcome.NOT_SENT);
        shard.end(requests.get(0), Outcome.NOT_SENT);

        shard.tick(95);

        assertThat(shard.events.requests())
                .extracting(request -> request.terms().orderId())
                .containsExactly(first, second, first, second);
    }

    @Test
    void shouldStayTriggeredWhenStopIsNotFilledAtOnce() {
        for (Outcome outcome : List.of(Outcome.REFUSED, Outcome.VOIDED, Outcome.NOT_SENT)) {
            TestShard shard = TestShard.trading(10_000, 100);
            UUID id = shard.place(shard.stop(Side.BUY, 5, 110));
            shard.tick(112);

            shard.end(outcome);

            assertThat(last(shard, Decision.OrderRested.class).limitPrice()).isEqualTo(1_111_000);
            shard.tick(112);
            assertThat(shard.events.requests()).hasSize(1);
            shard.tick(105);
            assertThat(shard.events.requests()).hasSize(2);
            assertThat(shard.lastRequest().boundPrice()).isEqualTo(1_111_000);
            shard.fill(105);
            assertThat(shard.order(id).status()).isEqualTo(OrderStatus.FILLED);
        }
    }

    @Test
    void shouldBecomeLimitWhenStopLimitTriggers() {
        TestShard shard = TestShard.trading(10_000, 100);
        UUID met = shard.place(shard.stopLimit(Side.BUY, 5, 110, 112));
        UUID notMet = shard.place(shard.stopLimit(Side.BUY, 5, 110, 108));

        shard.tick(111);

        assertThat(shard.events.requests()).hasSize(1);
        assertThat(shard.lastRequest().terms().orderId()).isEqualTo(met);
        assertThat(shard.lastRequest().restsOn()).isEqualTo(4);
        assertThat(shard.order(notMet).version()).isEqualTo(2);
        shard.tick(108);
        assertThat(shard.lastRequest().terms().orderId()).isEqualTo(notMet);
        shard.end(Outcome.REFUSED);
        assertThat(shard.order(notMet).version()).isEqualTo(2);
    }

    @Test
    void shouldTriggerAtOnceWhenLastPriceMeetsStop() {
        TestShard shard = TestShard.trading(10_000, 100);

        shard.place(shard.stop(Side.BUY, 5, 100));
        shard.fill(100);

        assertThat(last(shard, Decision.OrderTraded.class).triggerTick()).isZero();
    }

    @Test
    void shouldExpireAfterwardsWhenDueDuringAttempt() {
        TestShard shard = TestShard.trading(10_000, 100);
        UUID id = shard.place(shard.limit(Side.BUY, 5, 100));
        shard.engine.onTime(END_OF_DAY);
        assertThat(shard.order(id).status()).isEqualTo(OrderStatus.NEW);

        shard.fill(shard.lastRequest(), 2, 100);

        assertThat(shard.order(id).status()).isEqualTo(OrderStatus.EXPIRED);
        assertThat(shard.order(id).filledQuantity()).isEqualTo(2);
        assertThat(shard.reserved()).isZero();
    }

    @Test
    void shouldExpireWhenOutcomeComesAfterTheEnd() {
        TestShard shard = TestShard.trading(10_000, 100);
        UUID id = shard.place(shard.market(Side.BUY, 5));
        shard.now = END_OF_DAY;

        shard.end(Outcome.REFUSED);

        assertThat(shard.order(id).status()).isEqualTo(OrderStatus.EXPIRED);
        shard.engine.onTime(END_OF_DAY + 1);
        assertThat(shard.order(id).version()).isEqualTo(3);
    }

    @Test
    void shouldExpireInOrderOfArrivalWhenTheyEndTogether() {
        TestShard shard = TestShard.trading(10_000, 100);
        List<UUID> placed = new ArrayList<>();
        for (int i = 0; i < 9; i++) {
            placed.add(shard.place(shard.limit(Side.BUY, 1, 90)));
        }
        shard.forgetEvents();

        shard.engine.onTime(END_OF_DAY);

        assertThat(shard.events.decisions())
                .extracting(decision -> ((Decision.OrderClosed) decision).orderId())
                .isEqualTo(placed);
    }

    @Test
    void shouldExpireInOrderOfTheirEndWhenDue() {
        TestShard shard = TestShard.trading(10_000, 100);
        UUID day = shard.place(shard.limit(Side.BUY, 1, 90));
        UUID canceled = shard.place(shard.limit(Side.BUY, 1, 90));
        shard.cancel(canceled);
        OrderTerms sooner = shard.limit(Side.BUY, 1, 90);
        OrderTerms endless = withEnd(sooner, TimeInForce.GTC, 0, 1);
        OrderTerms soon = withEnd(sooner, TimeInForce.GTC, END_OF_DAY - 1, 0);
        shard.place(soon);
        shard.place(endless);
        shard.forgetEvents();

        shard.engine.onTime(END_OF_DAY - 2);
        assertThat(shard.events.all).isEmpty();
        shard.engine.onTime(END_OF_DAY);

        assertThat(shard.events.decisions())
                .extracting(decision -> ((Decision.OrderClosed) decision).orderId())
                .containsExactly(soon.orderId(), day);
        assertThat(shard.order(endless.orderId()).status()).isEqualTo(OrderStatus.NEW);
        assertThat(shard.engine.openOrders()).isEqualTo(1);
    }

    @Test
    void shouldRestOnItsAccountOnlyWhenOthersDecide() {
        TestShard shard = TestShard.trading(10_000, 100);
        shard.place(shard.market(Side.BUY, 1));
        assertThat(shard.lastRequest().restsOn()).isEqualTo(1);

        shard.engine.openAccount(90, new UUID(4, 4), new UUID(5, 5), 100, 5);
        shard.place(shard.market(Side.BUY, 1));
        assertThat(shard.lastRequest().restsOn()).isEqualTo(1);
        shard.fill(100);
        shard.place(shard.market(Side.BUY, 1));
        assertThat(shard.lastRequest().restsOn()).isEqualTo(4);
        shard.engine.halt(91, null, true, 6);
        shard.engine.halt(92, null, false, 7);
        shard.place(shard.market(Side.BUY, 1));
        assertThat(shard.lastRequest().restsOn()).isEqualTo(6);
    }

    private static ExecutionReport refusedAt(ExecutionRequest request, long tick) {
        return new ExecutionReport(
                request.terms(),
                request.epoch(),
                request.attempt(),
                Outcome.REFUSED,
                1,
                0,
                0,
                0,
                request.boundPrice(),
                tick);
    }

    private static OrderTerms withEnd(
            OrderTerms t, TimeInForce timeInForce, long expiresAt, int salt) {
        return new OrderTerms(
                new UUID(t.orderId().getMostSignificantBits() + salt, t.quantity() + 99),
                TRADER,
                t.clientOrderId() + salt,
                STOCK,
                t.side(),
                t.type(),
                timeInForce,
                t.quantity(),
                t.limitPrice(),
                t.stopPrice(),
                expiresAt);
    }

    private static <T> T last(TestShard shard, Class<T> type) {
        List<T> found = shard.events.all.stream().filter(type::isInstance).map(type::cast).toList();
        return found.get(found.size() - 1);
    }
}
