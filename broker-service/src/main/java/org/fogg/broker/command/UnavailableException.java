package org.fogg.broker.command;

import java.time.Duration;

/** Something that a command needs is away. Retrying it with the same ids is always safe. */
public final class UnavailableException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final Duration retryAfter;
    private final boolean outcomeUnknown;

    /**
     * @param reason one sentence for the user
     * @param retryAfter when a retry may have success
     * @param outcomeUnknown whether the command may have been, or may yet be, carried out
     */
    public UnavailableException(String reason, Duration retryAfter, boolean outcomeUnknown) {
        // Expected under overload and outage, so without the cost of a stack trace.
        super(reason, null, false, false);
        this.retryAfter = retryAfter;
        this.outcomeUnknown = outcomeUnknown;
    }

    /** What is away, as one sentence for the user. */
    public String reason() {
        return String.valueOf(getMessage());
    }

    /** When a retry may have success. */
    public Duration retryAfter() {
        return retryAfter;
    }

    /** Whether the command may have been, or may yet be, carried out. */
    public boolean outcomeUnknown() {
        return outcomeUnknown;
    }
}
