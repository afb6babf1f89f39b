package org.fogg.broker.wire;

/** A message that cannot be decoded: unknown, of an unknown version, cut short, or senseless. */
public final class MalformedMessageException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** With what is wrong with it. */
    public MalformedMessageException(String message) {
        super(message);
    }

    /** With the failure that decoding it met. */
    public MalformedMessageException(String message, Throwable cause) {
        super(message, cause);
    }
}
