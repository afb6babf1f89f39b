package org.fogg.exchange.listing;

/** A file of exchanges that cannot be used; the message names file, line, field and rule. */
public final class ExchangeFileException extends RuntimeException {

    private static final long serialVersionUID = 1;

    ExchangeFileException(String message) {
        super(message);
    }
}
