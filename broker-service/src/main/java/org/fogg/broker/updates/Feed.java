package org.fogg.broker.updates;

import java.util.ArrayDeque;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.fogg.broker.updates.UpdateLog.Part;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One trader's updates for one client, without a gap or a double: what the client missed, read from
 * the log part by part as fast as the client takes it, then live ones. Live ones wait while a part
 * is read; those that come before the end of the reading are in it. Updates of other georegions are
 * told as they come, and not read again. Thread-safe.
 */
final class Feed {

    /** Most updates of a part; with as many live ones they fit into what may wait for a client. */
    static final int PART = 100;

    /** Most live updates that wait; with more of them, the log is read once more. */
    static final int MOST_WAITING = 100;

    /** How far back the log is searched for what was sent before the client went away. */
    static final int BACK = 1000;

    private static final Logger log = LoggerFactory.getLogger(Feed.class);

    private final UpdateLog updates;
    private final UUID traderId;
    private final Outlet outlet;
    private final Consumer<TradeUpdate> sink;
    private final SentVersions sent = new SentVersions();
    private final Queue<TradeUpdate> waiting = new ArrayDeque<>();

    /** Of other georegions, until it has begun: what the first part takes is moments. */
    private final Queue<TradeUpdate> early = new ArrayDeque<>();

    private @Nullable Runnable subscription;
    private @Nullable CompletableFuture<Part> reading;
    private @Nullable Told told;
    private boolean begun;
    private boolean replaying;
    private boolean overflowed;
    private boolean stopped;
    private long wanted;
    private long next;

    /** Is told how it goes, on any thread; must not block. */
    interface Told {

        /** It begins; called once, before the first update. */
        void begun();

        /** It ends, or does not begin, because the log does not have what was asked for. */
        void refused(String why);
    }

    /**
     * @param sink sends an update; must not block
     */
    Feed(UpdateLog updates, UUID traderId, Outlet outlet, Consumer<TradeUpdate> sink) {
        this.updates = updates;
        this.traderId = traderId;
        this.outlet = outlet;
        this.sink = sink;
    }

    /** Begins with what comes from now on. */
    synchronized void fromNow(Told listener) {
        subscription = updates.subscribe(traderId, this::onLive);
        listener.begun();
    }

    /** Begins with what came after an offset of the trader's partition. */
    synchronized void after(long offset, Told listener) {
        told = listener;
        replaying = true;
        wanted = offset + 1;
        next = Math.max(0, wanted - BACK);
        subscription = updates.subscribe(traderId, this::onLive);
        readOn();
    }

    /** Ends it; nothing is sent any more once it returns. */
    synchronized void stop() {
        stopped = true;
        waiting.clear();
        early.clear();
        if (subscription != null) {
            subscription.run();
        }
        if (reading != null) {
            reading.cancel(false);
        }
    }

    private synchronized void onLive(TradeUpdate update) {
        if (stopped) {
            return;
        }
        boolean foreign = update.id().georegion() != null;
        if (!replaying || (foreign && begun)) {
            // Between orders of several georegions there is no order to keep.
            send(update);
        } else if (foreign) {
            early.add(update);
        } else if (waiting.size() < MOST_WAITING) {
            waiting.add(update);
        } else {
            overflowed = true;
        }
    }

    private synchronized void readOn() {
        if (stopped) {
            return;
        }
        // Whatever has come live by now is below the end that the next part tells.
        waiting.clear();
        overflowed = false;
        CompletableFuture<Part> part = updates.read(traderId, next, PART);
        reading = part;
        part.whenComplete(this::onPart);
    }

    private synchronized void onPart(@Nullable Part part, @Nullable Throwable failure) {
        if (stopped) {
            return;
        }
        if (part == null) {
            log.error("Reading updates failed unexpectedly", failure);
            outlet.close(StreamCodes.FAILURE, "internal error");
            return;
        }
        String refusal = refusal(part);
        if (refusal != null) {
            stop();
            if (told != null) {
                told.refused(refusal);
            }
            return;
        }
        if (told != null && !begun) {
            begun = true;
            told.begun();
            early.forEach(this::send);
            early.clear();
        }
        part.updates().forEach(this::replay);
        next = part.next();
        wanted = Math.max(wanted, next);
        if (next < part.end() || overflowed) {
            outlet.whenDrained(this::readOn);
        } else {
            goLive();
        }
    }

    private @Nullable String refusal(Part part) {
        if (wanted > part.end()) {
            return "data.after: must be the event_id of an update that has come, the log ends before"
                    + " it";
        }
        if (wanted < part.first()) {
            return "data.after: updates after it were lost, they are no longer kept; GET /v2/orders"
                    + " shows the state, listening without after goes on from now";
        }
        return null;
    }

    private void replay(TradeUpdate update) {
        if (update.id().offset() < wanted) {
            // Sent before the client went away: what an owner published again after that is known.
            sent.add(update.order());
        } else {
            send(update);
        }
    }

    private void goLive() {
        replaying = false;
        reading = null;
        for (TradeUpdate update : waiting) {
            if (update.id().offset() >= next) {
                send(update);
            }
        }
        waiting.clear();
    }

    private void send(TradeUpdate update) {
        if (sent.add(update.order())) {
            sink.accept(update);
        }
    }
}
