package org.fogg.stack;

import org.jspecify.annotations.Nullable;

/**
 * The servers could not be started or stopped. Its message is one sentence for the user, complete
 * without a stack trace.
 */
public final class StackException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final Problem problem;

    /** What went wrong, for programs. */
    public enum Problem {
        /** Someone else listens on a port that was asked for. */
        PORT_TAKEN,
        /** The machine has less memory to give than the servers need. */
        TOO_LITTLE_MEMORY,
        /** No Java installation that the servers run on. */
        UNFIT_JDK,
        /** The servers' jars have not been built. */
        NOT_BUILT,
        /** A server ended while starting. */
        DIED,
        /** A server runs but did not become ready in time. */
        NOT_READY,
        /** The starting thread was interrupted. */
        INTERRUPTED,
        /** Containers were asked for, and there is no Docker or no Testcontainers. */
        NO_CONTAINERS,
        /** Files or processes could not be handled. */
        BROKEN
    }

    /**
     * @param sentence one complete sentence for the user
     */
    public StackException(Problem problem, String sentence) {
        this(problem, sentence, null);
    }

    /**
     * @param sentence one complete sentence for the user
     * @param cause for developers
     */
    public StackException(Problem problem, String sentence, @Nullable Throwable cause) {
        super(sentence, cause);
        this.problem = problem;
    }

    /** What went wrong. */
    public Problem problem() {
        return problem;
    }

    /** The sentence for the user. */
    public String sentence() {
        return String.valueOf(getMessage());
    }
}
