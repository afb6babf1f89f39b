package org.fogg.core.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.fogg.core.engine.TestShard.EXCHANGE;
import static org.fogg.core.engine.TestShard.LIMITS;
import static org.fogg.core.engine.TestShard.STOCK;
import static org.fogg.core.engine.TestShard.TRADER;
import static org.fogg.core.engine.TestShard.UNIT;

import java.util.UUID;
import org.fogg.core.engine.ExecutionReport.Outcome;
import org.fogg.core.order.OrderSnapshot;
import org.fogg.core.order.OrderStatus;
import org.fogg.core.order.OrderTerms;
import org.fogg.core.order.OrderType;
import org.fogg.core.order.Reason;
import org.fogg.core.order.Side;
import org.fogg.core.order.TimeInForce;
import org.junit.jupiter.api.Test;

/** What a new owner does: fold, begin its epoch, hear what the exchange did, catch up. */
class RecoveryTest {

    private final TestShard former = TestShard.holding(10, 10_000, 100);

    @Test
    void shouldRecordExecutionOfOrderNeverSeenWhenJournalLacksIt() {
        OrderTerms terms = former.market(Side.BUY, 3);
        former.place(terms);
        ExecutionReport report = filled(former.lastRequest(), 50, 3, 100);
        ShardEngine next = takeOver();

        next.onReport(report, 5_000);

        OrderSnapshot order = next.order(terms.orderId());
        assertThat(order.status()).isEqualTo(OrderStatus.FILLED);
        assertThat(order.capPrice()).isEqualTo(101 * UNIT);
        assertThat(next.account(TRADER).reserved()).isZero();
        assertThat(next.holding(TRADER, STOCK).quantity()).isEqualTo(13);
        long count = next.decisionCount();
        next.onReport(report, 5_001);
        assertThat(next.decisionCount()).isEqualTo(count);
        next.place(1, terms, 5_002);
        assertThat(former.lastResult()).isEqualTo(CommandResult.done(order));
    }

    @Test
    void shouldRestWhenUnseenMarketOrderWasFilledInPart() {
        OrderTerms terms = former.market(Side.BUY, 3);
        former.place(terms);
        ShardEngine next = takeOver();

        next.onReport(filled(former.lastRequest(), 50, 1, 100), 5_000);

        assertThat(next.order(terms.orderId()).status()).isEqualTo(OrderStatus.PARTIALLY_FILLED);
        next.onTick(STOCK, 7, 101 * UNIT, 1, 5_001);
        assertThat(former.lastRequest().quantity()).isEqualTo(2);
        assertThat(former.lastRequest().epoch()).isEqualTo(9);
        assertThat(former.lastRequest().attempt()).isEqualTo(1);
    }

    @Test
    void shouldCancelRestWhenUnseenIocWasFilledInPart() {
        OrderTerms terms = former.terms(Side.BUY, OrderType.MARKET, TimeInForce.IOC, 3, 0, 0);
        former.place(terms);
        ShardEngine next = takeOver();
        ExecutionReport report = filled(former.lastRequest(), 50, 1, 100);
        ExecutionReport withoutBound =
                new ExecutionReport(
                        terms, 1, report.attempt(), Outcome.FILLED, 1, 50, 1, 100 * UNIT, 0, 1);

        next.onReport(withoutBound, 5_000);

        assertThat(next.order(terms.orderId()).status()).isEqualTo(OrderStatus.CANCELED);
        assertThat(next.order(terms.orderId()).reason()).isEqualTo(Reason.NOT_FILLABLE_NOW);
        assertThat(next.order(terms.orderId()).capPrice()).isEqualTo(100 * UNIT);
    }

