package org.fogg.broker.market;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.apache.kafka.common.TopicPartition;
import org.fogg.broker.command.KeptAside;
import org.fogg.broker.kafka.KafkaClients;
import org.fogg.contracts.Topics;
import org.jspecify.annotations.Nullable;

/** Reads the listings of the other georegions, each on a thread of its own. */
public final class ForeignListings implements ForeignDirectory, AutoCloseable {

    private final List<Reader> readers = new ArrayList<>();

    /** One georegion's listings. */
    private record Reader(
            String georegion, LiveDirectory directory, ListingsConsumer consumer, Thread thread) {}

    /** Connects for each of the georegions; reads nothing before {@link #start}. */
    public ForeignListings(Set<String> georegions, KafkaClients kafka, KeptAside keptAside) {
        for (String georegion : new TreeSet<>(georegions)) {
            LiveDirectory directory = new LiveDirectory();
            ListingsConsumer consumer =
                    new ListingsConsumer(
                            kafka.reader("listings-" + georegion),
                            new TopicPartition(Topics.listings(georegion).name(), 0),
                            directory,
                            stock -> {},
                            keptAside);
            Thread thread = new Thread(consumer, "listings-" + georegion);
            readers.add(new Reader(georegion, directory, consumer, thread));
        }
    }

    /** Begins to read; the topics exist. */
    public void start() {
        readers.forEach(reader -> reader.thread().start());
    }

    @Override
    public @Nullable ForeignStock stock(String symbol) {
        for (Reader reader : readers) {
            Stock stock = reader.directory().stock(symbol);
            if (stock != null) {
                return new ForeignStock(reader.georegion(), stock);
            }
        }
        return null;
    }

    @Override
    public @Nullable ForeignStock stock(int stockId) {
        for (Reader reader : readers) {
            Stock stock = reader.directory().stock(stockId);
            if (stock != null) {
                return new ForeignStock(reader.georegion(), stock);
            }
        }
        return null;
    }

    @Override
    public Collection<ForeignStock> stocks() {
        List<ForeignStock> stocks = new ArrayList<>();
        for (Reader reader : readers) {
            for (Stock stock : reader.directory().stocks()) {
                stocks.add(new ForeignStock(reader.georegion(), stock));
            }
        }
        return stocks;
    }

    @Override
    public void close() {
        for (Reader reader : readers) {
            reader.consumer().stop();
            try {
                reader.thread().join();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
