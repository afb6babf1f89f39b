package org.fogg.core.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.fogg.core.engine.TestShard.STOCK;
import static org.fogg.core.engine.TestShard.TRADER;
import static org.fogg.core.engine.TestShard.UNIT;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.fogg.core.engine.ExecutionReport.Outcome;
import org.fogg.core.order.OrderStatus;
import org.fogg.core.order.OrderTerms;
import org.fogg.core.order.Reason;
import org.fogg.core.order.Side;
import org.junit.jupiter.api.Test;

/** The ways of single orders of each type, from placing to the end. */
class OrderFlowTest {

    @Test
    void shouldDecideAcceptanceAndTradeTogetherWhenMarketOrderFills() {
        TestShard shard = TestShard.trading(1_000, 100);
        OrderTerms terms = shard.market(Side.BUY, 3);

        shard.place(terms);

        ExecutionRequest request = shard.lastRequest();
        assertThat(shard.events.all).containsExactly(request);
        assertThat(request).isEqualTo(new ExecutionRequest(terms, 1, 1, 3, 101 * UNIT, false, 1));
        assertThat(shard.reserved()).isZero();

        shard.fill(100);

        assertThat(shard.events.decisions())
                .containsExactly(
                        new Decision.OrderAccepted(terms, 101 * UNIT, 1, 100 * UNIT, shard.now),
                        new Decision.OrderTraded(
                                terms.orderId(),
                                TRADER,
                                STOCK,
                                Side.BUY,
                                1,
                                1,
                                1,
                                1,
                                3,
                                100 * UNIT,
                                1,
                                0,
                                0,
                                shard.now));
        assertThat(shard.lastResult()).isEqualTo(CommandResult.done(shard.order(terms.orderId())));
        assertThat(shard.order(terms.orderId()).status()).isEqualTo(OrderStatus.FILLED);
        assertThat(shard.cash()).isEqualTo(700 * UNIT);
        assertThat(shard.reserved()).isZero();
        assertThat(shard.engine.holding(TRADER, STOCK))
                .isEqualTo(new HoldingSnapshot(TRADER, STOCK, 3, 300 * UNIT));
    }

    @Test
    void shouldRefuseMarketOrderWhenItNeverReachedTheExchange() {
        TestShard shard = TestShard.trading(1_000, 100);
        UUID id = shard.place(shard.market(Side.BUY, 3));

        shard.end(Outcome.NOT_SENT);

        assertThat(shard.lastResult().reason()).isEqualTo(Reason.EXCHANGE_UNAVAILABLE);
        assertThat(shard.events.decisions())
                .containsExactly(
                        new Decision.CommandRefused(
                                TRADER, id, Reason.EXCHANGE_UNAVAILABLE, shard.now));
        assertThat(shard.order(id)).isNull();
    }

    @Test
    void shouldRestAtItsCapWhenExchangeRefusesMarketOrder() {
        TestShard shard = TestShard.trading(1_000, 100);
        UUID id = shard.place(shard.market(Side.BUY, 3));

        shard.end(Outcome.REFUSED);

        assertThat(shard.lastResult().order().status()).isEqualTo(OrderStatus.NEW);
        assertThat(shard.reserved()).isEqualTo(303 * UNIT);
        assertThat(shard.events.decisions())
                .hasSize(2)
                .last()
                .isEqualTo(new Decision.OrderRested(id, TRADER, 101 * UNIT, shard.now));

        shard.tick(102);
        assertThat(shard.events.requests()).hasSize(1);
        shard.tick(101);
        shard.fill(101);

        assertThat(shard.order(id).status()).isEqualTo(OrderStatus.FILLED);
        assertThat(shard.cash()).isEqualTo(697 * UNIT);
        assertThat(shard.reserved()).isZero();
    }

    @Test
    void shouldTradeBuyLimitWhenPriceFallsToIt() {
        TestShard shard = TestShard.trading(1_000, 100);
        OrderTerms terms = shard.limit(Side.BUY, 5, 90);

        shard.place(terms);

        assertThat(shard.events.all)
                .containsExactly(
                        new Decision.OrderAccepted(terms, 90 * UNIT, 1, 100 * UNIT, shard.now),
                        new RecordedEvents.Answer(
                                shard.token, CommandResult.done(shard.order(terms.orderId()))));
        assertThat(shard.reserved()).isEqualTo(450 * UNIT);

        shard.tick(91);
        assertThat(shard.events.requests()).isEmpty();
        shard.tick(89);

        assertThat(shard.lastRequest())
                .isEqualTo(new ExecutionRequest(terms, 1, 1, 5, 90 * UNIT, false, 2));

        shard.fill(89);

        assertThat(shard.cash()).isEqualTo((1_000 - 445) * UNIT);
        assertThat(shard.reserved()).isZero();
        Decision.OrderTraded trade =
                (Decision.OrderTraded) shard.events.all.get(shard.events.all.size() - 1);
        assertThat(trade.triggerTick()).isEqualTo(3);
        assertThat(trade.triggeredAt()).isEqualTo(30);
    }

