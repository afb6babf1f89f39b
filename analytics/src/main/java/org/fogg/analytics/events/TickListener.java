package org.fogg.analytics.events;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.fogg.analytics.index.DocumentWriter;
import org.springframework.kafka.listener.BatchMessageListener;

/** Writes a sample of the ticks. While Elasticsearch is away it throws, like its neighbour. */
public final class TickListener implements BatchMessageListener<byte[], byte[]> {

    private final TickSampler sampler;
    private final DocumentWriter writer;

    /** A listener that writes through the writer. */
    public TickListener(TickSampler sampler, DocumentWriter writer) {
        this.sampler = sampler;
        this.writer = writer;
    }

    @Override
    public void onMessage(List<ConsumerRecord<byte[], byte[]>> records) {
        TickSampler.Sample sample = sampler.sample(records);
        try {
            writer.write(sample.documents());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        sampler.written(sample);
    }
}
