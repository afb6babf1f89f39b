package org.fogg.analytics.live;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A trade, as one who watches sees it.
 *
 * @param number counts the trades since the service started
 * @param latencyMicros from trigger or acceptance to durable
 */
public record LiveTrade(
        long number,
        @Nullable Object at,
        @Nullable Object symbol,
        @Nullable Object exchange,
        @JsonProperty("trader_georegion") @Nullable Object traderGeoregion,
        @Nullable Object side,
        @Nullable Object type,
        @Nullable Object price,
        @Nullable Object quantity,
        @Nullable Object value,
        @JsonProperty("latency_us") @Nullable Object latencyMicros) {

    static LiveTrade of(long number, Map<String, Object> fields) {
        return new LiveTrade(
                number,
                fields.get("at"),
                fields.get("symbol"),
                fields.get("exchange"),
                fields.get("trader_georegion"),
                fields.get("side"),
                fields.get("type"),
                fields.get("price"),
                fields.get("quantity"),
                fields.get("value"),
                fields.get("latency_us"));
    }
}