    @Test
    void shouldTakeTheLimitAsCapWhenUnseenOrderHasOne() {
        OrderTerms terms = former.terms(Side.BUY, OrderType.LIMIT, TimeInForce.IOC, 3, 104, 0);
        ShardEngine next = takeOver();

        next.onReport(
                new ExecutionReport(terms, 1, 1, Outcome.FILLED, EXCHANGE, 50, 3, 100 * UNIT, 0, 1),
                5_000);

        assertThat(next.order(terms.orderId()).capPrice()).isEqualTo(104 * UNIT);
        assertThat(next.order(terms.orderId()).filledQuantity()).isEqualTo(3);
    }

    @Test
    void shouldRecordExecutionOfRestingOrderWhenJournalLacksIt() {
        UUID id = former.place(former.stop(Side.SELL, 4, 90));
        former.tick(89);
        ExecutionRequest request = former.lastRequest();
        ShardEngine next = takeOver();

        next.onReport(filled(request, 50, 3, 90), 5_000);

        OrderSnapshot order = next.order(id);
        assertThat(order.filledQuantity()).isEqualTo(3);
        Decision.OrderTraded trade =
                (Decision.OrderTraded) former.events.all.get(former.events.all.size() - 2);
        assertThat(trade.triggerTick()).isEqualTo(former.lastTick());
        assertThat(trade.triggeredAt()).isZero();
        assertThat(former.events.decisions()).last().isInstanceOf(Decision.OrderRested.class);
        next.onTick(STOCK, 9, 95 * UNIT, 1, 5_001);
        assertThat(former.lastRequest().quantity()).isEqualTo(1);
    }

    @Test
    void shouldTriggerOnTicksAfterAcceptanceOnlyWhenTheyComeAgain() {
        former.tick(101);
        former.tick(102);
        UUID id = former.place(former.limit(Side.BUY, 1, 95));
        ShardEngine next = takeOver();
        int requests = former.events.requests().size();

        next.onTick(STOCK, former.lastTick() - 1, 94 * UNIT, 1, 5_000);
        next.onTick(STOCK, former.lastTick(), 94 * UNIT, 1, 5_000);
        assertThat(former.events.requests()).hasSize(requests);
        next.onTick(STOCK, former.lastTick() + 1, 94 * UNIT, 1, 5_000);

        assertThat(former.lastRequest().terms().orderId()).isEqualTo(id);
    }

    @Test
    void shouldTakeOnlyThePriceOfATickThatHadItsEffect() {
        UUID id = former.place(former.limit(Side.BUY, 1, 95));
        ShardEngine next = takeOver();
        next.onOldTick(STOCK, 50, 90 * UNIT, 1);
        next.onTick(STOCK, 50, 89 * UNIT, 1, 5_000);
        next.onOldTick(STOCK, 51, 0, 1);
        next.onOldTick(77, 51, UNIT, 1);
        former.forgetEvents();
        assertThat(former.events.requests()).isEmpty();

        next.place(1, former.limit(Side.SELL, 1, 93), 5_001);
        next.onTick(STOCK, 51, 95 * UNIT, 1, 5_002);

        assertThat(next.order(id).acceptedTick()).isLessThan(50);
        assertThat(former.events.requests())
                .extracting(request -> request.terms().orderId())
                .contains(id);
        assertThat(((Decision.OrderAccepted) former.events.decisions().get(0)).acceptedTick())
                .isEqualTo(50);
    }

    @Test
    void shouldTryAgainWhatWasToTradeAtOnceWhenItsAttemptIsLost() {
        UUID stop = former.place(former.stop(Side.SELL, 2, 110));
        UUID limit = former.place(former.limit(Side.BUY, 1, 105));
        UUID resting = former.place(former.limit(Side.BUY, 1, 95));
        UUID refused = former.place(former.stop(Side.SELL, 1, 111));
        former.end(Outcome.REFUSED);
        ShardEngine next = takeOver();
        former.forgetEvents();
        next.retryAtOnce(5_000);
        assertThat(former.events.requests()).isEmpty();
        next.onTick(STOCK, former.lastTick(), 120 * UNIT, 1, 5_001);

        next.retryAtOnce(5_002);
        next.retryAtOnce(5_003);

        assertThat(former.events.requests())
                .extracting(request -> request.terms().orderId())
                .containsExactly(stop, limit)
                .doesNotContain(resting, refused);
        next.halt(1, null, true, 5_004);
        next.beginEpoch(12);
        next.retryAtOnce(5_005);
        assertThat(former.events.requests()).hasSize(2);
    }