    @Test
    void shouldTradeLimitAtOnceWhenLastPriceMeetsIt() {
        TestShard shard = TestShard.trading(1_000, 100);

        shard.place(shard.limit(Side.BUY, 5, 100));

        assertThat(shard.events.decisions()).hasSize(1);
        assertThat(shard.lastRequest().restsOn()).isEqualTo(2);
    }

    @Test
    void shouldTriggerStopsWhenPriceReachesThem() {
        TestShard shard = TestShard.holding(10, 10_000, 100);
        UUID buy = shard.place(shard.stop(Side.BUY, 5, 110));
        UUID sell = shard.place(shard.stop(Side.SELL, 5, 90));
        assertThat(shard.reserved()).isEqualTo(5 * 1_111_000);

        shard.tick(110);
        assertThat(shard.lastRequest().terms().orderId()).isEqualTo(buy);
        assertThat(shard.lastRequest().boundPrice()).isEqualTo(1_111_000);
        shard.fill(111);
        shard.tick(90);

        assertThat(shard.lastRequest().terms().orderId()).isEqualTo(sell);
        assertThat(shard.lastRequest().boundPrice()).isEqualTo(891_000);
        shard.fill(90);
        assertThat(shard.shares()).isEqualTo(10);
        assertThat(shard.reserved()).isZero();
    }

    @Test
    void shouldRejectSellAtTriggerWhenSharesAreGone() {
        TestShard shard = TestShard.holding(10, 10_000, 100);
        UUID first = shard.place(shard.limit(Side.SELL, 6, 110));
        UUID second = shard.place(shard.limit(Side.SELL, 6, 110));

        shard.tick(112);

        assertThat(shard.events.requests()).hasSize(1);
        assertThat(shard.lastRequest().terms().orderId()).isEqualTo(first);
        assertThat(shard.order(second).status()).isEqualTo(OrderStatus.REJECTED);
        assertThat(shard.order(second).reason()).isEqualTo(Reason.INSUFFICIENT_HOLDING);
    }

    @Test
    void shouldCancelWhenOpenAndRefuseWhenClosed() {
        TestShard shard = TestShard.trading(1_000, 100);
        UUID id = shard.place(shard.limit(Side.BUY, 5, 90));

        shard.cancel(id);

        assertThat(shard.lastResult().order().status()).isEqualTo(OrderStatus.CANCELED);
        assertThat(shard.lastResult().order().reason()).isEqualTo(Reason.REQUESTED);
        assertThat(shard.reserved()).isZero();

        shard.cancel(id);

        assertThat(shard.lastResult())
                .isEqualTo(CommandResult.refused(Reason.ORDER_CLOSED, shard.order(id)));
        shard.tick(80);
        assertThat(shard.events.requests()).isEmpty();
    }

    @Test
    void shouldLetTradeWinWhenCancelArrivesDuringAttempt() {
        TestShard shard = TestShard.trading(1_000, 100);
        UUID id = shard.place(shard.limit(Side.BUY, 5, 100));
        int answers = shard.events.answers().size();

        shard.cancel(id);
        assertThat(shard.events.answers()).hasSize(answers);
        shard.fill(100);

        assertThat(shard.lastResult())
                .isEqualTo(CommandResult.refused(Reason.ORDER_CLOSED, shard.order(id)));
        assertThat(shard.order(id).status()).isEqualTo(OrderStatus.FILLED);
    }

    @Test
    void shouldLetCancelWinWhenAttemptIsRefused() {
        TestShard shard = TestShard.trading(1_000, 100);
        UUID id = shard.place(shard.limit(Side.BUY, 5, 100));

        shard.cancel(id);
        shard.end(Outcome.REFUSED);

        assertThat(shard.order(id).status()).isEqualTo(OrderStatus.CANCELED);
        assertThat(shard.lastResult().reason()).isEqualTo(Reason.NONE);
        shard.tick(99);
        assertThat(shard.events.requests()).hasSize(1);
    }

    @Test
    void shouldTriggerAllInOrderOfArrivalWhenManyRest() {
        TestShard shard = new TestShard(new TradingLimits(UNIT * UNIT, 10, 5_000, 100_000, 100, 0));
        shard.open(200_000);
        shard.tick(100);
        List<UUID> placed = new ArrayList<>();
        for (int i = 0; i < 3_000; i++) {
            placed.add(shard.place(shard.limit(Side.BUY, 1, 60)));
        }
        shard.tick(70);
        UUID higher = shard.place(shard.limit(Side.BUY, 1, 69));

        shard.tick(60);

        assertThat(shard.events.requests())
                .extracting(request -> request.terms().orderId())
                .startsWith(higher)
                .endsWith(placed.get(2_999))
                .containsSubsequence(placed)
                .hasSize(3_001);
    }

    @Test
    void shouldFoldToSameHashWhenReplayed() {
        TestShard shard = TestShard.holding(10, 10_000, 100);
        shard.place(shard.limit(Side.BUY, 5, 90));
        shard.place(shard.stop(Side.SELL, 5, 95));
        ShardEngine copy = new ShardEngine(TestShard.LIMITS, new RecordedEvents());

        shard.journal().forEach(copy::replay);

        assertThat(copy.stateHash()).isEqualTo(shard.engine.stateHash());
        assertThat(copy.decisionCount()).isEqualTo(shard.engine.decisionCount());
    }
}
