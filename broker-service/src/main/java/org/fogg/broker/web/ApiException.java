package org.fogg.broker.web;

/** Ends the handling of a request with an error. */
public final class ApiException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient ApiError error;

    /** Ends it with this error. */
    public ApiException(ApiError error) {
        // An answer to a client's mistake, not a bug: nobody reads its stack trace.
        super(error.message(), null, false, false);
        this.error = error;
    }

    /** A field or parameter has a value outside its rule. */
    public static ApiException invalid(String field, String rule) {
        return of(ErrorCode.INVALID_PARAMETER, field + ": " + rule);
    }

    /** A field or parameter does not fit the market or the order. */
    public static ApiException unprocessable(String field, String rule) {
        return of(ErrorCode.UNPROCESSABLE, field + ": " + rule);
    }

    /** There is no such thing, or not for this key. */
    public static ApiException notFound(String message) {
        return of(ErrorCode.NOT_FOUND, message);
    }

    /** An error without details. */
    public static ApiException of(ErrorCode code, String message) {
        return new ApiException(ApiError.of(code, message));
    }

    /** What the client gets. */
    public ApiError error() {
        return error;
    }
}
