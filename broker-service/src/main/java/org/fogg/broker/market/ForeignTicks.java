package org.fogg.broker.market;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.fogg.broker.command.KeptAside;
import org.fogg.broker.kafka.TopicMaker;
import org.fogg.ticker.wan.Distances;

/**
 * Reads the ticks of the other georegions, each on a thread of its own, for prices alone: what
 * positions there are worth, and how much money an order at the market takes along.
 */
public final class ForeignTicks implements AutoCloseable {

    private final List<Thread> threads = new ArrayList<>();

    /** Reads nothing before {@link #start}. */
    public ForeignTicks(
            Set<String> georegions,
            String bootstrap,
            TopicMaker topics,
            PriceBoard board,
            KeptAside keptAside,
            Distances distances) {
        for (String georegion : new TreeSet<>(georegions)) {
            long delay = distances.fromGeoregionNanos(georegion);
            TickFeed feed =
                    new TickFeed(
                            bootstrap,
                            georegion,
                            topics,
                            (stock, sequence, price, at, partition, offset) -> {},
                            board,
                            positions -> {},
                            keptAside,
                            delay == 0 ? null : stock -> delay);
            threads.add(new Thread(feed, "ticks-" + georegion));
        }
    }

    /** Begins to read; the topics exist. */
    public void start() {
        threads.forEach(Thread::start);
    }

    @Override
    public void close() {
        threads.forEach(Thread::interrupt);
        for (Thread thread : threads) {
            try {
                thread.join();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
