package org.fogg.broker.updates.kafka;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.utils.Utils;
import org.fogg.broker.command.KeptAside;
import org.fogg.broker.kafka.KafkaClients;
import org.fogg.broker.updates.TradeUpdate;
import org.fogg.broker.updates.UpdateLog;
import org.fogg.contracts.Topics;
import org.fogg.contracts.Topics.Topic;
import org.fogg.ticker.wan.Arrivals;
import org.fogg.ticker.wan.Distances;

/**
 * The updates in the topic of order events, all of whose partitions each broker reads: it does not
 * matter which broker owns a trader's shard. Of other georegions only live ones.
 */
public final class KafkaUpdateLog implements UpdateLog, AutoCloseable {

    private final Topic topic;
    private final LiveEvents live;
    private final Thread liveThread;
    private final List<LiveEvents> foreign = new ArrayList<>();
    private final List<Thread> foreignThreads = new ArrayList<>();
    private final PastEvents past;

    /**
     * @param topic order events, keyed by trader
     * @param georegions the other georegions, whose live updates are told too
     * @param keptAside counts what is no event
     * @param distances to the other georegions
     */
    public KafkaUpdateLog(
            KafkaClients kafka,
            Topic topic,
            Set<String> georegions,
            KeptAside keptAside,
            Distances distances) {
        this.topic = topic;
        live =
                new LiveEvents(
                        kafka.reader("updates"),
                        partitions(topic),
                        keptAside,
                        null,
                        Arrivals.atOnce());
        liveThread = new Thread(live, "live-events");
        for (String georegion : new TreeSet<>(georegions)) {
            long delay = distances.fromGeoregionNanos(georegion);
            LiveEvents events =
                    new LiveEvents(
                            kafka.reader("updates-" + georegion),
                            partitions(Topics.orderEvents(georegion)),
                            keptAside,
                            georegion,
                            delay == 0 ? Arrivals.atOnce() : Arrivals.late(event -> delay));
            foreign.add(events);
            foreignThreads.add(new Thread(events, "live-events-" + georegion));
        }
        past = new PastEvents(() -> kafka.reader("past-updates"), keptAside);
    }

    private static List<TopicPartition> partitions(Topic topic) {
        return IntStream.range(0, topic.partitions())
                .mapToObj(number -> new TopicPartition(topic.name(), number))
                .toList();
    }

    /**
     * Starts reading; returns when no later event of this georegion can be missed. The topics must
     * be there.
     */
    public void start() throws InterruptedException {
        liveThread.start();
        foreignThreads.forEach(Thread::start);
        live.awaitBegun();
    }

    @Override
    public Runnable subscribe(UUID traderId, Consumer<TradeUpdate> listener) {
        List<Runnable> ends = new ArrayList<>();
        ends.add(live.subscribe(traderId, listener));
        foreign.forEach(events -> ends.add(events.subscribe(traderId, listener)));
        return () -> ends.forEach(Runnable::run);
    }

    @Override
    public int partition(UUID traderId) {
        // As Kafka's producer chooses it.
        byte[] key = traderId.toString().getBytes(StandardCharsets.US_ASCII);
        return Utils.toPositive(Utils.murmur2(key)) % topic.partitions();
    }

    @Override
    public CompletableFuture<Part> read(UUID traderId, long from, int most) {
        var partition = new TopicPartition(topic.name(), partition(traderId));
        return past.read(partition, traderId, from, most);
    }

    @Override
    public void close() {
        live.stop();
        foreign.forEach(LiveEvents::stop);
        past.close();
        try {
            liveThread.join();
            for (Thread thread : foreignThreads) {
                thread.join();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
