package org.fogg.analytics.events;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.agrona.concurrent.UnsafeBuffer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.fogg.analytics.index.Document;
import org.fogg.analytics.index.DocumentWriter;
import org.fogg.analytics.listings.ListingBook;
import org.fogg.analytics.listings.ListingBook.ListedStock;
import org.fogg.contracts.sbe.MessageHeaderDecoder;
import org.fogg.contracts.sbe.TickDecoder;
import org.springframework.kafka.listener.BatchMessageListener;

/** Samples ticks, at most one per stock and interval by the exchange's time. One thread. */
public final class TickListener implements BatchMessageListener<byte[], byte[]> {

    private static final long NANOS_PER_MILLI = 1_000_000;

    private final DocumentWriter writer;
    private final ListingBook listings;
    private final long intervalNanos;
    private final Map<Integer, Long> lastSlot = new HashMap<>();

    /**
     * A listener that writes through the writer.
     *
     * @param intervalMillis sampling interval, above 0
     */
    public TickListener(DocumentWriter writer, ListingBook listings, long intervalMillis) {
        this.writer = writer;
        this.listings = listings;
        intervalNanos = intervalMillis * NANOS_PER_MILLI;
    }

    @Override
    public void onMessage(List<ConsumerRecord<byte[], byte[]>> records) {
        List<Document> documents = new ArrayList<>();
        Map<Integer, Long> slots = new HashMap<>();
        for (ConsumerRecord<byte[], byte[]> message : records) {
            sample(message, slots, documents);
        }
        try {
            writer.write(documents);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        lastSlot.putAll(slots);
    }

    private void sample(
            ConsumerRecord<byte[], byte[]> message,
            Map<Integer, Long> slots,
            List<Document> documents) {
        if (message.value() == null
                || message.value().length
                        < MessageHeaderDecoder.ENCODED_LENGTH + TickDecoder.BLOCK_LENGTH) {
            return;
        }
        UnsafeBuffer buffer = new UnsafeBuffer(message.value());
        MessageHeaderDecoder header = new MessageHeaderDecoder().wrap(buffer, 0);
        if (header.templateId() != TickDecoder.TEMPLATE_ID) {
            return;
        }
        TickDecoder tick = new TickDecoder().wrapAndApplyHeader(buffer, 0, header);
        ListedStock stock = listings.stock(tick.stockId());
        long slot = tick.publishedAt() / intervalNanos;
        Long seen = slots.getOrDefault(tick.stockId(), lastSlot.get(tick.stockId()));
        if (stock == null || (seen != null && seen >= slot)) {
            return;
        }
        slots.put(tick.stockId(), slot);
        documents.add(EventDocuments.of(tick, stock.symbol()));
    }
}
