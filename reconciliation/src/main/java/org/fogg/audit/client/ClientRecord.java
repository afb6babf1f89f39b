package org.fogg.audit.client;

import java.math.BigDecimal;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One finished request of a client, as the client wrote it down.
 *
 * @param place file and line
 * @param op place, cancel, replace, deposit or open
 * @param amount cash paid in
 * @param sentNs when it was sent, nanoseconds since the Unix epoch
 * @param http the status of the answer; 0 when there was none
 * @param orderId the order the answer named
 * @param status the order's status in the answer
 */
public record ClientRecord(
        String place,
        String run,
        UUID trader,
        String op,
        @Nullable String clientOrderId,
        @Nullable String symbol,
        @Nullable String side,
        @Nullable String type,
        @Nullable String tif,
        @Nullable BigDecimal qty,
        @Nullable BigDecimal limitPrice,
        @Nullable BigDecimal stopPrice,
        @Nullable BigDecimal amount,
        long sentNs,
        int http,
        @Nullable UUID orderId,
        @Nullable String status,
        @Nullable BigDecimal filledQty) {

    /** The order was sent to another georegion, which may still refuse it. */
    private static final String PENDING = "pending_new";

    /** Whether the answer said that it was done. */
    public boolean isDone() {
        return http >= 200 && http < 300 && !PENDING.equals(status);
    }

    /** Whether the answer said that nothing was changed. */
    public boolean isRefused() {
        return http >= 400 && http < 500;
    }
}
