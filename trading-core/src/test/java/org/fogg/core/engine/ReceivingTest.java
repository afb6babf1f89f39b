package org.fogg.core.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.fogg.core.engine.TestShard.TRADER;
import static org.fogg.core.engine.TestShard.UNIT;

import java.util.UUID;
import org.fogg.core.funding.SenderId;
import org.fogg.core.funding.TransferOutcome;
import org.fogg.core.funding.TransferRequest;
import org.fogg.core.funding.TransferTerms;
import org.fogg.core.order.OrderTerms;
import org.fogg.core.order.Reason;
import org.fogg.core.order.Side;
import org.junit.jupiter.api.Test;

/** The receiver's side of a transfer: applied or barred, once and for all. */
class ReceivingTest {

    private static final SenderId SENDER = new SenderId("europe", 3);
    private static final SenderId OTHER = new SenderId("europe", 4);

    private final TestShard shard = TestShard.trading(1_000, 100);
    private final ShardEngine engine = shard.engine;

    private static TransferRequest request(long number, long lowestOpen, long amount) {
        return request(number, lowestOpen, TRADER, amount * UNIT, null);
    }

    private static TransferRequest request(
            long number, long lowestOpen, UUID trader, long amount, OrderTerms order) {
        UUID id = order == null ? new UUID(6, number) : order.orderId();
        return new TransferRequest(
                number, lowestOpen, new TransferTerms(id, trader, "here", amount, order), 0);
    }

    private TransferOutcome apply(SenderId sender, TransferRequest request) {
        shard.forgetEvents();
        engine.apply(++shard.token, sender, request, ++shard.now);
        return outcome();
    }

    private TransferOutcome bar(SenderId sender, TransferRequest request) {
        shard.forgetEvents();
        engine.bar(++shard.token, sender, request, ++shard.now);
        assertThat(shard.lastResult()).isEqualTo(CommandResult.DONE);
        return outcome();
    }

    private TransferOutcome outcome() {
        return shard.events.all.stream()
                .filter(RecordedEvents.Transferred.class::isInstance)
                .map(event -> ((RecordedEvents.Transferred) event))
                .filter(event -> event.token() == shard.token)
                .findFirst()
                .orElseThrow()
                .outcome();
    }

    @Test
    void shouldTakeTheMoneyOnceWhenItComesTwice() {
        assertThat(apply(SENDER, request(1, 1, 50))).isEqualTo(TransferOutcome.APPLIED);
        assertThat(apply(SENDER, request(1, 1, 50))).isEqualTo(TransferOutcome.APPLIED);

        assertThat(shard.cash()).isEqualTo(1_050 * UNIT);
        assertThat(shard.lastResult()).isEqualTo(CommandResult.DONE);
    }

    @Test
    void shouldTellSendersApart() {
        assertThat(apply(SENDER, request(1, 1, 50))).isEqualTo(TransferOutcome.APPLIED);
        assertThat(apply(OTHER, request(1, 1, 50))).isEqualTo(TransferOutcome.APPLIED);
        assertThat(bar(new SenderId("asia", 3), request(1, 1, 50)))
                .isEqualTo(TransferOutcome.VOIDED);

        assertThat(shard.cash()).isEqualTo(1_100 * UNIT);
    }

    @Test
    void shouldNeverApplyWhatWasBarred() {
        assertThat(bar(SENDER, request(1, 1, 50))).isEqualTo(TransferOutcome.VOIDED);
        assertThat(bar(SENDER, request(1, 1, 50))).isEqualTo(TransferOutcome.VOIDED);

        assertThat(apply(SENDER, request(1, 1, 50))).isEqualTo(TransferOutcome.VOIDED);
        assertThat(shard.lastResult().reason()).isEqualTo(Reason.TRANSFER_VOIDED);
        assertThat(shard.cash()).isEqualTo(1_000 * UNIT);
    }

    @Test
    void shouldNotBarWhatWasApplied() {
        apply(SENDER, request(1, 1, 50));

        assertThat(bar(SENDER, request(1, 1, 50))).isEqualTo(TransferOutcome.APPLIED);
        assertThat(shard.cash()).isEqualTo(1_050 * UNIT);
    }

    @Test
    void shouldRefuseForEverWhatIsUnknownBelowTheMark() {
        apply(SENDER, request(1, 1, 50));
        apply(SENDER, request(5, 4, 50));
        long decisions = engine.decisionCount();

        for (long number = 1; number < 4; number++) {
            assertThat(apply(SENDER, request(number, 1, 50))).isEqualTo(TransferOutcome.VOIDED);
            assertThat(bar(SENDER, request(number, 1, 50))).isEqualTo(TransferOutcome.VOIDED);
        }
        assertThat(engine.decisionCount()).isEqualTo(decisions);
        assertThat(apply(SENDER, request(4, 1, 50))).isEqualTo(TransferOutcome.APPLIED);
        assertThat(apply(SENDER, request(3, 3, 50))).isEqualTo(TransferOutcome.VOIDED);
        assertThat(apply(SENDER, request(5, 4, 50))).isEqualTo(TransferOutcome.APPLIED);
        assertThat(shard.cash()).isEqualTo(1_150 * UNIT);
    }

