package org.fogg.trader.bench.floor;

import java.net.InetSocketAddress;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import org.fogg.contracts.Keyspaces;
import org.fogg.trader.bench.client.HttpCall;
import org.fogg.trader.bench.client.HttpCaller;
import org.fogg.trader.bench.load.Generator;
import org.jspecify.annotations.Nullable;

/** The servers of one georegion, as the floor's hops use them. */
public final class FloorServers implements AutoCloseable {

    private static final int SLOWEST_MILLIS = 5_000;

    private final String georegion;
    private final FloorTable table;
    private final FloorTopic topic;

    /** The client with which brokers call exchanges. */
    private final HttpCaller toExchanges = new HttpCaller(SLOWEST_MILLIS);

    private final FloorExchange exchange;
    private final Generator.Caller toBroker;
    private final HttpCall ping;

    /**
     * Where they are.
     *
     * @param stocks to execute orders of nobody on, not empty
     * @param toBroker the client that the load uses
     * @param ping a request to the broker's empty endpoint
     */
    public record Addresses(
            String georegion,
            String kafka,
            List<InetSocketAddress> cassandra,
            String localDc,
            List<FloorListing> stocks,
            Generator.Caller toBroker,
            HttpCall ping) {}

    /**
     * Connects to all of them, and makes the floor's topic and table where they are absent.
     *
     * @param run the run's name
     * @param id never the same in two runs
     */
    public FloorServers(String run, UUID id, Addresses addresses) {
        georegion = addresses.georegion();
        toBroker = addresses.toBroker();
        ping = addresses.ping();
        int number = (int) (id.getLeastSignificantBits() & Integer.MAX_VALUE);
        exchange = new FloorExchange("floor." + run, addresses.stocks(), id, toExchanges::call);
        table = new FloorTable(addresses.cassandra(), addresses.localDc(), georegion, number, id);
        try {
            topic = new FloorTopic(addresses.kafka(), georegion, number);
        } catch (RuntimeException e) {
            table.close();
            toExchanges.close();
            throw e;
        }
    }

    /** Versions and settings of the servers. */
    public Map<String, String> environment() {
        Map<String, String> environment = new java.util.TreeMap<>(table.server());
        environment.put("cassandra_replication", table.replication(Keyspaces.of(georegion)));
        return environment;
    }

    Hop produceConsume() {
        return topic;
    }

    Hop execute() {
        return exchange;
    }

    Hop append() {
        return table;
    }

    Hop ping() {
        return this::ping;
    }

    private void ping(Consumer<@Nullable Throwable> done) {
        toBroker.call(
                ping,
                reply ->
                        done.accept(
                                reply.isOk()
                                        ? null
                                        : new IllegalStateException(
                                                "ping: the broker answered "
                                                        + reply.status()
                                                        + ' '
                                                        + reply.failure())));
    }

    @Override
    public void close() {
        topic.close();
        table.close();
        toExchanges.close();
    }
}
