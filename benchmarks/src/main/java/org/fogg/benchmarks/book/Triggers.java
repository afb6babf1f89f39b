package org.fogg.benchmarks.book;

import org.fogg.core.trigger.TriggerListener;

/** Compares every order that triggers with a list of what must. */
public final class Triggers implements TriggerListener {

    private final int[] expected;
    private int offset;
    private int heard;
    private int wrong;

    /**
     * @param expected numbers of orders in the order in which they must trigger
     */
    public Triggers(int[] expected) {
        this.expected = expected;
    }

    /** Expects the list from its beginning, each number raised by the offset. */
    public void restart(int offset) {
        this.offset = offset;
        heard = 0;
        wrong = 0;
    }

    @Override
    public boolean triggered(int number) {
        if (heard >= expected.length || expected[heard] + offset != number) {
            wrong++;
        }
        heard++;
        return true;
    }

    /**
     * Ends a list.
     *
     * @throws IllegalStateException if an order triggered that must not, or did not
     */
    public void requireAll() {
        if (heard != expected.length || wrong != 0) {
            throw new IllegalStateException(
                    "Of %d orders %d triggered, %d of them in the wrong place"
                            .formatted(expected.length, heard, wrong));
        }
    }
}
