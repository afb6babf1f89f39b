package org.fogg.trader.bench;

import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;

/**
 * The running world to put load on.
 *
 * @param georegions not empty; the floor is measured in the first
 * @param exchanges of all georegions
 * @param kafkaBootstrap host and port
 * @param administrator may open accounts and pay in
 * @param clients folder for the record of requests and answers, made where it is absent
 */
public record BenchTarget(
        List<Georegion> georegions,
        List<Exchange> exchanges,
        String kafkaBootstrap,
        Administrator administrator,
        Path clients) {

    public BenchTarget {
        georegions = List.copyOf(georegions);
        exchanges = List.copyOf(exchanges);
    }

    /**
     * A georegion.
     *
     * @param brokers base addresses of their REST APIs, without {@code /v2}, not empty
     * @param cassandra nodes of the home data centre, not empty
     * @param localDc the name Cassandra has for it
     * @param traders how far its traders are from the home data centre
     */
    public record Georegion(
            String name,
            List<URI> brokers,
            List<InetSocketAddress> cassandra,
            String localDc,
            TraderDistance traders) {

        public Georegion {
            brokers = List.copyOf(brokers);
            cassandra = List.copyOf(cassandra);
        }
    }

    /**
     * How far traders are from their brokers: evenly between two round trips, in microseconds. The
     * load generator holds their requests and answers back for it.
     */
    public record TraderDistance(long nearestMicros, long farthestMicros) {

        /** Traders beside their brokers. */
        public static final TraderDistance NONE = new TraderDistance(0, 0);
    }

    /**
     * An exchange.
     *
     * @param url its base address
     * @param rttMicros round trip in microseconds that its georegion's brokers hold messages to and
     *     from it back for; 0 for none
     */
    public record Exchange(String code, String georegion, URI url, long rttMicros) {}

    /** Whether messages take the time of their way. */
    boolean hasDistances() {
        return exchanges.stream().anyMatch(each -> each.rttMicros() > 0)
                || georegions.stream().anyMatch(each -> each.traders().farthestMicros() > 0);
    }

    /** The administrator's key. */
    public record Administrator(String keyId, String secretKey) {

        @Override
        public String toString() {
            return "Administrator[" + keyId + "]";
        }
    }
}
