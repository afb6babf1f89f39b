package org.fogg.core.funding;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** The books of both sides by themselves. */
class TransferBooksTest {

    private static final SenderId EAST = new SenderId("east-asia", 2);

    private static Transfer transfer(long number, TransferState state) {
        TransferTerms terms =
                new TransferTerms(new UUID(1, number), new UUID(2, 2), "east-asia", 5, null);
        return new Transfer(number, terms, state, 1, 1);
    }

    @Test
    void shouldKnowTheLowestOpenNumber() {
        OutgoingTransfers book = new OutgoingTransfers();
        assertThat(book.nextNumber()).isEqualTo(1);
        assertThat(book.lowestOpen()).isEqualTo(1);
        book.put(transfer(1, TransferState.HELD));
        book.put(transfer(2, TransferState.HELD));
        assertThat(book.lowestOpen()).isEqualTo(1);

        book.move(book.find(1), TransferState.SENT, 8);
        assertThat(book.open()).hasSize(2);
        book.move(book.find(1), TransferState.APPLIED, 9);

        assertThat(book.lowestOpen()).isEqualTo(2);
        assertThat(book.find(new UUID(1, 1)).updatedAt()).isEqualTo(9);
        book.move(book.find(2), TransferState.VOIDED, 9);
        assertThat(book.lowestOpen()).isEqualTo(3);
        assertThat(book.nextNumber()).isEqualTo(3);
        assertThat(book.open()).isEmpty();
        assertThat(book.all()).hasSize(2);
        assertThat(book.find(3)).isNull();
    }

    @Test
    void shouldLeadOnlyForward() {
        List<String> steps = new ArrayList<>();
        for (TransferState from : TransferState.values()) {
            for (TransferState to : TransferState.values()) {
                if (OutgoingTransfers.leads(from, to)) {
                    steps.add(from + " " + to);
                }
            }
        }

        assertThat(steps)
                .containsExactly("HELD SENT", "HELD VOIDED", "SENT APPLIED", "SENT VOIDED");
    }

    @Test
    void shouldForgetWhatIsBelowTheMark() {
        IncomingTransfers book = new IncomingTransfers();
        book.put(EAST, 1, 1, TransferOutcome.APPLIED);
        book.put(EAST, 2, 1, TransferOutcome.APPLIED);
        book.put(EAST, 5, 2, TransferOutcome.VOIDED);
        book.put(EAST, 6, 1, TransferOutcome.APPLIED);

        assertThat(told(book))
                .containsExactly("2/east-asia mark 2", "2 APPLIED", "5 VOIDED", "6 APPLIED");
        assertThat(book.outcome(EAST, 1)).isEqualTo(TransferOutcome.VOIDED);
        assertThat(book.outcome(EAST, 3)).isEqualTo(TransferOutcome.UNKNOWN);
        assertThat(book.outcome(new SenderId("east-asia", 3), 1))
                .isEqualTo(TransferOutcome.UNKNOWN);
    }

    @Test
    void shouldTellSendersInTheirOrder() {
        IncomingTransfers book = new IncomingTransfers();
        book.restore(new SenderId("europe", 1), 4);
        book.restore(new SenderId("east-asia", 3), 1);
        book.restore(EAST, 7);

        assertThat(told(book))
                .containsExactly("2/east-asia mark 7", "3/east-asia mark 1", "1/europe mark 4");
    }

    private static List<String> told(IncomingTransfers book) {
        List<String> told = new ArrayList<>();
        book.visit(
                new IncomingTransfers.Visitor() {

                    @Override
                    public void sender(SenderId sender, long mark) {
                        told.add(sender.shard() + "/" + sender.georegion() + " mark " + mark);
                    }

                    @Override
                    public void outcome(SenderId sender, long number, TransferOutcome outcome) {
                        told.add(number + " " + outcome);
                    }
                });
        return told;
    }
}
