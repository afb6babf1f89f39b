package org.fogg.exchange.message;

/** Bytes that are not the message they should be; the message says why. */
public final class MalformedMessageException extends Exception {

    private static final long serialVersionUID = 1;

    MalformedMessageException(String message) {
        super(message);
    }
}
