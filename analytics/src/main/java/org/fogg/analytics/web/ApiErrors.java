package org.fogg.analytics.web;

import co.elastic.clients.elasticsearch._types.ElasticsearchException;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.servlet.resource.NoResourceFoundException;
import org.springframework.web.util.DisconnectedClientHelper;

/** Errors as JSON, never with a stack trace. */
@RestControllerAdvice
final class ApiErrors {

    private static final Logger LOG = LoggerFactory.getLogger(ApiErrors.class);

    @ExceptionHandler(BadParameterException.class)
    ResponseEntity<ErrorView> badParameter(BadParameterException e) {
        return ResponseEntity.badRequest()
                .body(new ErrorView(String.valueOf(e.getMessage()), e.field(), e.rule()));
    }

    @ExceptionHandler(NoResourceFoundException.class)
    ResponseEntity<ErrorView> notFound() {
        return answer(HttpStatus.NOT_FOUND, "There is nothing at this address");
    }

    @ExceptionHandler(HttpRequestMethodNotSupportedException.class)
    ResponseEntity<ErrorView> method() {
        return answer(HttpStatus.METHOD_NOT_ALLOWED, "This address takes GET only");
    }

    @ExceptionHandler({IOException.class, ElasticsearchException.class})
    ResponseEntity<ErrorView> away(Exception e) {
        LOG.debug("No answer from Elasticsearch", e);
        return answer(
                HttpStatus.SERVICE_UNAVAILABLE,
                "Elasticsearch does not answer; trading goes on, ask again later");
    }

    /** Nothing is answered where nobody listens any more: a page that was left is no fault. */
    @ExceptionHandler(Exception.class)
    @Nullable ResponseEntity<ErrorView> other(Exception e) {
        if (DisconnectedClientHelper.isClientDisconnectedException(e)) {
            LOG.debug("A client has gone before its answer", e);
            return null;
        }
        LOG.error("A request has failed", e);
        return answer(HttpStatus.INTERNAL_SERVER_ERROR, "The request has failed; see the log");
    }

    private static ResponseEntity<ErrorView> answer(HttpStatus status, String message) {
        return ResponseEntity.status(status).body(new ErrorView(message, null, null));
    }
}