    @Test
    void shouldKnowWhereATraderIsAtHomeWhenATransferOpenedTheAccount() {
        UUID trader = new UUID(4, 4);
        apply(SENDER, request(1, 1, trader, 7, null));
        apply(new SenderId("asia", 1), request(1, 1, trader, 7, null));

        assertThat(engine.home(trader)).isEqualTo("europe");
        assertThat(engine.home(new UUID(5, 5))).isNull();
    }

    @Test
    void shouldBeHomeToATraderToWhomMoneyComesBack() {
        apply(SENDER, request(1, 1, 50));

        assertThat(engine.home(TRADER)).isNull();
    }

    @Test
    void shouldOpenTheAccountWhenThereIsNone() {
        UUID trader = new UUID(4, 4);

        apply(SENDER, request(1, 1, trader, 7, null));

        assertThat(engine.account(trader).cash()).isEqualTo(7);
        assertThat(shard.events.decisions()).hasSize(2);
    }

    @Test
    void shouldPlaceTheOrderWithTheMoneyWhenThereIsOne() {
        OrderTerms order = shard.limit(Side.BUY, 11, 99);
        TransferRequest request = request(1, 1, TRADER, 100 * UNIT, order);

        assertThat(apply(SENDER, request)).isEqualTo(TransferOutcome.APPLIED);
        assertThat(shard.lastResult().order()).isEqualTo(shard.order(order.orderId()));
        apply(SENDER, request);

        assertThat(shard.lastResult().order()).isEqualTo(shard.order(order.orderId()));
        assertThat(shard.reserved()).isEqualTo(11 * 99 * UNIT);
    }

    @Test
    void shouldKeepTheMoneyWhenTheOrderIsRefused() {
        OrderTerms order = shard.limit(Side.BUY, 1_001, 1);

        assertThat(apply(SENDER, request(1, 1, TRADER, 50 * UNIT, order)))
                .isEqualTo(TransferOutcome.APPLIED);

        assertThat(shard.lastResult().reason()).isEqualTo(Reason.ORDER_QUANTITY_LIMIT);
        assertThat(shard.cash()).isEqualTo(1_050 * UNIT);
    }

    @Test
    void shouldTakeAnOrderThatComesWithoutMoney() {
        UUID newcomer = new UUID(5, 5);
        OrderTerms terms = shard.limit(Side.SELL, 1, 100);
        OrderTerms sell =
                new OrderTerms(
                        terms.orderId(),
                        newcomer,
                        terms.clientOrderId(),
                        terms.stockId(),
                        terms.side(),
                        terms.type(),
                        terms.timeInForce(),
                        terms.quantity(),
                        terms.limitPrice(),
                        terms.stopPrice(),
                        terms.expiresAt());

        assertThat(apply(SENDER, request(1, 1, newcomer, 0, sell)))
                .isEqualTo(TransferOutcome.APPLIED);

        assertThat(shard.lastResult().reason()).isEqualTo(Reason.INSUFFICIENT_HOLDING);
        assertThat(engine.account(newcomer).cash()).isZero();
    }

    @Test
    void shouldBarWhatTheAccountCannotHold() {
        long most = Long.MAX_VALUE / 2 - 1_000 * UNIT;

        assertThat(apply(SENDER, request(1, 1, TRADER, most + 1, null)))
                .isEqualTo(TransferOutcome.VOIDED);
        assertThat(apply(SENDER, request(1, 1, TRADER, 1, null))).isEqualTo(TransferOutcome.VOIDED);
        assertThat(apply(SENDER, request(2, 1, TRADER, most, null)))
                .isEqualTo(TransferOutcome.APPLIED);
    }

    @Test
    void shouldThrowWhenTheRequestMakesNoSense() {
        OrderTerms order = shard.limit(Side.BUY, 1, 1);
        long hash = engine.stateHash();
        for (TransferRequest request :
                new TransferRequest[] {
                    request(1, 1, -1),
                    request(1, 0, 1),
                    request(1, 2, 1),
                    request(0, 0, 1),
                    request(1, 1, new UUID(8, 8), 1, order)
                }) {
            assertThatThrownBy(() -> engine.apply(1, SENDER, request, 1))
                    .isInstanceOf(IllegalArgumentException.class);
            assertThatThrownBy(() -> engine.bar(1, SENDER, request, 1))
                    .isInstanceOf(IllegalArgumentException.class);
        }
        assertThat(engine.stateHash()).isEqualTo(hash);
    }
}
