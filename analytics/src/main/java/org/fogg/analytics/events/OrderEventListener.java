package org.fogg.analytics.events;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.fogg.analytics.index.DocumentWriter;
import org.fogg.analytics.index.Undecodable;
import org.springframework.kafka.listener.BatchMessageListener;

/**
 * Writes a batch of order events. While Elasticsearch is away it throws, and the container pauses
 * and gives it the same batch again; the offsets move only past what is written.
 */
public final class OrderEventListener implements BatchMessageListener<byte[], byte[]> {

    private final EventReader reader;
    private final DocumentWriter writer;
    private final Consumer<List<EventBatch.Trade>> written;
    private final Undecodable undecodable;

    /**
     * A listener that writes through the writer.
     *
     * @param undecodable counts what it keeps aside
     * @param written hears of the trades of a batch once they are written
     */
    public OrderEventListener(
            EventReader reader,
            DocumentWriter writer,
            Consumer<List<EventBatch.Trade>> written,
            Undecodable undecodable) {
        this.reader = reader;
        this.writer = writer;
        this.written = written;
        this.undecodable = undecodable;
    }

    @Override
    public void onMessage(List<ConsumerRecord<byte[], byte[]>> records) {
        EventBatch batch = new EventBatch();
        records.forEach(message -> reader.read(message, batch));
        try {
            writer.write(batch.documents());
            writer.keepAside(batch.malformed());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        undecodable.add(batch.malformed().size());
        written.accept(batch.trades());
    }
}
