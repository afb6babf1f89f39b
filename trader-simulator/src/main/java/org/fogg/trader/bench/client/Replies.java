package org.fogg.trader.bench.client;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.ObjectReader;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads the broker's answers as far as the load generator needs them. A body that is not as
 * expected is a {@link JacksonException} or {@link NumberFormatException}. Thread-safe.
 */
public final class Replies {

    private static final JsonMapper MAPPER =
            JsonMapper.builder()
                    .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
                    .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                    .disable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
                    .build();
    private static final ObjectReader ORDER = MAPPER.readerFor(Order.class);
    private static final ObjectReader QUOTE = MAPPER.readerFor(Quote.class);
    private static final ObjectReader SWEEP = MAPPER.readerFor(Sweep.class);
    private static final ObjectReader OPENED = MAPPER.readerFor(Opened.class);
    private static final ObjectReader ERROR = MAPPER.readerFor(ApiError.class);
    private static final ObjectReader POSITIONS =
            MAPPER.readerFor(new TypeReference<List<Position>>() {});
    private static final ObjectReader LISTED =
            MAPPER.readerFor(new TypeReference<List<Listed>>() {});

    private Replies() {}

    /** An order. */
    public static Order order(byte[] body) {
        return ORDER.readValue(body);
    }

    /** A stock's statistics or price. */
    public static Quote quote(byte[] body) {
        return QUOTE.readValue(body);
    }

    /** Shares held, by symbol. */
    public static Map<String, Long> positions(byte[] body) {
        List<Position> positions = POSITIONS.readValue(body);
        Map<String, Long> shares = new HashMap<>();
        positions.forEach(p -> shares.put(p.symbol(), Long.parseLong(p.qty())));
        return shares;
    }

    /** What a sweep brings home, in 1/10,000. */
    public static long sweep(byte[] body) {
        Sweep sweep = SWEEP.readValue(body);
        return Money.parse(sweep.amount());
    }

    /** A new trader. */
    public static Opened opened(byte[] body) {
        return OPENED.readValue(body);
    }

    /** The stocks of an exchange. */
    public static List<Listed> listed(byte[] body) {
        return LISTED.readValue(body);
    }

    /** An error; one without code and message when the body is none. */
    public static ApiError error(byte[] body) {
        try {
            ApiError error = ERROR.readValue(body);
            return error == null ? ApiError.UNREADABLE : error;
        } catch (JacksonException e) {
            return ApiError.UNREADABLE;
        }
    }

    /**
     * An order as its trader sees it.
     *
     * @param filledAvgPrice null when nothing has been traded
     */
    public record Order(
            String id, String status, @Nullable String filledQty, @Nullable String filledAvgPrice) {

        /** Shares traded so far. */
        public long filled() {
            return filledQty == null ? 0 : Long.parseLong(filledQty);
        }

        /** Average price of what was traded, in 1/10,000; 0 when nothing was. */
        public long averagePrice() {
            return filledAvgPrice == null ? 0 : Money.parse(filledAvgPrice);
        }

        /** Whether another georegion has not answered yet: it may still be refused there. */
        public boolean isPending() {
            return status.equals("pending_new");
        }

        /** Whether nothing more will become of it. */
        public boolean isClosed() {
            return switch (status) {
                case "filled", "canceled", "expired", "rejected", "replaced" -> true;
                default -> false;
            };
        }
    }

    /**
     * What a look at a stock says.
     *
     * @param last the last price, in statistics
     * @param price the last price, where only that was asked
     * @param trend ticks in one direction: above 0 up, below down; null where only the price was
     *     asked
     */
    public record Quote(@Nullable String last, @Nullable String price, @Nullable Integer trend) {

        /** The last price in 1/10,000; 0 when there is none. */
        public long lastPrice() {
            String text = last == null ? price : last;
            return text == null ? 0 : Money.parse(text);
        }
    }

    /** A new trader's id and key. */
    public record Opened(UUID traderId, String keyId, String secretKey) {}

    /** A stock as its exchange lists it. */
    public record Listed(
            String symbol, int stockId, @Nullable String price, String priceIncrement) {}

    /** What went wrong. */
    public record ApiError(@Nullable Integer code, @Nullable String message) {
        private static final ApiError UNREADABLE = new ApiError(null, null);
    }

    private record Sweep(String amount) {}

    private record Position(String symbol, String qty) {}
}
