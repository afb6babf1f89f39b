package org.fogg.broker.events;

import java.util.function.BooleanSupplier;
import org.fogg.broker.journal.DurableEntry;

/** Publishes the events of durable entries. Thread-safe. */
public interface EventPublisher {

    /**
     * Publishes an entry's events after those of the shard's entries given before. What fails is
     * sent again, with all that follows it; readers drop what they have seen.
     *
     * @param wanted asked before each repetition; no longer true: gives up, without a call of done
     * @param done called once all of it is durable at the reader's side, on any thread; must not
     *     block
     */
    void publish(DurableEntry entry, BooleanSupplier wanted, Runnable done);
}
