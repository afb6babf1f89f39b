package org.fogg.stack;

import java.time.Duration;

/** Tells a listener of steps, one at a time, with the time since it was made. */
final class Reporter implements ServerStart.Steps {
    private final StackListener listener;
    private final long begin = System.nanoTime();

    Reporter(StackListener listener) {
        this.listener = listener;
    }

    @Override
    public synchronized void step(ServerState state, StackListener.Step step) {
        Duration after = Duration.ofNanos(System.nanoTime() - begin);
        listener.onProgress(new StackListener.Progress(state, step, after));
    }
}
