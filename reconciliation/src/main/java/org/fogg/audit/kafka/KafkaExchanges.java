package org.fogg.audit.kafka;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.fogg.audit.exchange.ExchangeRecord;
import org.fogg.audit.exchange.ExchangeSource;
import org.fogg.audit.exchange.Listing;
import org.fogg.audit.exchange.RecordDecoder;
import org.fogg.contracts.Topics;

/** Listings and exchanges' journals. Not thread-safe. */
public final class KafkaExchanges implements ExchangeSource {

    private final TopicReader topics;
    private final RecordDecoder decoder = new RecordDecoder();

    /** Reads with this reader, which its owner closes. */
    public KafkaExchanges(TopicReader topics) {
        this.topics = topics;
    }

    @Override
    public List<Listing> listings(String georegion) {
        // Later records of a stock replace earlier ones; the compaction may not have run yet.
        Map<Integer, Listing> listings = new HashMap<>();
        topics.read(
                Topics.listings(georegion).name(),
                record -> {
                    if (record.value() != null) {
                        Listing listing = decoder.listing(record.value());
                        listings.put(listing.stockId(), listing);
                    }
                });
        return new ArrayList<>(listings.values());
    }

    @Override
    public void journal(String exchangeCode, Consumer<ExchangeRecord> reader) {
        topics.read(
                Topics.exchangeJournal(exchangeCode).name(),
                record -> reader.accept(decoder.journal(record.offset(), record.value())));
    }
}
