package org.fogg.analytics.events;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.agrona.concurrent.UnsafeBuffer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.fogg.analytics.index.Document;
import org.fogg.analytics.index.Refusal;
import org.fogg.analytics.index.Undecodable;
import org.fogg.analytics.listings.ListedStock;
import org.fogg.analytics.listings.ListingBook;
import org.fogg.contracts.sbe.MessageHeaderDecoder;
import org.fogg.contracts.sbe.TickDecoder;
import org.jspecify.annotations.Nullable;

/** Takes the first tick of each stock and interval, by the exchange's time. One thread. */
public final class TickSampler {

    private static final long NANOS_PER_MILLI = 1_000_000;

    private final ListingBook listings;
    private final long intervalNanos;
    private final Map<Integer, Long> lastSlot = new HashMap<>();

    /**
     * A sampler of the stocks in the book.
     *
     * @param intervalMillis sampling interval, above 0
     */
    public TickSampler(ListingBook listings, long intervalMillis) {
        this.listings = listings;
        intervalNanos = intervalMillis * NANOS_PER_MILLI;
    }

    /** The sample of a batch. */
    public Sample sample(Iterable<ConsumerRecord<byte[], byte[]>> records) {
        Sample sample = new Sample(new ArrayList<>(), new ArrayList<>(), new HashMap<>());
        for (ConsumerRecord<byte[], byte[]> message : records) {
            add(message, sample);
        }
        return sample;
    }

    /** Remembers that a sample is written; without it, the same batch gives the same again. */
    public void written(Sample sample) {
        lastSlot.putAll(sample.slots());
    }

    private void add(ConsumerRecord<byte[], byte[]> message, Sample sample) {
        TickDecoder tick = decode(message.value());
        if (tick == null) {
            sample.malformed().add(Undecodable.refusal(message, "a tick", "it cannot be decoded"));
            return;
        }
        ListedStock stock = listings.stock(tick.stockId());
        long slot = tick.publishedAt() / intervalNanos;
        Long seen = sample.slots().getOrDefault(tick.stockId(), lastSlot.get(tick.stockId()));
        if (stock == null || (seen != null && seen >= slot)) {
            return;
        }
        sample.slots().put(tick.stockId(), slot);
        sample.documents().add(EventDocuments.of(tick, stock, slot));
    }

    private static @Nullable TickDecoder decode(byte @Nullable [] value) {
        int least = MessageHeaderDecoder.ENCODED_LENGTH + TickDecoder.BLOCK_LENGTH;
        if (value == null || value.length < least) {
            return null;
        }
        UnsafeBuffer buffer = new UnsafeBuffer(value);
        MessageHeaderDecoder header = new MessageHeaderDecoder().wrap(buffer, 0);
        if (header.schemaId() != TickDecoder.SCHEMA_ID
                || header.templateId() != TickDecoder.TEMPLATE_ID) {
            return null;
        }
        TickDecoder tick = new TickDecoder().wrapAndApplyHeader(buffer, 0, header);
        return tick.price() > 0 && tick.sequence() > 0 ? tick : null;
    }

    /**
     * A sample of a batch of ticks.
     *
     * @param documents what is to be indexed
     * @param malformed what is to be kept aside
     * @param slots the last interval of each stock number
     */
    public record Sample(
            List<Document> documents, List<Refusal> malformed, Map<Integer, Long> slots) {}
}
