package org.fogg.broker.updates;

import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

/**
 * The updates of all traders, as they come and as they are kept. Updates come at least once, those
 * of a trader in one partition. Thread-safe.
 */
public interface UpdateLog {

    /**
     * Tells of a trader's updates from now on, in the order of the log; also of those in other
     * georegions, in the order of each.
     *
     * @param listener called on one thread for all listeners, one for each georegion; must not
     *     block
     * @return ends it; an update that is being told may still come
     */
    Runnable subscribe(UUID traderId, Consumer<TradeUpdate> listener);

    /** The partition that has a trader's updates. */
    int partition(UUID traderId);

    /**
     * Reads on from an offset of the trader's partition. While the log is away it waits; cancel the
     * future to give up.
     *
     * @param from first offset to read; what is no longer kept is skipped
     * @param most most updates to read at once
     */
    CompletableFuture<Part> read(UUID traderId, long from, int most);

    /**
     * A part of the log.
     *
     * @param updates the trader's, in order
     * @param next all offsets below it have been read
     * @param first the first offset that is kept
     * @param end one more than the last offset, as it was after the reading was asked for
     */
    record Part(List<TradeUpdate> updates, long next, long first, long end) {

        public Part {
            updates = List.copyOf(updates);
        }
    }
}
