package org.fogg.analytics.events;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.agrona.concurrent.UnsafeBuffer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.fogg.analytics.index.Document;
import org.fogg.analytics.index.DocumentWriter;
import org.fogg.analytics.listings.ListingBook;
import org.fogg.analytics.listings.ListingBook.ListedStock;
import org.fogg.contracts.sbe.MessageHeaderDecoder;
import org.fogg.contracts.sbe.OrderEventDecoder;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.kafka.listener.BatchMessageListener;

/**
 * Writes a batch of order events. While Elasticsearch is away it throws, and the container pauses
 * and gives it the same batch again; the offsets move only past what is written.
 */
public final class OrderEventListener implements BatchMessageListener<byte[], byte[]> {

    private static final Logger LOG = LoggerFactory.getLogger(OrderEventListener.class);
    private static final long NANOS_PER_SECOND = 1_000_000_000;
    private static final Duration LISTING_PATIENCE = Duration.ofSeconds(15);

    private final DocumentWriter writer;
    private final ListingBook listings;
    private final Clock clock;
    private final Counter undecodable;
    private final Timer tradeToWritten;
    private @Nullable Instant listingMissedAt;

    /** A listener that writes through the writer. */
    public OrderEventListener(
            DocumentWriter writer, ListingBook listings, Clock clock, MeterRegistry registry) {
        this.writer = writer;
        this.listings = listings;
        this.clock = clock;
        undecodable = registry.counter("fogg.analytics.undecodable");
        tradeToWritten =
                Timer.builder("fogg.analytics.trade.written")
                        .description("From durable in the journal to written to Elasticsearch")
                        .publishPercentiles(0.5, 0.99)
                        .register(registry);
    }

    @Override
    public void onMessage(List<ConsumerRecord<byte[], byte[]>> records) {
        List<Document> documents = new ArrayList<>(records.size());
        List<Long> durableTimes = new ArrayList<>(records.size());
        for (ConsumerRecord<byte[], byte[]> message : records) {
            decode(message, documents, durableTimes);
        }
        try {
            writer.write(documents);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Instant now = clock.instant();
        long nowNanos = now.getEpochSecond() * NANOS_PER_SECOND + now.getNano();
        for (long durableAt : durableTimes) {
            tradeToWritten.record(Math.max(0, nowNanos - durableAt), TimeUnit.NANOSECONDS);
        }
    }

    /** Right after the start an event can come before its listing: it is worth a short wait. */
    private @Nullable ListedStock listed(int stockId) {
        ListedStock stock = listings.stock(stockId);
        if (stock == null) {
            Instant now = clock.instant();
            if (listingMissedAt == null) {
                listingMissedAt = now;
            }
            if (now.isBefore(listingMissedAt.plus(LISTING_PATIENCE))) {
                throw new IllegalStateException("The listing of stock " + stockId + " is not read");
            }
        }
        return stock;
    }

    private void decode(
            ConsumerRecord<byte[], byte[]> message,
            List<Document> documents,
            List<Long> durableTimes) {
        if (message.value() == null) {
            undecodable.increment();
            return;
        }
        try {
            UnsafeBuffer buffer = new UnsafeBuffer(message.value());
            MessageHeaderDecoder header = new MessageHeaderDecoder().wrap(buffer, 0);
            if (header.templateId() != OrderEventDecoder.TEMPLATE_ID) {
                return;
            }
            OrderEventDecoder event = new OrderEventDecoder().wrapAndApplyHeader(buffer, 0, header);
            durableTimes.add(event.durableAt());
            documents.add(EventDocuments.of(event, listed(event.order().terms().stockId())));
        } catch (IndexOutOfBoundsException | IllegalArgumentException e) {
            undecodable.increment();
            LOG.warn(
                    "Passed over an undecodable event at {}-{}@{}: {}",
                    message.topic(),
                    message.partition(),
                    message.offset(),
                    e.getMessage());
        }
    }
}
