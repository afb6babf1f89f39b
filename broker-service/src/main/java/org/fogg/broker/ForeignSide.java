package org.fogg.broker;

import com.datastax.oss.driver.api.core.CqlSession;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ScheduledExecutorService;
import java.util.stream.Collectors;
import org.fogg.broker.command.KeptAside;
import org.fogg.broker.foreign.ForeignBrokers;
import org.fogg.broker.foreign.HttpForeignBrokers;
import org.fogg.broker.home.Home;
import org.fogg.broker.kafka.KafkaClients;
import org.fogg.broker.kafka.TopicMaker;
import org.fogg.broker.market.ForeignDirectory;
import org.fogg.broker.market.ForeignListings;
import org.fogg.broker.market.ForeignTicks;
import org.fogg.broker.market.PriceBoard;
import org.fogg.broker.portfolio.PortfolioFold;
import org.fogg.broker.portfolio.PortfolioStore;
import org.fogg.broker.portfolio.cassandra.CassandraFoldStore;
import org.fogg.broker.portfolio.cassandra.CassandraPortfolioStore;
import org.fogg.broker.portfolio.kafka.PortfolioConsumer;
import org.fogg.contracts.Keyspaces;
import org.fogg.contracts.Topics;
import org.fogg.ticker.wan.Arrivals;
import org.fogg.ticker.wan.Distances;
import org.fogg.ticker.wan.Routes;
import org.jspecify.annotations.Nullable;

/**
 * What a broker has of the other georegions: the way to their brokers, their listings and prices,
 * and what its own traders have there. Nothing at home waits for it.
 */
final class ForeignSide implements AutoCloseable {

    private final Set<String> georegions;
    private final TopicMaker topics;
    private final HttpForeignBrokers brokers;
    private final PortfolioStore portfolio;
    private final ForeignListings listings;
    private final ForeignTicks ticks;
    private final @Nullable PortfolioConsumer consumer;
    private final @Nullable Thread consumerThread;

    /** What all of it shares with the execution side. */
    record Shared(
            CqlSession session,
            Home home,
            KafkaClients kafka,
            TopicMaker topics,
            PriceBoard board,
            KeptAside keptAside,
            ScheduledExecutorService timer,
            Routes routes,
            MeterRegistry meters) {}

    /** Builds it; nothing is read or asked before {@link #start}. */
    ForeignSide(ExecutionSettings settings, Shared shared) {
        georegions = settings.foreign().keySet();
        topics = shared.topics();
        brokers =
                new HttpForeignBrokers(
                        settings.foreign(),
                        settings.brokerKey(),
                        shared.timer(),
                        shared.routes(),
                        shared.meters());
        String home = settings.georegion();
        portfolio =
                new CassandraPortfolioStore(shared.session(), Keyspaces.of(home), shared.home());
        listings = new ForeignListings(georegions, shared.kafka(), shared.keptAside());
        ticks =
                new ForeignTicks(
                        georegions,
                        settings.kafkaBootstrap(),
                        topics,
                        shared.board(),
                        shared.keptAside(),
                        settings.distances());
        if (georegions.isEmpty()) {
            consumer = null;
            consumerThread = null;
        } else {
            consumer =
                    new PortfolioConsumer(
                            shared.kafka().follower("portfolio." + home),
                            georegions.stream()
                                    .map(other -> Topics.orderEvents(other).name())
                                    .toList(),
                            new PortfolioFold(
                                    new CassandraFoldStore(
                                            shared.session(), home, portfolio, shared.home())),
                            shared.keptAside(),
                            arrivals(settings.distances()));
            consumerThread = new Thread(consumer, "portfolio-consumer");
        }
    }

    private Arrivals arrivals(Distances distances) {
        Map<String, Long> delays =
                georegions.stream()
                        .collect(
                                Collectors.toMap(
                                        other -> Topics.orderEvents(other).name(),
                                        distances::fromGeoregionNanos));
        return delays.values().stream().allMatch(delay -> delay == 0)
                ? Arrivals.atOnce()
                : Arrivals.late(event -> delays.getOrDefault(event.topic(), 0L));
    }

    /** Makes the topics that are read, where they are absent, and begins to read. */
    void start() throws InterruptedException {
        List<Topics.Topic> read = new ArrayList<>();
        for (String other : georegions) {
            read.add(Topics.listings(other));
            read.add(Topics.tickers(other));
            read.add(Topics.orderEvents(other));
        }
        topics.ensure(read);
        listings.start();
        ticks.start();
        if (consumerThread != null) {
            consumerThread.start();
        }
    }

    /** Asks each georegion whether it is there. */
    void probe() {
        brokers.probe();
    }

    ForeignBrokers brokers() {
        return brokers;
    }

    PortfolioStore portfolio() {
        return portfolio;
    }

    ForeignDirectory directory() {
        return listings;
    }

    @Override
    public void close() {
        listings.close();
        ticks.close();
        if (consumer != null && consumerThread != null) {
            consumer.stop();
            try {
                consumerThread.join();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
        brokers.close();
    }
}
