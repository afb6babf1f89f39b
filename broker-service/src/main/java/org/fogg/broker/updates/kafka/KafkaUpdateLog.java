package org.fogg.broker.updates.kafka;

import java.nio.charset.StandardCharsets;
import java.util.List;
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
import org.fogg.contracts.Topics.Topic;

/**
 * The updates in the topic of order events, all of whose partitions each broker reads: it does not
 * matter which broker owns a trader's shard.
 */
public final class KafkaUpdateLog implements UpdateLog, AutoCloseable {

    private final Topic topic;
    private final LiveEvents live;
    private final Thread liveThread;
    private final PastEvents past;

    /**
     * @param topic order events, keyed by trader
     * @param keptAside counts what is no event
     */
    public KafkaUpdateLog(KafkaClients kafka, Topic topic, KeptAside keptAside) {
        this.topic = topic;
        List<TopicPartition> all =
                IntStream.range(0, topic.partitions())
                        .mapToObj(number -> new TopicPartition(topic.name(), number))
                        .toList();
        live = new LiveEvents(kafka.reader("updates"), all, keptAside);
        liveThread = new Thread(live, "live-events");
        past = new PastEvents(() -> kafka.reader("past-updates"), keptAside);
    }

    /** Starts reading; returns when no later event can be missed. The topic must be there. */
    public void start() throws InterruptedException {
        liveThread.start();
        live.awaitBegun();
    }

    @Override
    public Runnable subscribe(UUID traderId, Consumer<TradeUpdate> listener) {
        return live.subscribe(traderId, listener);
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
        past.close();
        try {
            liveThread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
