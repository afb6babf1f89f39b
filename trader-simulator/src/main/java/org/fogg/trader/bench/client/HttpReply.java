package org.fogg.trader.bench.client;

import org.jspecify.annotations.Nullable;

/**
 * What became of a request.
 *
 * @param status the HTTP status; 0 when no answer came
 * @param body empty when there was none
 * @param failure why no answer came; null when one did
 * @param doneAt when it was known, in {@link System#nanoTime} terms
 */
@SuppressWarnings("ArrayRecordComponent") // Never compared.
public record HttpReply(int status, byte[] body, @Nullable String failure, long doneAt) {

    private static final byte[] NOTHING = {};
    private static final int TOO_MANY = 429;

    /** An answer. */
    public static HttpReply answered(int status, byte @Nullable [] body, long doneAt) {
        return new HttpReply(status, body == null ? NOTHING : body, null, doneAt);
    }

    /** No answer: nobody knows whether the request was carried out. */
    public static HttpReply failed(String why, long doneAt) {
        return new HttpReply(0, NOTHING, why, doneAt);
    }

    /** The same answer, known so much later. */
    public HttpReply later(long nanos) {
        return new HttpReply(status, body, failure, doneAt + nanos);
    }

    /** Whether it was done. */
    public boolean isOk() {
        return status >= 200 && status < 300;
    }

    /** Whether it was refused for good: a repetition would be refused again. */
    public boolean isRefused() {
        return status >= 400 && status < 500 && status != TOO_MANY;
    }
}
