package org.fogg.trader.bench.load;

/** Time that goes on when told to. */
final class FakeTime {

    static final long MILLI = 1_000_000;

    private long nanos = 1_000_000_000_000L;

    long now() {
        return nanos;
    }

    void advanceMillis(long millis) {
        nanos += millis * MILLI;
    }

    Times times() {
        return new Times(this::now, 0);
    }
}
