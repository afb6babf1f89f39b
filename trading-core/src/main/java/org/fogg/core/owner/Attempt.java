package org.fogg.core.owner;

import org.fogg.core.engine.ExecutionRequest;
import org.jspecify.annotations.Nullable;

/** One attempt to trade, until its outcome is known. */
public final class Attempt {

    private static final long FIRST_PAUSE_NS = 20_000_000;
    private static final long LONGEST_PAUSE_NS = 1_000_000_000;

    private final ExecutionRequest request;
    private final int exchangeId;
    private final TickMarks.@Nullable Hold hold;
    private long resolveAt;
    private long pause = FIRST_PAUSE_NS;

    /**
     * @param hold the tick that led to it and waits for its outcome
     */
    Attempt(ExecutionRequest request, int exchangeId, TickMarks.@Nullable Hold hold) {
        this.request = request;
        this.exchangeId = exchangeId;
        this.hold = hold;
    }

    /** What the exchange is to do. */
    public ExecutionRequest request() {
        return request;
    }

    /** Where it goes. */
    public int exchangeId() {
        return exchangeId;
    }

    TickMarks.@Nullable Hold hold() {
        return hold;
    }

    /** The outcome is unknown: it has to be asked for, each time after a longer pause. */
    void unknown(long now) {
        resolveAt = now + pause;
        pause = Math.min(LONGEST_PAUSE_NS, pause * 2);
    }

    /** Whether it is time to ask; then once only, until it is unknown again. */
    boolean takeDue(long now) {
        if (resolveAt == 0 || resolveAt > now) {
            return false;
        }
        resolveAt = 0;
        return true;
    }
}
