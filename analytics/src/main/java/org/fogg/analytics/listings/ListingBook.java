package org.fogg.analytics.listings;

import java.util.Collection;
import java.util.Collections;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.agrona.concurrent.UnsafeBuffer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.fogg.analytics.index.Undecodable;
import org.fogg.analytics.listings.ListedStock.Exchange;
import org.fogg.analytics.places.Place;
import org.fogg.contracts.sbe.ListingDecoder;
import org.fogg.contracts.sbe.MessageHeaderDecoder;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.kafka.listener.MessageListener;

/** The stocks known from the listings topics. Thread-safe for reading; fed by one thread. */
public final class ListingBook implements MessageListener<byte[], byte[]> {

    private static final Logger LOG = LoggerFactory.getLogger(ListingBook.class);
    private static final double MICRO = 1_000_000d;
    private static final String TOPIC_PREFIX = "listings.";

    private final Map<Integer, ListedStock> stocks = new ConcurrentHashMap<>();
    private final Undecodable undecodable;

    /**
     * Knows no stock yet.
     *
     * @param undecodable counts what is no listing; brokers keep it aside
     */
    public ListingBook(Undecodable undecodable) {
        this.undecodable = undecodable;
    }

    /** The stock of that number, or null while its listing has not been read. */
    public @Nullable ListedStock stock(int stockId) {
        return stocks.get(stockId);
    }

    /** All stocks, in no order; a view that follows the topics. */
    public Collection<ListedStock> stocks() {
        return Collections.unmodifiableCollection(stocks.values());
    }

    /** The stock of that symbol, or null while no listing of it has been read. */
    public @Nullable ListedStock stock(String symbol) {
        return stocks.values().stream()
                .filter(stock -> stock.symbol().equals(symbol))
                .findFirst()
                .orElse(null);
    }

    @Override
    public void onMessage(ConsumerRecord<byte[], byte[]> listing) {
        if (listing.value() == null) {
            return;
        }
        try {
            String georegion =
                    listing.topic().startsWith(TOPIC_PREFIX)
                            ? listing.topic().substring(TOPIC_PREFIX.length())
                            : listing.topic();
            read(new UnsafeBuffer(listing.value()), georegion);
        } catch (IndexOutOfBoundsException | IllegalArgumentException e) {
            undecodable.add(1);
            LOG.warn(
                    "Passed over an undecodable listing at {}: {}",
                    Undecodable.place(listing),
                    e.getMessage());
        }
    }

    private void read(UnsafeBuffer buffer, String georegion) {
        MessageHeaderDecoder header = new MessageHeaderDecoder().wrap(buffer, 0);
        if (header.schemaId() != ListingDecoder.SCHEMA_ID
                || header.templateId() != ListingDecoder.TEMPLATE_ID) {
            throw new IllegalArgumentException("it is message " + header.templateId());
        }
        ListingDecoder decoder = new ListingDecoder().wrapAndApplyHeader(buffer, 0, header);
        int stockId = decoder.stockId();
        Place place = new Place(decoder.latitude() / MICRO, decoder.longitude() / MICRO);
        String symbol = decoder.symbol();
        String name = decoder.name();
        String code = decoder.exchangeCode();
        String exchangeName = decoder.exchangeName();
        Exchange exchange = new Exchange(code, exchangeName, decoder.city(), place);
        stocks.put(stockId, new ListedStock(symbol, name, georegion, exchange));
    }
}
