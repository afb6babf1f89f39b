package org.fogg.audit.wire;

/** Bytes that are not the message they should be. */
public final class MalformedException extends Exception {

    private static final long serialVersionUID = 1L;

    /**
     * Names what is wrong.
     *
     * @param message what is wrong with the bytes
     */
    public MalformedException(String message) {
        super(message);
    }
}
