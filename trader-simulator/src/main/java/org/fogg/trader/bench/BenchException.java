package org.fogg.trader.bench;

/** The world does not answer as a benchmark needs it. The message is one sentence for people. */
public final class BenchException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** With a sentence. */
    public BenchException(String message) {
        super(message);
    }

    /** With a sentence and where it came from. */
    public BenchException(String message, Throwable cause) {
        super(message, cause);
    }
}
