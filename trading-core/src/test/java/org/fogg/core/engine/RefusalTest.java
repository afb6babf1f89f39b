package org.fogg.core.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.fogg.core.engine.TestShard.END_OF_DAY;
import static org.fogg.core.engine.TestShard.OTHER_STOCK;
import static org.fogg.core.engine.TestShard.STOCK;
import static org.fogg.core.engine.TestShard.TRADER;
import static org.fogg.core.engine.TestShard.UNIT;

import java.util.UUID;
import org.fogg.core.order.OrderTerms;
import org.fogg.core.order.OrderType;
import org.fogg.core.order.Reason;
import org.fogg.core.order.Side;
import org.fogg.core.order.TimeInForce;
import org.fogg.core.trigger.TriggerBook;
import org.junit.jupiter.api.Test;

/** Every reason for which a new order is refused, at its exact edge. */
class RefusalTest {

    private final TestShard shard = TestShard.holding(10, 10_000, 100);

    @Test
    void shouldRefuseWhenAccountOrStockIsUnknown() {
        OrderTerms good = shard.limit(Side.BUY, 1, 90);

        assertRefused(with(good, new UUID(9, 9), STOCK), Reason.UNKNOWN_ACCOUNT);
        assertRefused(with(good, TRADER, 77), Reason.UNKNOWN_STOCK);
    }

    @Test
    void shouldRefuseWhenStockIsKnownByJournalOnly() {
        TestShard owner = new TestShard();
        ShardEngine next = new ShardEngine(TestShard.LIMITS, owner.events);
        next.replay(new Decision.AccountOpened(new UUID(2, 2), TRADER, 1_000 * UNIT, 1));
        OrderTerms known = owner.limit(Side.BUY, 1, 90);
        next.replay(new Decision.OrderAccepted(known, 90 * UNIT, 1, 100 * UNIT, 2));
        next.beginEpoch(2);

        next.place(1, owner.limit(Side.BUY, 1, 90), 3);
        assertThat(owner.lastResult().reason()).isEqualTo(Reason.UNKNOWN_STOCK);
        next.replace(2, owner.change(known.orderId(), 2, 0, 0), 4);
        assertThat(owner.lastResult().reason()).isEqualTo(Reason.UNKNOWN_STOCK);
    }

    @Test
    void shouldRefuseWhenTermsDoNotSuitType() {
        assertRefused(terms(OrderType.MARKET, TimeInForce.DAY, 1, 90, 0), Reason.INVALID_TERMS);
        assertRefused(terms(OrderType.MARKET, TimeInForce.DAY, 1, 0, 90), Reason.INVALID_TERMS);
        assertRefused(terms(OrderType.LIMIT, TimeInForce.DAY, 1, 90, 90), Reason.INVALID_TERMS);
        assertRefused(terms(OrderType.STOP, TimeInForce.DAY, 1, 90, 90), Reason.INVALID_TERMS);
        assertRefused(terms(OrderType.STOP, TimeInForce.IOC, 1, 0, 110), Reason.INVALID_TERMS);
        assertRefused(
                terms(OrderType.STOP_LIMIT, TimeInForce.FOK, 1, 110, 110), Reason.INVALID_TERMS);
        assertRefused(terms(OrderType.LIMIT, TimeInForce.DAY, 1, 0, 0), Reason.INVALID_PRICE);
        assertRefused(terms(OrderType.STOP, TimeInForce.DAY, 1, 0, 0), Reason.INVALID_PRICE);
        assertRefused(terms(OrderType.STOP_LIMIT, TimeInForce.DAY, 1, 90, 0), Reason.INVALID_PRICE);
        assertRefused(terms(OrderType.STOP_LIMIT, TimeInForce.DAY, 1, 0, 90), Reason.INVALID_PRICE);
    }

    @Test
    void shouldRefuseWhenQuantityOrPriceIsOutOfRange() {
        assertRefused(shard.limit(Side.BUY, 0, 90), Reason.INVALID_QUANTITY);
        assertRefused(shard.limit(Side.BUY, -1, 90), Reason.INVALID_QUANTITY);
        assertRefused(withLimit(-100), Reason.INVALID_PRICE);
        assertRefused(withLimit(90 * UNIT + 1), Reason.INVALID_PRICE);
        assertRefused(withLimit(90 * UNIT + 50), Reason.INVALID_PRICE);
        assertRefused(withLimit(TriggerBook.MAX_PRICE / 100 * 100 + 100), Reason.INVALID_PRICE);
    }

    @Test
    void shouldRefuseWhenEndDoesNotSuitTimeInForce() {
        assertRefused(withEnd(TimeInForce.DAY, 0), Reason.INVALID_TERMS);
        assertRefused(withEnd(TimeInForce.DAY, -1), Reason.INVALID_TERMS);
        assertRefused(withEnd(TimeInForce.GTC, -1), Reason.INVALID_TERMS);
        assertRefused(withEnd(TimeInForce.IOC, END_OF_DAY), Reason.INVALID_TERMS);
        assertRefused(withEnd(TimeInForce.FOK, END_OF_DAY), Reason.INVALID_TERMS);
        assertRefused(withEnd(TimeInForce.DAY, shard.now + 1), Reason.EXPIRED);

        shard.place(withEnd(TimeInForce.DAY, shard.now + 2));
        assertThat(shard.lastResult().reason()).isEqualTo(Reason.NONE);
        shard.place(withEnd(TimeInForce.GTC, 0));
        assertThat(shard.lastResult().reason()).isEqualTo(Reason.NONE);
    }

