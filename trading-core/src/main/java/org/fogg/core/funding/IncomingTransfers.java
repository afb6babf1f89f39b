package org.fogg.core.funding;

import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The receiver's book: per sender the outcome of each transfer at or above a mark. Below the mark
 * all have ended for the sender, so whatever still comes from there is refused.
 */
public final class IncomingTransfers {

    private final SortedMap<SenderId, Sender> senders = new TreeMap<>();

    private static final class Sender {

        private final SortedMap<Long, TransferOutcome> outcomes = new TreeMap<>();
        private long mark = 1;
    }

    /** Hears of what a book has. */
    public interface Visitor {

        /** All of this sender below the mark have ended. */
        void sender(SenderId sender, long mark);

        /** An outcome at or above the mark. */
        void outcome(SenderId sender, long number, TransferOutcome outcome);
    }

    /** What became of a transfer; unknown when it may still be applied or barred. */
    public TransferOutcome outcome(SenderId sender, long number) {
        Sender known = senders.get(sender);
        if (known == null) {
            return TransferOutcome.UNKNOWN;
        }
        TransferOutcome outcome = known.outcomes.get(number);
        if (outcome != null) {
            return outcome;
        }
        return number < known.mark ? TransferOutcome.VOIDED : TransferOutcome.UNKNOWN;
    }

    /**
     * Enters an outcome.
     *
     * @param lowestOpen the sender's lowest open number, at most the transfer's own
     */
    public void put(SenderId sender, long number, long lowestOpen, TransferOutcome outcome) {
        Sender known = senders.computeIfAbsent(sender, id -> new Sender());
        known.outcomes.put(number, outcome);
        if (lowestOpen > known.mark) {
            known.mark = lowestOpen;
            known.outcomes.headMap(lowestOpen).clear();
        }
    }

    /** All of a sender below the mark have ended, as a snapshot says. */
    public void restore(SenderId sender, long mark) {
        senders.computeIfAbsent(sender, id -> new Sender()).mark = mark;
    }

    /** Tells everything, in the order of senders and numbers. */
    public void visit(Visitor visitor) {
        senders.forEach(
                (id, sender) -> {
                    visitor.sender(id, sender.mark);
                    sender.outcomes.forEach((n, outcome) -> visitor.outcome(id, n, outcome));
                });
    }
}
