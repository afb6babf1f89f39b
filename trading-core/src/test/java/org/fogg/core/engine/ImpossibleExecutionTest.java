package org.fogg.core.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.fogg.core.engine.TestShard.STOCK;
import static org.fogg.core.engine.TestShard.TRADER;
import static org.fogg.core.engine.TestShard.UNIT;

import java.util.UUID;
import org.fogg.core.engine.ExecutionReport.Outcome;
import org.fogg.core.order.OrderStatus;
import org.fogg.core.order.OrderTerms;
import org.fogg.core.order.Side;
import org.fogg.core.trigger.TriggerBook;
import org.junit.jupiter.api.Test;

/** An exchange that says what cannot be: an exception, and nothing has changed. */
class ImpossibleExecutionTest {

    private final TestShard former = TestShard.holding(10, 10_000, 100);

    @Test
    void shouldThrowAndChangeNothingWhenExecutionIsImpossible() {
        UUID id = former.place(former.limit(Side.BUY, 4, 100));
        ExecutionRequest buy = former.lastRequest();
        former.place(former.limit(Side.SELL, 4, 100));
        ExecutionRequest sell = former.lastRequest();
        OrderTerms market = former.market(Side.BUY, 1);
        former.place(market);
        ExecutionRequest pending = former.lastRequest();

        assertImpossible(filled(buy, 0, 1, 100));
        assertImpossible(filled(buy, 50, 0, 100));
        assertImpossible(filled(buy, 50, 5, 100));
        assertImpossible(filled(buy, 50, 1, 0));
        assertImpossible(filled(buy, 50, 1, 101));
        assertImpossible(filled(sell, 50, 1, 99));
        assertImpossible(filled(sell, 50, 1, Long.MAX_VALUE / UNIT));
        assertImpossible(filled(pending, 50, 2, 100));
        assertImpossible(filled(new ExecutionRequest(market, 1, 99, 1, 0, false, 0), 50, 1, 100));
        former.fill(buy, 4, 100);
        assertImpossible(
                filled(new ExecutionRequest(buy.terms(), 1, 99, 1, 0, false, 0), 50, 1, 100));
        former.fill(sell, 1, 100);
        assertImpossible(
                filled(
                        new ExecutionRequest(sell.terms(), 1, sell.attempt(), 1, 0, false, 0),
                        50,
                        1,
                        100));
        assertThat(former.order(id).status()).isEqualTo(OrderStatus.FILLED);
    }

    @Test
    void shouldThrowWhenAMissedExecutionOfAKnownOrderIsImpossible() {
        OrderTerms buy = former.limit(Side.BUY, 4, 90);
        former.place(buy);
        OrderTerms sell = former.limit(Side.SELL, 8, 110);
        former.place(sell);
        OrderTerms more = former.limit(Side.SELL, 8, 110);
        former.place(more);

        assertImpossible(filled(missed(buy), 50, 5, 90));
        assertImpossible(filled(missed(buy), 50, 1, 91));
        former.engine.onReport(filled(missed(sell), 50, 8, 110), ++former.now);
        assertImpossible(filled(missed(more), 51, 3, 110));
        former.engine.onReport(filled(missed(more), 51, 2, 110), ++former.now);
        assertThat(former.shares()).isZero();
    }

    @Test
    void shouldThrowWhenTheValueOfAnExecutionDoesNotFit() {
        long shares = 1L << 50;
        long most = Long.MAX_VALUE / 2;
        TestShard rich = new TestShard(new TradingLimits(most, most, 9_999, 10, 100, 0));
        rich.engine.openAccount(1, new UUID(2, 2), TRADER, most, ++rich.now);
        rich.tickExact(100);
        rich.place(rich.market(Side.BUY, shares));
        rich.engine.onReport(
                rich.report(rich.lastRequest(), Outcome.FILLED, 1, shares, 100), ++rich.now);
        rich.place(rich.market(Side.SELL, shares));

        assertImpossible(
                rich,
                rich.report(rich.lastRequest(), Outcome.FILLED, 2, shares, TriggerBook.MAX_PRICE));
    }

    private ExecutionRequest missed(OrderTerms terms) {
        return new ExecutionRequest(terms, 1, 99, terms.quantity(), 0, false, 0);
    }

    @Test
    void shouldThrowWhenNoAccountCoversAnUnseenExecution() {
        OrderTerms tooLarge = former.market(Side.BUY, 1_000);
        assertImpossible(
                filled(new ExecutionRequest(tooLarge, 1, 9, 1, 101 * UNIT, false, 0), 50, 1, 100));
        OrderTerms tooMany = former.market(Side.SELL, 11);
        assertImpossible(
                filled(new ExecutionRequest(tooMany, 1, 9, 1, 99 * UNIT, false, 0), 50, 1, 100));
        OrderTerms t = former.market(Side.BUY, 1);
        OrderTerms stranger =
                new OrderTerms(
                        t.orderId(),
                        new UUID(9, 9),
                        t.clientOrderId(),
                        STOCK,
                        t.side(),
                        t.type(),
                        t.timeInForce(),
                        1,
                        0,
                        0,
                        t.expiresAt());
        assertImpossible(filled(new ExecutionRequest(stranger, 1, 9, 1, 0, false, 0), 50, 1, 100));
    }

    private void assertImpossible(ExecutionReport report) {
        assertImpossible(former, report);
    }

    private static void assertImpossible(TestShard shard, ExecutionReport report) {
        long hash = shard.engine.stateHash();
        long decisions = shard.engine.decisionCount();

        assertThatThrownBy(() -> shard.engine.onReport(report, ++shard.now))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("Impossible execution");

        assertThat(shard.engine.stateHash()).isEqualTo(hash);
        assertThat(shard.engine.decisionCount()).isEqualTo(decisions);
    }

    private ExecutionReport filled(
            ExecutionRequest request, long execution, long quantity, long price) {
        return former.report(request, Outcome.FILLED, execution, quantity, price * UNIT);
    }
}