    @Test
    void shouldRefuseWhenOrderIsBeyondItsLimits() {
        assertRefused(
                shard.limit(Side.BUY, 1_001, 90),
                CommandResult.refused(Reason.ORDER_QUANTITY_LIMIT, 1_001, 1_000));
        assertRefused(
                shard.limit(Side.BUY, 1_000, 101),
                CommandResult.refused(Reason.ORDER_VALUE_LIMIT, 101_000 * UNIT, 100_000 * UNIT));
        assertRefused(
                shard.limit(Side.BUY, 1, 49),
                CommandResult.refused(Reason.PRICE_DISTANCE_LIMIT, 5_100, 5_000));
        assertRefused(
                shard.stop(Side.BUY, 1, 151),
                CommandResult.refused(Reason.PRICE_DISTANCE_LIMIT, 5_100, 5_000));
        assertRefused(
                withLimit(50 * UNIT - 100),
                CommandResult.refused(Reason.PRICE_DISTANCE_LIMIT, 5_001, 5_000));

        shard.place(shard.limit(Side.BUY, 1, 50));
        assertThat(shard.lastResult().reason()).isEqualTo(Reason.NONE);
    }

    @Test
    void shouldAcceptWhenOrderIsExactlyAtItsLimits() {
        TestShard rich = TestShard.holding(10, 100_000, 100);

        rich.place(rich.limit(Side.BUY, 1_000, 100));
        assertThat(rich.lastResult().reason()).isEqualTo(Reason.NONE);
        rich.place(rich.limit(Side.SELL, 10, 150));
        assertThat(rich.lastResult().reason()).isEqualTo(Reason.NONE);
    }

    @Test
    void shouldKnowTheHighestPriceWhenItIsAsked() {
        int fine = 10_003;
        TestShard wide =
                new TestShard(new TradingLimits(Long.MAX_VALUE, Long.MAX_VALUE, 50, 9, 100, 0));
        wide.engine.list(fine, TestShard.EXCHANGE, 1);
        wide.open(1);

        wide.place(with(withLimit(TriggerBook.MAX_PRICE), TRADER, fine));
        assertThat(wide.lastResult().reason()).isEqualTo(Reason.INSUFFICIENT_CASH);
        wide.place(with(withLimit(TriggerBook.MAX_PRICE + 1), TRADER, fine));
        assertThat(wide.lastResult().reason()).isEqualTo(Reason.INVALID_PRICE);
    }

    @Test
    void shouldRefuseWhenValueDoesNotFit() {
        TestShard wide =
                new TestShard(new TradingLimits(Long.MAX_VALUE, Long.MAX_VALUE, 50, 9, 100, 0));
        wide.open(1);

        wide.place(wide.limit(Side.BUY, Long.MAX_VALUE / UNIT, 2));
        assertThat(wide.lastResult().reason()).isEqualTo(Reason.OVERFLOW);

        wide.place(wide.stop(Side.BUY, 1, TriggerBook.MAX_PRICE / UNIT));
        assertThat(wide.lastResult().reason()).isEqualTo(Reason.OVERFLOW);
    }

    @Test
    void shouldRefuseWhenAccountHasTooManyOpenOrders() {
        for (int i = 0; i < 9; i++) {
            shard.place(shard.limit(Side.BUY, 1, 90));
        }
        shard.place(shard.market(Side.BUY, 1));

        assertRefused(
                shard.limit(Side.BUY, 1, 90),
                CommandResult.refused(Reason.OPEN_ORDERS_LIMIT, 11, 10));
        shard.fill(100);
        shard.place(shard.limit(Side.BUY, 1, 90));
        assertThat(shard.lastResult().reason()).isEqualTo(Reason.NONE);
    }

    @Test
    void shouldRefuseWhenAnOrderSaysTheSameWithinTheWindow() {
        TestShard wary = new TestShard(new TradingLimits(UNIT * UNIT, 1_000, 5_000, 10, 100, 5));
        wary.open(1_000);
        wary.place(wary.limit(Side.BUY, 1, 90));
        long acceptedAt = wary.now;

        wary.place(wary.limit(Side.BUY, 1, 90));
        assertThat(wary.lastResult().reason()).isEqualTo(Reason.DUPLICATE_ORDER);
        wary.place(wary.limit(Side.BUY, 2, 90));
        assertThat(wary.lastResult().reason()).isEqualTo(Reason.NONE);
        wary.now = acceptedAt + 3;
        wary.place(wary.limit(Side.BUY, 1, 90));
        assertThat(wary.lastResult().reason()).isEqualTo(Reason.DUPLICATE_ORDER);
        wary.place(wary.limit(Side.BUY, 1, 90));
        assertThat(wary.lastResult().reason()).isEqualTo(Reason.NONE);
        wary.now = acceptedAt - 100;
        wary.place(wary.limit(Side.BUY, 1, 90));
        assertThat(wary.lastResult().reason()).isEqualTo(Reason.DUPLICATE_ORDER);
    }

