package org.fogg.contracts;

import java.util.Map;

/**
 * The Kafka topics, by georegion or exchange, with the settings their users create them with.
 *
 * @see <a href="../../../../../../../docs/protocols/topics.md">docs/protocols/topics.md</a>
 */
public final class Topics {

    /** Partitions of {@link #tickers} and {@link #orderEvents}. */
    public static final int STREAM_PARTITIONS = 4;

    /** Partitions of {@link #answers}: the most broker instances a georegion can have. */
    public static final int ANSWER_PARTITIONS = 16;

    private static final String HOUR_MS = "3600000";
    private static final String WEEK_MS = "604800000";

    private Topics() {}

    /** Price changes of a georegion's stocks, key symbol, kept for an hour. */
    public static Topic tickers(String georegion) {
        return new Topic(
                "tickers." + georegion, STREAM_PARTITIONS, Map.of("retention.ms", HOUR_MS));
    }

    /** Stocks and exchanges of a georegion, key symbol, the latest kept for ever. */
    public static Topic listings(String georegion) {
        return new Topic("listings." + georegion, 1, Map.of("cleanup.policy", "compact"));
    }

    /**
     * Commands of a georegion; partition = shard.
     *
     * @param shards the georegion's fixed number of shards
     */
    public static Topic orders(String georegion, int shards) {
        return new Topic("orders." + georegion, shards, Map.of("retention.ms", WEEK_MS));
    }

    /** Answers to commands; partition = the accepting broker's instance number. */
    public static Topic answers(String georegion) {
        return new Topic(
                "answers." + georegion, ANSWER_PARTITIONS, Map.of("retention.ms", HOUR_MS));
    }

    /** What became of orders and accounts, key trader id. */
    public static Topic orderEvents(String georegion) {
        return new Topic(
                "order-events." + georegion, STREAM_PARTITIONS, Map.of("retention.ms", WEEK_MS));
    }

    /** Records that could not be decoded, as they were, with headers that say whence and why. */
    public static Topic keptAside(String georegion) {
        return new Topic("kept-aside." + georegion, 1, Map.of("retention.ms", "-1"));
    }

    /** Which of a georegion's data centres is home, decision by decision, kept for ever. */
    public static Topic homes(String georegion) {
        return new Topic("homes." + georegion, 1, Map.of("retention.ms", "-1"));
    }

    /**
     * One exchange's executions and log-ons, kept for ever.
     *
     * @param exchangeCode the exchange's code, e.g. {@code XLON}
     */
    public static Topic exchangeJournal(String exchangeCode) {
        return new Topic("exchange-journal." + exchangeCode, 1, Map.of("retention.ms", "-1"));
    }

    /**
     * A topic and how it is created.
     *
     * @param name the topic's name
     * @param partitions its number of partitions
     * @param settings its topic-level settings
     */
    public record Topic(String name, int partitions, Map<String, String> settings) {}
}
