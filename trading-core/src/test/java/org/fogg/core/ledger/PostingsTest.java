package org.fogg.core.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.fogg.core.engine.Decision;
import org.fogg.core.funding.SenderId;
import org.fogg.core.funding.TransferOutcome;
import org.fogg.core.funding.TransferTerms;
import org.fogg.core.ledger.Posting.AccountKind;
import org.fogg.core.order.OrderStatus;
import org.fogg.core.order.Reason;
import org.fogg.core.order.Side;
import org.junit.jupiter.api.Test;

class PostingsTest {

    private static final UUID ID = new UUID(1, 1);

    @Test
    void shouldMoveMoneyFromDepositsWhenPaidIn() {
        assertThat(Postings.of(new Decision.CashDeposited(ID, ID, 5, 1)))
                .containsExactly(
                        new Posting(AccountKind.TRADER, 0, 0, 5),
                        new Posting(AccountKind.DEPOSITS, 0, 0, -5));
        assertThat(Postings.of(new Decision.AccountOpened(ID, ID, 7, 1)))
                .containsExactly(
                        new Posting(AccountKind.TRADER, 0, 0, 7),
                        new Posting(AccountKind.DEPOSITS, 0, 0, -7));
        assertThat(Postings.of(new Decision.AccountOpened(ID, ID, 0, 1))).isEmpty();
    }

    @Test
    void shouldExchangeMoneyForSharesWhenTraded() {
        assertThat(Postings.of(traded(Side.BUY)))
                .containsExactly(
                        new Posting(AccountKind.TRADER, 0, 0, -60),
                        new Posting(AccountKind.EXCHANGE, 2, 0, 60),
                        new Posting(AccountKind.TRADER, 0, 9, 3),
                        new Posting(AccountKind.EXCHANGE, 2, 9, -3));
        assertThat(Postings.of(traded(Side.SELL)))
                .containsExactly(
                        new Posting(AccountKind.TRADER, 0, 0, 60),
                        new Posting(AccountKind.EXCHANGE, 2, 0, -60),
                        new Posting(AccountKind.TRADER, 0, 9, -3),
                        new Posting(AccountKind.EXCHANGE, 2, 9, 3));
    }

    @Test
    void shouldPutMoneyIntoTransitAndAbroadWhenItIsTransferred() {
        TransferTerms terms = new TransferTerms(ID, ID, "asia", 8, null);
        assertThat(Postings.of(new Decision.TransferHeld(1, terms, 1)))
                .containsExactly(
                        new Posting(AccountKind.TRADER, 0, 0, -8),
                        new Posting(AccountKind.TRANSIT, 0, 0, 8));
        assertThat(Postings.of(ended(8, TransferOutcome.APPLIED)))
                .containsExactly(
                        new Posting(AccountKind.TRANSIT, 0, 0, -8),
                        new Posting(AccountKind.ABROAD, 0, 0, 8));
        assertThat(Postings.of(ended(8, TransferOutcome.VOIDED)))
                .containsExactly(
                        new Posting(AccountKind.TRANSIT, 0, 0, -8),
                        new Posting(AccountKind.TRADER, 0, 0, 8));
        SenderId sender = new SenderId("europe", 1);
        assertThat(Postings.of(new Decision.TransferApplied(sender, 1, 1, ID, ID, 8, 1)))
                .containsExactly(
                        new Posting(AccountKind.ABROAD, 0, 0, -8),
                        new Posting(AccountKind.TRADER, 0, 0, 8));
        assertThat(Postings.of(ended(0, TransferOutcome.APPLIED))).isEmpty();
    }

    private static Decision ended(long amount, TransferOutcome outcome) {
        return new Decision.TransferEnded(1, ID, ID, amount, outcome, 1);
    }

    @Test
    void shouldMoveNothingOtherwise() {
        Decision closed =
                new Decision.OrderClosed(ID, ID, OrderStatus.CANCELED, Reason.REQUESTED, 1);

        assertThat(Postings.of(closed)).isEmpty();
    }

    private static Decision traded(Side side) {
        return new Decision.OrderTraded(ID, ID, 9, side, 2, 1, 1, 1, 3, 20, 1, 0, 0, 1);
    }
}
