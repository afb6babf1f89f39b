package org.fogg.ticker.price;

/** A price file that cannot be used; the message names the file, the line and the reason. */
public final class PriceFileException extends Exception {

    private static final long serialVersionUID = 1;

    PriceFileException(String message) {
        super(message);
    }
}
