package org.fogg.core.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.fogg.core.engine.TestShard.EXCHANGE;
import static org.fogg.core.engine.TestShard.LIMITS;
import static org.fogg.core.engine.TestShard.OTHER_STOCK;
import static org.fogg.core.engine.TestShard.STOCK;
import static org.fogg.core.engine.TestShard.TRADER;

import java.util.UUID;
import org.fogg.core.engine.Decision.AccountOpened;
import org.fogg.core.engine.Decision.CashDeposited;
import org.fogg.core.engine.Decision.OrderAccepted;
import org.fogg.core.engine.Decision.OrderClosed;
import org.fogg.core.engine.Decision.OrderReplaced;
import org.fogg.core.engine.Decision.OrderRested;
import org.fogg.core.engine.Decision.OrderTraded;
import org.fogg.core.funding.TransferOutcome;
import org.fogg.core.funding.TransferTerms;
import org.fogg.core.order.OrderStatus;
import org.fogg.core.order.OrderTerms;
import org.fogg.core.order.OrderType;
import org.fogg.core.order.Reason;
import org.fogg.core.order.Side;
import org.fogg.core.order.TimeInForce;
import org.fogg.core.trigger.TriggerBook;
import org.junit.jupiter.api.Test;

/** A journal's decision that does not fit the state is refused, and nothing has changed. */
class MisfitTest {

    private static final UUID STRANGER = new UUID(9, 9);
    private static final long HUGE = 1L << 61;

    private final TestShard former = new TestShard();
    private final ShardEngine engine = new ShardEngine(LIMITS, former.events);
    private long executions;

    private void assertMisfits(Decision... misfits) {
        long hash = engine.stateHash();
        long decisions = engine.decisionCount();
        for (Decision misfit : misfits) {
            assertThatThrownBy(() -> engine.replay(misfit))
                    .as("%s", misfit)
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageStartingWith("Does not fit the shard's state");
            assertThat(engine.stateHash()).as("%s", misfit).isEqualTo(hash);
        }
        assertThat(engine.decisionCount()).isEqualTo(decisions);
    }

    private void open(long cash) {
        engine.replay(new AccountOpened(new UUID(2, 2), TRADER, cash, 1));
    }

    /** An order of a price in 1/10,000, in force. */
    private OrderTerms limit(Side side, int stockId, long quantity, long price) {
        OrderTerms terms = terms(TRADER, stockId, side, OrderType.LIMIT, quantity, price, 0);
        engine.replay(accepted(terms, price));
        return terms;
    }

    private OrderTerms terms(
            UUID trader,
            int stockId,
            Side side,
            OrderType type,
            long quantity,
            long limitPrice,
            long stopPrice) {
        long number = ++former.token;
        return new OrderTerms(
                new UUID(3, number),
                trader,
                "order-" + number,
                stockId,
                side,
                type,
                TimeInForce.GTC,
                quantity,
                limitPrice,
                stopPrice,
                0);
    }

    private static OrderAccepted accepted(OrderTerms terms, long capPrice) {
        return new OrderAccepted(terms, capPrice, 1, 1, 1);
    }

    private OrderTraded traded(OrderTerms terms, long quantity, long price) {
        return traded(terms, ++executions, terms.traderId(), terms.stockId(), quantity, price);
    }

    private static OrderTraded traded(
            OrderTerms terms, long id, UUID trader, int stockId, long quantity, long price) {
        return new OrderTraded(
                terms.orderId(),
                trader,
                stockId,
                terms.side(),
                EXCHANGE,
                id,
                1,
                1,
                quantity,
                price,
                1,
                0,
                0,
                3);
    }