    @Test
    void shouldKeepTheTicksThatAReplacedOrderHasMissedWithItsPlaceOnly() {
        for (boolean keepsPriority : new boolean[] {true, false}) {
            OrderTerms old = former.limit(Side.BUY, 1, 90);
            OrderTerms by = former.limit(Side.BUY, 1, 90);
            ShardEngine next = new ShardEngine(LIMITS, former.events);
            former.journal().forEach(next::replay);
            next.replay(new Decision.OrderAccepted(old, 90 * UNIT, 9, 100 * UNIT, 2));
            next.replay(
                    new Decision.OrderReplaced(
                            old.orderId(), by, 90 * UNIT, 3, 100 * UNIT, keepsPriority, 3));
            next.beginEpoch(9);
            next.list(STOCK, EXCHANGE, 100);
            former.forgetEvents();

            next.onTick(STOCK, 5, 89 * UNIT, 1, 5_000);
            assertThat(former.events.requests()).hasSize(keepsPriority ? 0 : 1);
            next.onTick(STOCK, 10, 89 * UNIT, 1, 5_001);
            assertThat(former.events.requests()).hasSize(1);
        }
    }

    @Test
    void shouldReplaceAnOrderThatIsNotInTheBook() {
        UUID id = former.place(former.limit(Side.BUY, 1, 90));
        former.engine.halt(70, TRADER, true, ++former.now);
        OrderTerms by = former.limit(Side.BUY, 1, 90);
        ShardEngine next = new ShardEngine(LIMITS, former.events);
        former.journal().forEach(next::replay);

        next.replay(new Decision.OrderReplaced(id, by, 90 * UNIT, 1, 100 * UNIT, true, 3));

        next.beginEpoch(9);
        next.list(STOCK, EXCHANGE, 100);
        former.forgetEvents();
        next.halt(71, TRADER, false, ++former.now);
        next.onTick(STOCK, 50, 89 * UNIT, 1, ++former.now);
        assertThat(former.events.requests())
                .extracting(request -> request.terms().orderId())
                .containsExactly(by.orderId());
    }

    @Test
    void shouldForgetAttemptsWhenNewEpochBegins() {
        UUID limit = former.place(former.limit(Side.SELL, 4, 100));
        ExecutionRequest first = former.lastRequest();
        former.place(former.market(Side.SELL, 3));
        former.place(former.market(Side.BUY, 3));
        former.cancel(limit);
        former.engine.onTime(TestShard.END_OF_DAY);
        assertThat(former.order(limit).status()).isEqualTo(OrderStatus.NEW);

        former.engine.beginEpoch(5);

        former.place(former.limit(Side.SELL, 10, 110));
        assertThat(former.lastResult().reason()).isEqualTo(Reason.NONE);
        former.end(first, Outcome.REFUSED);
        assertThat(former.order(limit).version()).isEqualTo(1);
        former.engine.onTime(TestShard.END_OF_DAY);
        assertThat(former.order(limit).status()).isEqualTo(OrderStatus.EXPIRED);
    }

    @Test
    void shouldRestAgainWhenNewEpochBegins() {
        UUID id = former.place(former.limit(Side.SELL, 4, 100));
        former.engine.beginEpoch(5);

        former.tick(100);

        assertThat(former.lastRequest().terms().orderId()).isEqualTo(id);
        assertThat(former.lastRequest().epoch()).isEqualTo(5);
        assertThat(former.lastRequest().attempt()).isEqualTo(1);
    }

