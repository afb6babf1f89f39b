package org.fogg.trader.bench;

/** Hears how far a run is. */
@FunctionalInterface
public interface Progress {

    /** Takes one line for people. Must not block for long: it is called in the run's thread. */
    void line(String text);
}