    @Test
    void shouldRefuseMoneyThatCannotBe() {
        open(1_000);
        engine.replay(new CashDeposited(new UUID(2, 3), TRADER, 1, 1));

        assertMisfits(
                new AccountOpened(new UUID(2, 4), TRADER, 1, 1),
                new AccountOpened(new UUID(2, 4), STRANGER, -1, 1),
                new CashDeposited(new UUID(2, 4), STRANGER, 1, 1),
                new CashDeposited(new UUID(2, 4), TRADER, 0, 1),
                new CashDeposited(new UUID(2, 4), TRADER, Long.MAX_VALUE, 1),
                new CashDeposited(new UUID(2, 3), TRADER, 1, 1),
                new Decision.HaltChanged(STRANGER, true, 1));
    }

    @Test
    void shouldRefuseOrdersThatCannotBe() {
        open(1_000);
        OrderTerms known = limit(Side.BUY, STOCK, 1, 300);
        long max = TriggerBook.MAX_PRICE;

        assertMisfits(
                accepted(known, 300),
                accepted(terms(STRANGER, STOCK, Side.BUY, OrderType.LIMIT, 1, 9, 0), 9),
                accepted(terms(TRADER, STOCK, Side.BUY, OrderType.LIMIT, 1, 701, 0), 701),
                accepted(terms(TRADER, STOCK, Side.SELL, OrderType.MARKET, 1, 0, 0), 0),
                accepted(terms(TRADER, STOCK, Side.SELL, OrderType.MARKET, 1, 0, 0), -1),
                accepted(terms(TRADER, STOCK, Side.SELL, OrderType.MARKET, 1, 0, 0), max + 1),
                accepted(terms(TRADER, STOCK, Side.SELL, OrderType.MARKET, 0, 0, 0), 9),
                accepted(terms(TRADER, STOCK, Side.SELL, OrderType.MARKET, -1, 0, 0), 9),
                accepted(terms(TRADER, STOCK, Side.SELL, OrderType.LIMIT, 1, 9, 0), 8),
                accepted(terms(TRADER, STOCK, Side.SELL, OrderType.STOP_LIMIT, 1, 9, 9), 8),
                accepted(terms(TRADER, STOCK, Side.SELL, OrderType.STOP, 1, 0, 0), 9),
                accepted(terms(TRADER, STOCK, Side.SELL, OrderType.STOP_LIMIT, 1, 9, -1), 9),
                accepted(terms(TRADER, STOCK, Side.SELL, OrderType.LIMIT, HUGE, 9, 0), 9));
        // All that is left.
        limit(Side.BUY, STOCK, 1, 700);
        limit(Side.SELL, STOCK, 1, max);
    }

    @Test
    void shouldRefuseTradesThatCannotBe() {
        open(1_000);
        OrderTerms buy = limit(Side.BUY, STOCK, 5, 90);
        engine.replay(traded(buy, 2, 90));
        OrderTerms sell = limit(Side.SELL, STOCK, 5, 90);
        OrderTerms unknown = terms(TRADER, STOCK, Side.BUY, OrderType.LIMIT, 5, 90, 0);

        assertMisfits(
                traded(buy, executions, TRADER, STOCK, 1, 90),
                traded(buy, 0, 90),
                traded(buy, 4, 90),
                traded(buy, 1, 0),
                traded(buy, 1, 91),
                traded(buy, 1, Long.MAX_VALUE),
                traded(sell, 1, 89),
                traded(sell, 3, 90),
                traded(unknown, 1, 90),
                traded(buy, 9, STRANGER, STOCK, 1, 90),
                traded(buy, 9, TRADER, OTHER_STOCK, 1, 90),
                new OrderTraded(
                        buy.orderId(),
                        TRADER,
                        STOCK,
                        Side.SELL,
                        EXCHANGE,
                        9,
                        1,
                        1,
                        1,
                        90,
                        1,
                        0,
                        0,
                        1));
        engine.replay(traded(sell, 2, TriggerBook.MAX_PRICE));
        engine.replay(traded(buy, 3, 90));
        assertMisfits(traded(buy, 1, 90));
    }

