package org.fogg.analytics.metrics;

import co.elastic.clients.elasticsearch.ElasticsearchClient;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.fogg.analytics.index.Document;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * How long after a trade was durable it is written, and searchable. The second is measured on a
 * sample: one trade at a time is searched for until it is found. Thread-safe.
 */
public final class TradeTimes {

    private static final Logger LOG = LoggerFactory.getLogger(TradeTimes.class);
    private static final long NANOS_PER_SECOND = 1_000_000_000;

    /** A trade that is older was in a backlog; one not found in that time will not be. */
    private static final Duration RELEVANT = Duration.ofMinutes(1);

    private final ElasticsearchClient client;
    private final Clock clock;
    private final Timer written;
    private final Timer searchable;
    private final AtomicReference<@Nullable Probe> probe = new AtomicReference<>();

    /** Times in the registry, as {@code fogg.analytics.trade.written} and {@code .searchable}. */
    public TradeTimes(ElasticsearchClient client, Clock clock, MeterRegistry registry) {
        this.client = client;
        this.clock = clock;
        written =
                Timer.builder("fogg.analytics.trade.written")
                        .description("From durable in the journal to written to Elasticsearch")
                        .publishPercentiles(0.5, 0.99)
                        .register(registry);
        searchable =
                Timer.builder("fogg.analytics.trade.searchable")
                        .description("From durable in the journal to found by a search; sampled")
                        .publishPercentiles(0.5, 0.99)
                        .register(registry);
    }

    /** A trade was written just now. */
    public void written(Document document, long durableAtNanos) {
        long age = age(durableAtNanos);
        written.record(age, TimeUnit.NANOSECONDS);
        if (age < RELEVANT.toNanos()) {
            probe.compareAndSet(null, new Probe(document.index(), document.id(), durableAtNanos));
        }
    }

    /** Searches for the sampled trade once. */
    public void look() {
        Probe current = probe.get();
        if (current == null) {
            return;
        }
        try {
            if (found(current)) {
                searchable.record(age(current.durableAt()), TimeUnit.NANOSECONDS);
                probe.set(null);
            } else if (age(current.durableAt()) > RELEVANT.toNanos()) {
                LOG.warn("The trade {} is not searchable a minute after it", current.id());
                probe.set(null);
            }
        } catch (IOException | RuntimeException e) {
            // Elasticsearch is away: what this trade would tell is how long.
            probe.set(null);
        }
    }

    private boolean found(Probe current) throws IOException {
        return client.count(
                                count ->
                                        count.index(current.index())
                                                .query(
                                                        query ->
                                                                query.ids(
                                                                        ids ->
                                                                                ids.values(
                                                                                        current
                                                                                                .id()))))
                        .count()
                > 0;
    }

    private long age(long nanos) {
        Instant now = clock.instant();
        return Math.max(0, now.getEpochSecond() * NANOS_PER_SECOND + now.getNano() - nanos);
    }

    private record Probe(String index, String id, long durableAt) {}
}