    @Test
    void shouldRefuseWhenCashOrSharesDoNotSuffice() {
        assertRefused(
                shard.limit(Side.BUY, 112, 90),
                CommandResult.refused(Reason.INSUFFICIENT_CASH, 10_080 * UNIT, 10_000 * UNIT));
        assertRefused(
                shard.limit(Side.SELL, 11, 110),
                CommandResult.refused(Reason.INSUFFICIENT_HOLDING, 11, 10));
        OrderTerms other = with(shard.limit(Side.SELL, 1, 110), TRADER, OTHER_STOCK);
        assertRefused(other, CommandResult.refused(Reason.INSUFFICIENT_HOLDING, 1, 0));

        shard.place(shard.market(Side.SELL, 6));
        assertRefused(
                shard.limit(Side.SELL, 5, 110),
                CommandResult.refused(Reason.INSUFFICIENT_HOLDING, 5, 4));
        shard.place(shard.market(Side.BUY, 99));
        assertRefused(
                shard.limit(Side.BUY, 1, 90),
                CommandResult.refused(Reason.INSUFFICIENT_CASH, 90 * UNIT, UNIT));
    }

    @Test
    void shouldRefuseWhenThereIsNoPriceToTradeAt() {
        OrderTerms market = with(shard.market(Side.BUY, 1), TRADER, OTHER_STOCK);
        OrderTerms limit = with(shard.limit(Side.BUY, 1, 90), TRADER, OTHER_STOCK);

        assertRefused(market, Reason.NO_PRICE);
        shard.place(limit);
        assertThat(shard.lastResult().reason()).isEqualTo(Reason.NONE);
        assertThat(shard.order(limit.orderId()).lastPrice()).isZero();
        OrderTerms ioc = terms(OrderType.LIMIT, TimeInForce.IOC, 1, 90, 0);
        assertRefused(with(ioc, TRADER, OTHER_STOCK), Reason.NO_PRICE);
    }

    @Test
    void shouldRefuseWhenIdIsTakenByAnotherOrder() {
        OrderTerms first = shard.limit(Side.BUY, 1, 90);
        shard.place(first);
        OrderTerms pending = shard.market(Side.BUY, 1);
        shard.place(pending);

        for (OrderTerms taken : new OrderTerms[] {first, pending}) {
            OrderTerms other = shard.limit(Side.BUY, 2, 90);
            assertRefused(
                    new OrderTerms(
                            taken.orderId(),
                            TRADER,
                            taken.clientOrderId(),
                            STOCK,
                            other.side(),
                            other.type(),
                            other.timeInForce(),
                            other.quantity(),
                            other.limitPrice(),
                            0,
                            END_OF_DAY),
                    Reason.CLIENT_ORDER_ID_REUSED);
        }
    }

    private void assertRefused(OrderTerms terms, Reason reason) {
        assertRefused(terms, CommandResult.refused(reason));
    }

    private void assertRefused(OrderTerms terms, CommandResult refusal) {
        AccountSnapshot before = shard.engine.account(TRADER);

        shard.place(terms);

        assertThat(shard.lastResult()).isEqualTo(refusal);
        assertThat(shard.events.decisions())
                .last()
                .isEqualTo(
                        new Decision.CommandRefused(
                                terms.traderId(), terms.orderId(), refusal.reason(), shard.now));
        assertThat(shard.engine.account(TRADER)).isEqualTo(before);
    }

    private OrderTerms terms(
            OrderType type, TimeInForce timeInForce, long quantity, long limit, long stop) {
        return shard.terms(Side.BUY, type, timeInForce, quantity, limit, stop);
    }

    private OrderTerms withLimit(long exactPrice) {
        OrderTerms t = shard.limit(Side.BUY, 1, 1);
        return new OrderTerms(
                t.orderId(),
                TRADER,
                t.clientOrderId(),
                STOCK,
                t.side(),
                t.type(),
                t.timeInForce(),
                1,
                exactPrice,
                0,
                END_OF_DAY);
    }

    private OrderTerms withEnd(TimeInForce timeInForce, long expiresAt) {
        OrderTerms t = terms(OrderType.LIMIT, timeInForce, 1, 90, 0);
        return new OrderTerms(
                t.orderId(),
                TRADER,
                t.clientOrderId(),
                STOCK,
                t.side(),
                t.type(),
                timeInForce,
                1,
                t.limitPrice(),
                0,
                expiresAt);
    }

    private static OrderTerms with(OrderTerms t, UUID traderId, int stockId) {
        return new OrderTerms(
                t.orderId(),
                traderId,
                t.clientOrderId(),
                stockId,
                t.side(),
                t.type(),
                t.timeInForce(),
                t.quantity(),
                t.limitPrice(),
                t.stopPrice(),
                t.expiresAt());
    }
}
