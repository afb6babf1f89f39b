package org.fogg.core.trigger;

/** Hears which orders a price triggers. */
@FunctionalInterface
public interface TriggerListener {

    /**
     * An order whose condition is met. Must neither change the book nor throw.
     *
     * @param reference what the order was added with
     * @return whether the order leaves the book; else it stays and keeps its place
     */
    boolean triggered(int reference);
}
