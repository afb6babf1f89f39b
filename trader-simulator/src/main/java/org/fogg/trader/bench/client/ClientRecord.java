package org.fogg.trader.bench.client;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One request that may have changed state, and its answer, as the auditor reads it. What does not
 * apply is null and left out.
 *
 * @param op {@code place}, {@code cancel}, {@code replace}, {@code deposit} or {@code open}
 * @param sentNs when it was sent, nanoseconds since the Unix epoch
 * @param answerNs when the answer, or that there is none, was known
 * @param http the answer's status; 0 when no answer came
 * @param code the answer's error code
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ClientRecord(
        String run,
        UUID trader,
        String op,
        @Nullable String clientOrderId,
        @Nullable String symbol,
        @Nullable String side,
        @Nullable String type,
        @Nullable String tif,
        @Nullable String qty,
        @Nullable String limitPrice,
        @Nullable String stopPrice,
        @Nullable String amount,
        long sentNs,
        long answerNs,
        int http,
        @Nullable Integer code,
        @Nullable String orderId,
        @Nullable String status,
        @Nullable String filledQty) {}
