package org.fogg.exchange.ledger;

/** A broker knows reports that this exchange does not: one of the journals has lost its end. */
public final class UnknownReportsException extends Exception {

    private static final long serialVersionUID = 1;

    UnknownReportsException(String message) {
        super(message);
    }
}
