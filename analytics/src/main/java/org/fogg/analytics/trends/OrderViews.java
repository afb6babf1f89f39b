package org.fogg.analytics.trends;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What the REST API says of orders. Values in USD, latencies in microseconds. */
final class OrderViews {

    private OrderViews() {}

    /**
     * What was traded in a step of time.
     *
     * @param at its beginning, milliseconds since the Unix epoch
     * @param types trades by type of order
     */
    record Activity(long at, long trades, double value, Map<String, Long> types) {}

    /**
     * From trigger, or from the decision to accept, to durable.
     *
     * @param latency null for no trades
     */
    record Latency(
            String type,
            long trades,
            @JsonProperty("latency_us") @Nullable Percentiles latency,
            List<RegionLatency> georegions) {}

    /** The same in one georegion. */
    record RegionLatency(
            String georegion,
            long trades,
            @JsonProperty("latency_us") @Nullable Percentiles latency) {}

    /**
     * What orders of a type lost against their reference prices; below zero: gained.
     *
     * @param lossBasisPoints of the value
     * @param per20000 on an investment of 20,000 USD
     */
    record Loss(
            String type,
            long trades,
            double value,
            double loss,
            @JsonProperty("loss_bps") double lossBasisPoints,
            @JsonProperty("loss_per_20000") double per20000) {}

    /** Orders rejected for one reason. */
    record Rejection(String reason, long orders, Map<String, Long> types) {}

    /** Trades between the traders of a georegion and an exchange. */
    record Flow(String georegion, String exchange, long trades, double value) {}
}
