package org.fogg.exchange.web;

import org.springframework.http.HttpStatus;

/** A request that is refused, with what its sender should know. */
final class RequestException extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final HttpStatus status;
    private final String field;

    /**
     * @param field what is wrong, empty when it is the request as a whole
     * @param message names the field and the rule
     */
    RequestException(HttpStatus status, String field, String message) {
        super(message, null, false, false);
        this.status = status;
        this.field = field;
    }

    HttpStatus status() {
        return status;
    }

    String field() {
        return field;
    }
}