    @Test
    void shouldRefuseTradesThatTheAccountCannotTake() {
        open(2 * HUGE);
        engine.replay(traded(limit(Side.BUY, STOCK, 2 * HUGE, 1), 2 * HUGE, 1));
        engine.replay(new CashDeposited(new UUID(2, 4), TRADER, 2 * HUGE, 1));
        OrderTerms more = limit(Side.BUY, STOCK, 2 * HUGE, 1);

        assertMisfits(traded(more, 2 * HUGE, 1));
        engine.replay(
                new OrderClosed(more.orderId(), TRADER, OrderStatus.CANCELED, Reason.NONE, 1));
        OrderTerms sell = limit(Side.SELL, STOCK, 2 * HUGE, 1);
        assertMisfits(
                traded(sell, 2 * HUGE, TriggerBook.MAX_PRICE),
                traded(sell, HUGE, 2),
                traded(sell, 2 * HUGE, 1));
    }

    @Test
    void shouldRefuseAValueThatAnOrderCannotHold() {
        open(2 * HUGE);
        engine.replay(traded(limit(Side.BUY, STOCK, 2 * HUGE, 1), 2 * HUGE, 1));
        OrderTerms sell = limit(Side.SELL, STOCK, 2 * HUGE, 1);
        engine.replay(traded(sell, HUGE, 2));
        engine.replay(traded(limit(Side.BUY, OTHER_STOCK, 2 * HUGE, 1), 2 * HUGE, 1));

        assertMisfits(traded(sell, HUGE, 2));
        engine.replay(new CashDeposited(new UUID(2, 4), TRADER, 5, 1));
        assertMisfits(traded(sell, HUGE, TriggerBook.MAX_PRICE));
        engine.replay(traded(sell, HUGE, 1));
    }

    @Test
    void shouldRefuseTransfersThatTheAccountCannotTakeBack() {
        open(2 * HUGE);
        TransferTerms terms = new TransferTerms(new UUID(8, 8), TRADER, "asia", 2 * HUGE, null);
        engine.replay(new Decision.TransferHeld(1, terms, 1));
        engine.replay(new CashDeposited(new UUID(2, 4), TRADER, 2 * HUGE, 1));

        assertMisfits(
                new Decision.TransferEnded(
                        1, terms.id(), TRADER, 2 * HUGE, TransferOutcome.VOIDED, 1));
    }

    @Test
    void shouldRefuseChangesThatCannotBe() {
        open(1_000);
        engine.replay(new AccountOpened(new UUID(2, 5), STRANGER, 1_000, 1));
        OrderTerms old = limit(Side.BUY, STOCK, 5, 90);
        OrderTerms closed = limit(Side.SELL, STOCK, 5, 90);
        UUID closedId = closed.orderId();
        engine.replay(new OrderClosed(closedId, TRADER, OrderStatus.EXPIRED, Reason.EXPIRED, 1));
        UUID id = old.orderId();
        OrderTerms tooMuch = terms(TRADER, STOCK, Side.BUY, OrderType.LIMIT, 1, 1_001, 0);
        OrderTerms ofAnother = terms(STRANGER, STOCK, Side.BUY, OrderType.LIMIT, 1, 90, 0);
        OrderTerms by = terms(TRADER, STOCK, Side.BUY, OrderType.LIMIT, 1, 1_000, 0);

        assertMisfits(
                new OrderClosed(id, TRADER, OrderStatus.FILLED, Reason.NONE, 1),
                new OrderClosed(STRANGER, TRADER, OrderStatus.CANCELED, Reason.REQUESTED, 1),
                new OrderClosed(closedId, TRADER, OrderStatus.CANCELED, Reason.REQUESTED, 1),
                new OrderRested(id, TRADER, 91, 1),
                new OrderRested(closedId, TRADER, 90, 1),
                new OrderReplaced(id, old, 90, 1, 1, true, 1),
                new OrderReplaced(id, tooMuch, 1_001, 1, 1, true, 1),
                new OrderReplaced(id, ofAnother, 90, 1, 1, true, 1),
                new OrderReplaced(closedId, by, 1_000, 1, 1, true, 1));
        // With what the old one gives back.
        engine.replay(new OrderReplaced(id, by, 1_000, 1, 1, false, 1));
    }
}
