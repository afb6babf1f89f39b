package org.fogg.trader.bench;

import java.time.Clock;

/** Puts load on a running world and measures it. */
public final class Bench {

    private Bench() {}

    /**
     * Runs a benchmark in the calling thread, which takes the settings' seconds and some more.
     *
     * <p>The client's record of requests and answers is complete also when this throws.
     *
     * @return what was measured; {@link BenchResult#checksHeld} says whether to rely on it
     * @throws IllegalArgumentException when the mix file is wrong, naming file, line and rule
     * @throws BenchException when the world does not answer as it must, e.g. no trader can be made
     * @throws InterruptedException when the thread is interrupted
     */
    public static BenchResult run(BenchSettings settings, BenchTarget target, Progress progress)
            throws InterruptedException {
        try (BenchRun run = new BenchRun(settings, target, progress, Clock.systemUTC().instant())) {
            return run.run();
        }
    }
}
