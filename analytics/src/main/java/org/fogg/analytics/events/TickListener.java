package org.fogg.analytics.events;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.fogg.analytics.index.DocumentWriter;
import org.fogg.analytics.index.Undecodable;
import org.springframework.kafka.listener.BatchMessageListener;

/**
 * Writes a sample of the ticks, and keeps aside what is none. While Elasticsearch is away it
 * throws, like its neighbour.
 */
public final class TickListener implements BatchMessageListener<byte[], byte[]> {

    private final TickSampler sampler;
    private final DocumentWriter writer;
    private final Undecodable undecodable;

    /**
     * A listener that writes through the writer.
     *
     * @param undecodable counts what it keeps aside
     */
    public TickListener(TickSampler sampler, DocumentWriter writer, Undecodable undecodable) {
        this.sampler = sampler;
        this.writer = writer;
        this.undecodable = undecodable;
    }

    @Override
    public void onMessage(List<ConsumerRecord<byte[], byte[]>> records) {
        TickSampler.Sample sample = sampler.sample(records);
        try {
            writer.write(sample.documents());
            writer.keepAside(sample.malformed());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        undecodable.add(sample.malformed().size());
        sampler.written(sample);
    }
}
