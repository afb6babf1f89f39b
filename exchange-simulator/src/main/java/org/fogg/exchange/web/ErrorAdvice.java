package org.fogg.exchange.web;

import java.io.IOException;
import org.fogg.exchange.journal.JournalUnavailableException;
import org.fogg.exchange.ledger.UnknownReportsException;
import org.fogg.exchange.message.MalformedMessageException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/** Turns every failure into the same small JSON object. */
@RestControllerAdvice
final class ErrorAdvice {

    private static final Logger LOG = LoggerFactory.getLogger(ErrorAdvice.class);
    private static final String RETRY_AFTER_SECONDS = "1";

    /**
     * @param field what is wrong, empty when it is the request as a whole
     * @param message names the field and the rule
     */
    record Problem(String field, String message) {}

    @ExceptionHandler
    ResponseEntity<Problem> refused(RequestException e) {
        return json(e.status(), e.field(), String.valueOf(e.getMessage()));
    }

    @ExceptionHandler
    ResponseEntity<Problem> malformed(MalformedMessageException e) {
        return json(HttpStatus.BAD_REQUEST, "body", String.valueOf(e.getMessage()));
    }

    @ExceptionHandler
    ResponseEntity<Problem> unknownReports(UnknownReportsException e) {
        return json(HttpStatus.CONFLICT, "fromReport", String.valueOf(e.getMessage()));
    }

    @ExceptionHandler
    ResponseEntity<Problem> unavailable(JournalUnavailableException e) {
        return ResponseEntity.status(HttpStatus.SERVICE_UNAVAILABLE)
                .header(HttpHeaders.RETRY_AFTER, RETRY_AFTER_SECONDS)
                .contentType(MediaType.APPLICATION_JSON)
                .body(new Problem("", String.valueOf(e.getMessage())));
    }

    @ExceptionHandler
    ResponseEntity<Problem> unreadable(HttpMessageNotReadableException e) {
        return json(
                HttpStatus.BAD_REQUEST,
                "body",
                "body must be a JSON object with the fields of this request and no others");
    }

    @ExceptionHandler
    ResponseEntity<Problem> other(Exception e) throws Exception {
        if (e instanceof ErrorResponse known) {
            return json(
                    HttpStatus.valueOf(known.getStatusCode().value()),
                    "",
                    String.valueOf(known.getBody().getDetail()));
        }
        if (e instanceof IOException) {
            throw e;
        }
        LOG.error("A request failed", e);
        return json(HttpStatus.INTERNAL_SERVER_ERROR, "", "The exchange failed; its log says why");
    }

    private static ResponseEntity<Problem> json(HttpStatus status, String field, String message) {
        return ResponseEntity.status(status)
                .contentType(MediaType.APPLICATION_JSON)
                .body(new Problem(field, message));
    }
}
