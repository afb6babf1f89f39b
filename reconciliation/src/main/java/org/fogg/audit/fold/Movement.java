package org.fogg.audit.fold;

import java.util.List;
import java.util.UUID;

/** A decision that moves cash or stock, and so has lines in the ledger. */
public abstract sealed class Movement extends Witnessed permits Payment, Trade, Remittance {

    private final long sequence;
    private final int n;
    private final long at;

    Movement(long sequence, int n, long at) {
        this.sequence = sequence;
        this.n = n;
        this.at = at;
    }

    /** The lines it must have, in their order; each asset's sum is zero. */
    public abstract List<Line> lines();

    /** What the ledger calls it. */
    public abstract String kind();

    /** The order or command that it is for. */
    public abstract UUID reference();

    /** Whose account it moves. */
    public abstract Account account();

    final int compareTo(long otherSequence, int otherN) {
        int order = Long.compare(sequence, otherSequence);
        return order != 0 ? order : Integer.compare(n, otherN);
    }

    /** The journal sequence of its entry. */
    public final long sequence() {
        return sequence;
    }

    /** Its index in that entry. */
    public final int n() {
        return n;
    }

    /** When it was decided. */
    public final long at() {
        return at;
    }

    /**
     * One line of the double entry.
     *
     * @param account {@code trader}, {@code exchange:<id>}, {@code deposits}, {@code transit} or
     *     {@code abroad}
     * @param asset {@code USD} or {@code stock:<id>}
     * @param amount in 1/10,000 or shares
     */
    public record Line(String account, String asset, long amount) {}
}
