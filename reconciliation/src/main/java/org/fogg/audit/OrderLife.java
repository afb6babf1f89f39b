package org.fogg.audit;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.fogg.audit.kafka.KafkaEvents;
import org.fogg.audit.life.EventSource;
import org.fogg.audit.life.LifeReader;
import org.fogg.audit.life.Step;

/**
 * All that happened to one order: every decision, execution and event, with its place and time.
 *
 * @param orderId the order
 * @param steps what happened, by time; empty when no ledger knows the order
 */
public record OrderLife(UUID orderId, List<Step> steps) {

    /** Keeps its own list. */
    public OrderLife {
        steps = List.copyOf(steps);
    }

    /**
     * Reads one order's life from the journal, the exchanges' journals and the published events.
     *
     * @throws RuntimeException when a server of the target cannot be read
     */
    public static OrderLife of(AuditTarget target, UUID orderId) {
        try (OpenSources open = new OpenSources(target)) {
            return of(open.sources(), new KafkaEvents(open.topics()), orderId);
        }
    }

    static OrderLife of(Sources sources, EventSource events, UUID orderId) {
        List<Step> steps = new ArrayList<>();
        for (Sources.Georegion georegion : sources.georegions()) {
            LifeReader reader = new LifeReader(orderId);
            reader.journal(
                    georegion.journal(), georegion.tables().traderOf(orderId), georegion.shards());
            reader.exchanges(sources.exchanges(), georegion.name());
            reader.events(events, georegion.name());
            steps.addAll(reader.steps());
        }
        return new OrderLife(orderId, steps);
    }

    /** Whether any ledger knows the order. */
    public boolean isKnown() {
        return !steps.isEmpty();
    }

    /** One line a step, for people. */
    public String text() {
        return steps.stream().map(Step::text).collect(Collectors.joining("\n"));
    }
}
