package org.fogg.exchange.journal;

/** The journal cannot be written now, so nothing may be decided or answered. */
public final class JournalUnavailableException extends Exception {

    private static final long serialVersionUID = 1;

    /** Says for people what is away. */
    public JournalUnavailableException(String message) {
        super(message, null, false, false);
    }
}
