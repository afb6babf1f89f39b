package org.fogg.broker.web;

import org.fogg.broker.command.UnavailableException;

/** How something that is away looks to a client. */
public final class Unavailable {

    private Unavailable() {}

    /** The error of an exception; where the outcome is unknown it says so. */
    public static ApiError error(UnavailableException failure) {
        long seconds = Math.max(1, failure.retryAfter().plusMillis(999).toSeconds());
        ApiError error = ApiError.of(ErrorCode.UNAVAILABLE, failure.reason());
        if (failure.outcomeUnknown()) {
            error = error.with("outcome", "unknown");
        }
        return new ApiError(
                error.code(), error.message(), error.details(), Math.toIntExact(seconds));
    }
}