    @Test
    void shouldIgnoreOutcomesOtherThanFillsWhenNothingIsUnderWay() {
        OrderTerms never = former.market(Side.BUY, 1);
        UUID id = former.place(former.limit(Side.BUY, 4, 90));
        long hash = former.engine.stateHash();
        ExecutionRequest request =
                new ExecutionRequest(former.order(id).terms(), 1, 77, 4, 90 * UNIT, false, 1);

        former.end(request, Outcome.REFUSED);
        former.end(request, Outcome.VOIDED);
        former.end(new ExecutionRequest(never, 1, 78, 1, 101 * UNIT, false, 1), Outcome.NOT_SENT);

        assertThat(former.engine.stateHash()).isEqualTo(hash);
        assertThat(former.events.requests()).isEmpty();
    }

    @Test
    void shouldRecordStrayExecutionWhenAnotherAttemptIsUnderWay() {
        UUID id = former.place(former.limit(Side.SELL, 6, 100));
        ExecutionRequest underWay = former.lastRequest();
        ExecutionRequest stray =
                new ExecutionRequest(underWay.terms(), 1, 99, 6, 100 * UNIT, false, 1);

        former.engine.onReport(filled(stray, 60, 2, 100), ++former.now);

        assertThat(former.order(id).filledQuantity()).isEqualTo(2);
        assertThat(former.order(id).leavesQuantity()).isEqualTo(4);
        assertThat(former.shares()).isEqualTo(8);
        assertThat(available()).isEqualTo(4);
        former.engine.onReport(filled(underWay, 61, 4, 100), ++former.now);
        assertThat(available()).isEqualTo(4);
        assertThat(former.order(id).status()).isEqualTo(OrderStatus.FILLED);
        assertThat(former.shares()).isEqualTo(4);
    }

    @Test
    void shouldEndTheAttemptWhenStrayExecutionFilledTheOrder() {
        UUID id = former.place(former.limit(Side.BUY, 2, 100));
        ExecutionRequest underWay = former.lastRequest();
        ExecutionRequest stray =
                new ExecutionRequest(underWay.terms(), 1, 99, 2, 100 * UNIT, false, 1);
        former.engine.onReport(filled(stray, 60, 2, 100), ++former.now);
        former.cancel(id);

        former.end(underWay, Outcome.REFUSED);

        assertThat(former.lastResult())
                .isEqualTo(CommandResult.refused(Reason.ORDER_CLOSED, former.order(id)));
        assertThat(former.order(id).status()).isEqualTo(OrderStatus.FILLED);
    }

    @Test
    void shouldReplayEveryKindOfDecision() {
        UUID id = former.place(former.stop(Side.BUY, 5, 110));
        former.tick(110);
        former.end(Outcome.REFUSED);
        former.replace(former.change(id, 3, 0, 0));
        former.engine.deposit(70, new UUID(7, 7), TRADER, UNIT, 8);
        former.engine.halt(71, TRADER, true, 9);
        former.engine.halt(72, null, true, 9);

        ShardEngine next = takeOver();

        assertThat(next.stateHash()).isEqualTo(former.engine.stateHash());
        assertThat(next.account(TRADER)).isEqualTo(former.engine.account(TRADER));
        assertThat(next.openOrders()).isEqualTo(1);
    }

    private ShardEngine takeOver() {
        ShardEngine next = new ShardEngine(LIMITS, former.events);
        former.journal().forEach(next::replay);
        next.beginEpoch(9);
        next.list(STOCK, EXCHANGE, 100);
        return next;
    }

    /** As many shares as a new order can sell at once. */
    private long available() {
        long most = 0;
        while (canSell(most + 1)) {
            most++;
        }
        return most;
    }

    private boolean canSell(long shares) {
        int before = former.events.requests().size();
        former.place(former.market(Side.SELL, shares));
        if (former.events.requests().size() == before) {
            return false;
        }
        former.end(Outcome.VOIDED);
        return true;
    }

    private ExecutionReport filled(
            ExecutionRequest request, long execution, long quantity, long price) {
        return former.report(request, Outcome.FILLED, execution, quantity, price * UNIT);
    }
}
