package org.fogg.broker.web;

/** The kinds of error a client can get: HTTP status, and the code in the body. */
public enum ErrorCode {
    /** The body is not what JSON or this API call for; nothing in it was looked at. */
    INVALID_BODY(400, 40010000),
    /** A parameter or field has a value outside its rule. */
    INVALID_PARAMETER(422, 40010001),
    /** The request is well-formed, but does not fit the market or the order's state. */
    UNPROCESSABLE(422, 42210000),
    UNAUTHORIZED(401, 40110000),
    FORBIDDEN(403, 40310000),
    NOT_FOUND(404, 40410000),
    METHOD_NOT_ALLOWED(405, 40510000),
    NOT_ACCEPTABLE(406, 40610000),
    BODY_TOO_LARGE(413, 41310000),
    UNSUPPORTED_MEDIA_TYPE(415, 41510000),
    RATE_LIMIT(429, 42910000),
    INTERNAL(500, 50010000),
    /** Something the request needs is away; the same request may be repeated. */
    UNAVAILABLE(503, 50310000);

    private final int status;
    private final int code;

    ErrorCode(int status, int code) {
        this.status = status;
        this.code = code;
    }

    /** The HTTP status. */
    public int status() {
        return status;
    }

    /** The code in the body. */
    public int code() {
        return code;
    }

    /** The kind that answers with a status best; INTERNAL for 5xx, INVALID_BODY for other 4xx. */
    static ErrorCode ofStatus(int status) {
        for (ErrorCode code : values()) {
            if (code.status == status && code != UNPROCESSABLE) {
                return code;
            }
        }
        return status >= 500 ? INTERNAL : INVALID_BODY;
    }
}
