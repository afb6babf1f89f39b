package org.fogg.launcher.chaos;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * One fault that was done, and what came of it.
 *
 * @param target the name of what was hit
 * @param atMillis when, since the load began
 * @param backMillis when it answered again
 * @param detectionMillis from the fault until somebody began to mend it
 * @param recoveryMillis from the fault until every shard had accepted an order again; null if one
 *     did not
 */
record Strike(
        String target,
        Fault.Signal signal,
        long atMillis,
        long backMillis,
        long detectionMillis,
        @Nullable Long recoveryMillis) {

    private static final double SECOND = 1_000.0;

    /** A line for people. */
    String text() {
        String begin =
                String.format(
                        Locale.ROOT,
                        "%7.1f s  %s %-13s back after %5.1f s; ",
                        atMillis / SECOND,
                        signal,
                        target,
                        (backMillis - atMillis) / SECOND);
        if (recoveryMillis == null) {
            return begin + "ORDERS WERE NOT ACCEPTED AGAIN";
        }
        return begin
                + String.format(
                        Locale.ROOT,
                        "orders on all shards after %5.1f s (detection %.1f s, the rest %.1f s)",
                        recoveryMillis / SECOND,
                        detectionMillis / SECOND,
                        (recoveryMillis - detectionMillis) / SECOND);
    }
}
