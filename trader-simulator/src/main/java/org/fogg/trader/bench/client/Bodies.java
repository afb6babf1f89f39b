package org.fogg.trader.bench.client;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.json.JsonMapper;

/** The JSON bodies of requests; what is null is left out. */
public final class Bodies {

    private static final JsonMapper MAPPER =
            JsonMapper.builder()
                    .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
                    .changeDefaultPropertyInclusion(
                            i -> i.withValueInclusion(JsonInclude.Include.NON_NULL))
                    .build();

    private Bodies() {}

    /** A body as bytes. */
    public static byte[] bytes(Object body) {
        return MAPPER.writeValueAsBytes(body);
    }

    /** A new order. */
    public record Order(
            String symbol,
            String qty,
            String side,
            String type,
            String timeInForce,
            @Nullable String limitPrice,
            @Nullable String stopPrice,
            String clientOrderId) {}

    /** A change of an open order. */
    public record Replace(
            @Nullable String limitPrice, @Nullable String stopPrice, String clientOrderId) {}

    /** A new trader. */
    public record Open(String cash, UUID traderId) {}

    /** Cash to be brought home. */
    public record Sweep(String georegion, String idempotencyKey) {}

    /** A deposit. */
    public record Deposit(String amount, String idempotencyKey) {}
}
