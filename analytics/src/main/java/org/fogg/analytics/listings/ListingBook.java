package org.fogg.analytics.listings;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.agrona.concurrent.UnsafeBuffer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
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

    private final Map<Integer, ListedStock> stocks = new ConcurrentHashMap<>();

    /** The stock of that number, or null while its listing has not been read. */
    public @Nullable ListedStock stock(int stockId) {
        return stocks.get(stockId);
    }

    @Override
    public void onMessage(ConsumerRecord<byte[], byte[]> listing) {
        if (listing.value() == null) {
            return;
        }
        try {
            read(new UnsafeBuffer(listing.value()));
        } catch (IndexOutOfBoundsException | IllegalArgumentException e) {
            LOG.warn(
                    "Passed over an undecodable listing at {}-{}@{}: {}",
                    listing.topic(),
                    listing.partition(),
                    listing.offset(),
                    e.getMessage());
        }
    }

    private void read(UnsafeBuffer buffer) {
        MessageHeaderDecoder header = new MessageHeaderDecoder().wrap(buffer, 0);
        if (header.templateId() != ListingDecoder.TEMPLATE_ID) {
            return;
        }
        ListingDecoder decoder = new ListingDecoder().wrapAndApplyHeader(buffer, 0, header);
        int stockId = decoder.stockId();
        double latitude = decoder.latitude() / MICRO;
        double longitude = decoder.longitude() / MICRO;
        String symbol = decoder.symbol();
        decoder.skipName();
        String exchange = decoder.exchangeCode();
        stocks.put(stockId, new ListedStock(symbol, exchange, latitude, longitude));
    }

    /**
     * A stock and its exchange.
     *
     * @param symbol the stock's symbol
     * @param exchange the exchange's code
     * @param latitude of the exchange, degrees
     * @param longitude of the exchange, degrees
     */
    public record ListedStock(String symbol, String exchange, double latitude, double longitude) {}
}
