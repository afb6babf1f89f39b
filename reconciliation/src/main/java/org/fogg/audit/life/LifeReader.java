package org.fogg.audit.life;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Consumer;
import org.fogg.audit.exchange.ExchangeRecord.Report;
import org.fogg.audit.exchange.ExchangeSource;
import org.fogg.audit.exchange.Listing;
import org.fogg.audit.journal.Decision;
import org.fogg.audit.journal.Entry;
import org.fogg.audit.journal.EntryDecoder;
import org.fogg.audit.journal.JournalRow;
import org.fogg.audit.journal.JournalSource;
import org.fogg.audit.journal.Place;
import org.fogg.audit.wire.MalformedException;
import org.fogg.contracts.Ids;
import org.jspecify.annotations.Nullable;

/** Reads what one georegion's ledgers say about one order. For one order only. */
public final class LifeReader {

    /** Execution before decision before event, where clocks do not tell. */
    private static final List<String> LEDGERS = List.of("exchange", "journal", "event");

    private final UUID orderId;
    private final LifeSteps telling;
    private final EntryDecoder decoder = new EntryDecoder();
    private final List<Step> steps = new ArrayList<>();

    /** For this order. */
    public LifeReader(UUID orderId) {
        this.orderId = orderId;
        this.telling = new LifeSteps(orderId);
    }

    /**
     * Reads the decisions.
     *
     * @param trader whose order it is, which names the shard; null when not known
     */
    public void journal(JournalSource journal, @Nullable UUID trader, int shards) {
        if (trader != null) {
            journal.read(Ids.shardOf(trader, shards), this::row);
        }
        if (steps.isEmpty()) {
            journal.readAll(this::row);
        }
    }

    private void row(JournalRow row) {
        try {
            Entry entry = decoder.decode(row.entry());
            for (int n = 0; n < entry.decisions().size(); n++) {
                Decision decision = entry.decisions().get(n);
                Place place = new Place(row.term(), row.shard(), row.sequence(), n);
                Step step = telling.decision(place, decision);
                if (step != null) {
                    steps.add(step);
                }
            }
        } catch (MalformedException e) {
            // An audit names broken entries; what the others say about the order is shown anyway.
            return;
        }
    }

    /** Reads the executions. */
    public void exchanges(ExchangeSource exchanges, String georegion) {
        Set<String> codes = new TreeSet<>();
        for (Listing listing : exchanges.listings(georegion)) {
            codes.add(listing.exchangeCode());
        }
        for (String code : codes) {
            exchanges.journal(
                    code,
                    record -> {
                        if (record instanceof Report report && report.orderId().equals(orderId)) {
                            steps.add(LifeSteps.report(report));
                        }
                    });
        }
    }

    /** Reads the events. */
    public void events(EventSource events, String georegion) {
        Consumer<EventRecord> reader =
                event -> {
                    if (event.orderId().equals(orderId)) {
                        steps.add(LifeSteps.event(event));
                    }
                };
        events.events(georegion, reader);
    }

    /** All steps so far, by time. */
    public List<Step> steps() {
        return steps.stream()
                .sorted(
                        Comparator.comparingLong(Step::at)
                                .thenComparingInt(step -> LEDGERS.indexOf(step.ledger())))
                .toList();
    }
}
