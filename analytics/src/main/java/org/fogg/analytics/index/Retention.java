package org.fogg.analytics.index;

import co.elastic.clients.elasticsearch.ElasticsearchClient;
import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import java.util.TreeMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Deletes indices whose day is longer ago than their kind is kept. */
public final class Retention {

    private static final Logger LOG = LoggerFactory.getLogger(Retention.class);

    private final ElasticsearchClient client;
    private final Clock clock;
    private final Map<String, Integer> days;

    /**
     * Retention by kind.
     *
     * @param days for how many days each kind is kept, today not counted
     */
    public Retention(ElasticsearchClient client, Clock clock, Map<String, Integer> days) {
        this.client = client;
        this.clock = clock;
        this.days = new TreeMap<>(days);
    }

    /** Deletes what is too old; what cannot be deleted now stays for the next time. */
    public void run() {
        try {
            for (Map.Entry<String, Integer> kind : days.entrySet()) {
                LocalDate first = LocalDate.now(clock).minusDays(kind.getValue());
                deleteBefore(kind.getKey(), first);
            }
        } catch (IOException | RuntimeException e) {
            LOG.warn("Old indices stay for now: {}", e.getMessage());
        }
    }

    private void deleteBefore(String kind, LocalDate first) throws IOException {
        for (String index :
                client.indices()
                        .get(request -> request.index(IndexNames.all(kind)).allowNoIndices(true))
                        .result()
                        .keySet()) {
            LocalDate day = IndexNames.day(kind, index);
            if (day != null && day.isBefore(first)) {
                client.indices().delete(request -> request.index(index));
                LOG.info("Deleted {}: kept for {} days", index, days.get(kind));
            }
        }
    }
}
