package org.fogg.analytics.events;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.agrona.concurrent.UnsafeBuffer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.fogg.analytics.index.Refusal;
import org.fogg.analytics.index.Undecodable;
import org.fogg.analytics.listings.ListedStock;
import org.fogg.analytics.listings.ListingBook;
import org.fogg.contracts.sbe.AccountEventDecoder;
import org.fogg.contracts.sbe.EventKind;
import org.fogg.contracts.sbe.MessageHeaderDecoder;
import org.fogg.contracts.sbe.OrderEventDecoder;
import org.jspecify.annotations.Nullable;

/** Decodes order events; what cannot be decoded is kept aside. One thread. */
public final class EventReader {

    private static final Duration LISTING_PATIENCE = Duration.ofSeconds(15);

    private final ListingBook listings;
    private final Clock clock;
    private @Nullable Instant listingMissedAt;

    /** A reader that knows the stocks of the book. */
    public EventReader(ListingBook listings, Clock clock) {
        this.listings = listings;
        this.clock = clock;
    }

    /**
     * Adds to the batch what the message comes to.
     *
     * @throws IllegalStateException when the listing of its stock has not been read yet: try again
     */
    public void read(ConsumerRecord<byte[], byte[]> message, EventBatch batch) {
        byte[] value = message.value();
        if (value == null) {
            batch.add(malformed(message, "it is empty"));
            return;
        }
        try {
            decode(new UnsafeBuffer(value), batch);
        } catch (IndexOutOfBoundsException | IllegalArgumentException e) {
            batch.add(malformed(message, e.getMessage()));
        }
    }

    private void decode(UnsafeBuffer buffer, EventBatch batch) {
        MessageHeaderDecoder header = new MessageHeaderDecoder().wrap(buffer, 0);
        if (header.schemaId() != OrderEventDecoder.SCHEMA_ID) {
            throw new IllegalArgumentException("it is of schema " + header.schemaId());
        }
        if (header.templateId() == AccountEventDecoder.TEMPLATE_ID) {
            return;
        }
        if (header.templateId() != OrderEventDecoder.TEMPLATE_ID) {
            throw new IllegalArgumentException("it is message " + header.templateId());
        }
        OrderEventDecoder event = new OrderEventDecoder().wrapAndApplyHeader(buffer, 0, header);
        EventKind kind = event.kind();
        long durableAt = event.durableAt();
        var document = EventDocuments.of(event, listed(event.order().terms().stockId()));
        batch.add(document);
        if (kind == EventKind.FILL || kind == EventKind.PARTIAL_FILL) {
            batch.add(new EventBatch.Trade(document, durableAt));
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

    private static Refusal malformed(
            ConsumerRecord<byte[], byte[]> message, @Nullable String reason) {
        return Undecodable.refusal(message, "an order event", reason);
    }
}
