package org.fogg.broker.web;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * An error as a client sees it.
 *
 * @param code its kind
 * @param message names the field and the rule, for people
 * @param details more members of the body, for programs
 * @param retryAfterSeconds when a retry may have success; 0: not said
 */
public record ApiError(
        ErrorCode code, String message, Map<String, Object> details, int retryAfterSeconds) {

    public ApiError {
        details = Map.copyOf(details);
    }

    /** An error without details. */
    public static ApiError of(ErrorCode code, String message) {
        return new ApiError(code, message, Map.of(), 0);
    }

    /** The same error with one more member in its body. */
    public ApiError with(String name, Object value) {
        Map<String, Object> more = new LinkedHashMap<>(details);
        more.put(name, value);
        return new ApiError(code, message, more, retryAfterSeconds);
    }

    /** The JSON body. */
    public Map<String, Object> body() {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("code", code.code());
        body.put("message", message);
        body.putAll(details);
        return body;
    }
}
