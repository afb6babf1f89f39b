package org.fogg.broker.home;

import org.fogg.broker.home.HomeDecision.Change;

/** What is decided on a georegion's home, for operators. Thread-safe. */
public interface Homes {

    /** Of a georegion with one data centre. */
    static Homes only(String dc) {
        var state = new HomeState(1, dc, HomeState.Standing.TOGETHER);
        return new Homes() {
            @Override
            public HomeState state() {
                return state;
            }

            @Override
            public boolean isPair() {
                return false;
            }

            @Override
            public HomeState decide(Change change) {
                return state;
            }
        };
    }

    /** As far as this broker has read. */
    HomeState state();

    /** Whether there is a second data centre at all. */
    boolean isPair();

    /**
     * Writes a decision about the term that lasts, and reads it back. Blocks.
     *
     * @return the state after it, in which it need not have counted
     * @throws org.fogg.broker.command.UnavailableException when Kafka does not take it
     */
    HomeState decide(Change change);
}
