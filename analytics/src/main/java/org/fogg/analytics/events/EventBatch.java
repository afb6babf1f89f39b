package org.fogg.analytics.events;

import java.util.ArrayList;
import java.util.List;
import org.fogg.analytics.index.Document;
import org.fogg.analytics.index.Refusal;

/** What a batch of messages comes to. */
public final class EventBatch {

    private final List<Document> documents = new ArrayList<>();
    private final List<Refusal> malformed = new ArrayList<>();
    private final List<Trade> trades = new ArrayList<>();

    void add(Document document) {
        documents.add(document);
    }

    void add(Refusal refusal) {
        malformed.add(refusal);
    }

    void add(Trade trade) {
        trades.add(trade);
    }

    /** What is to be indexed. */
    public List<Document> documents() {
        return documents;
    }

    /** What is to be kept aside. */
    public List<Refusal> malformed() {
        return malformed;
    }

    /** The trades among the documents. */
    public List<Trade> trades() {
        return trades;
    }

    /**
     * A trade among the documents.
     *
     * @param durableAt when it was seen durable, nanoseconds since the Unix epoch
     */
    public record Trade(Document document, long durableAt) {}
}
