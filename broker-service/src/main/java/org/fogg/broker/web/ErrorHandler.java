package org.fogg.broker.web;

import java.util.Set;
import org.fogg.broker.command.UnavailableException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.web.HttpMediaTypeNotAcceptableException;
import org.springframework.web.HttpMediaTypeNotSupportedException;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.servlet.resource.NoResourceFoundException;

/** The one place where a failed request becomes an answer. */
@RestControllerAdvice
final class ErrorHandler {

    private static final Logger LOG = LoggerFactory.getLogger(ErrorHandler.class);

    static ResponseEntity<Object> answer(ApiError error) {
        return answer(error, new HttpHeaders());
    }

    @ExceptionHandler
    ResponseEntity<Object> refused(ApiException failure) {
        return answer(failure.error());
    }

    @ExceptionHandler
    ResponseEntity<Object> away(UnavailableException failure) {
        return answer(Unavailable.error(failure));
    }

    @ExceptionHandler
    ResponseEntity<Object> unreadable(HttpMessageNotReadableException failure) {
        return answer(BodyErrors.of(failure));
    }

    @ExceptionHandler
    ResponseEntity<Object> unsupported(HttpMediaTypeNotSupportedException failure) {
        return answer(
                ApiError.of(
                        ErrorCode.UNSUPPORTED_MEDIA_TYPE,
                        "Content-Type: must be application/json for a request with a body"));
    }

    @ExceptionHandler
    ResponseEntity<Object> unacceptable(HttpMediaTypeNotAcceptableException failure) {
        return answer(ApiError.of(ErrorCode.NOT_ACCEPTABLE, "Accept: must allow application/json"));
    }

    @ExceptionHandler
    ResponseEntity<Object> notAllowed(HttpRequestMethodNotSupportedException failure) {
        HttpHeaders headers = new HttpHeaders();
        Set<HttpMethod> allowed = failure.getSupportedHttpMethods();
        if (allowed != null) {
            headers.setAllow(allowed);
        }
        return answer(
                ApiError.of(
                        ErrorCode.METHOD_NOT_ALLOWED,
                        "method: " + Texts.quoted(failure.getMethod()) + " is not allowed here"),
                headers);
    }

    @ExceptionHandler
    ResponseEntity<Object> unknownPath(NoResourceFoundException failure) {
        return answer(ApiError.of(ErrorCode.NOT_FOUND, "path: there is nothing here"));
    }

    @ExceptionHandler
    ResponseEntity<Object> missing(MissingServletRequestParameterException failure) {
        return answer(
                ApiError.of(
                        ErrorCode.INVALID_PARAMETER, failure.getParameterName() + ": is required"));
    }

    @ExceptionHandler
    ResponseEntity<Object> unexpected(Exception failure) {
        LOG.error("A request failed unexpectedly", failure);
        return answer(ApiError.of(ErrorCode.INTERNAL, "internal server error"));
    }

    private static ResponseEntity<Object> answer(ApiError error, HttpHeaders headers) {
        if (error.retryAfterSeconds() > 0) {
            headers.set(HttpHeaders.RETRY_AFTER, Integer.toString(error.retryAfterSeconds()));
        }
        return ResponseEntity.status(error.code().status())
                .headers(headers)
                .contentType(MediaType.APPLICATION_JSON)
                .body(error.body());
    }
}
