package org.fogg.broker.home;

import java.time.Duration;
import java.util.Arrays;

/**
 * Whether anything of a data centre still answers. Silence may be a slow network or a slow machine,
 * so it has to last three times as long as when nothing even takes connections. Thread-safe.
 */
final class SignsOfLife {

    private static final int SILENCE = 3;

    private final long lostAfter;
    private final boolean[] refused;
    private long answeredAt;
    private boolean answered;

    /**
     * @param sources how many parts are asked, above 0
     * @param now nanoseconds of any clock that only goes forward, as in all calls
     */
    SignsOfLife(int sources, Duration lostAfter, long now) {
        refused = new boolean[sources];
        this.lostAfter = lostAfter.toNanos();
        answeredAt = now;
    }

    synchronized void answered(int source, long now) {
        refused[source] = false;
        answeredAt = now;
        answered = true;
    }

    /** It takes no connections. */
    synchronized void refused(int source) {
        refused[source] = true;
    }

    /** It did not answer in time. */
    synchronized void silent(int source) {
        refused[source] = false;
    }

    synchronized boolean isLost(long now) {
        boolean allRefused = true;
        for (boolean each : refused) {
            allRefused &= each;
        }
        return now - answeredAt > (allRefused ? lostAfter : SILENCE * lostAfter);
    }

    /** It has answered, and is not lost. */
    synchronized boolean isThere(long now) {
        return answered && !isLost(now);
    }

    @Override
    public synchronized String toString() {
        return "refused " + Arrays.toString(refused);
    }
}
