package org.fogg.broker.updates;

import io.micrometer.core.instrument.Counter;
import java.util.List;
import java.util.UUID;
import org.fogg.broker.command.UnavailableException;
import org.fogg.broker.security.Caller;
import org.fogg.broker.security.Keys;
import org.fogg.broker.updates.StreamRequest.Data;
import org.fogg.broker.web.ApiException;
import org.fogg.broker.web.ErrorCode;
import org.fogg.broker.web.Texts;
import org.jspecify.annotations.Nullable;

/**
 * One client's stream: says who it is, then what it listens to. Thread-safe; messages of a client
 * come one after the other.
 */
final class ClientStream {

    private static final String AUTHENTICATE = "authenticate";
    private static final String LISTEN = "listen";

    private final Parts parts;
    private final Outlet outlet;
    private volatile @Nullable Caller caller;
    private volatile long unknownSince;
    private volatile long heardAt;
    private @Nullable Feed feed;
    private boolean ended;

    /** What all streams share. */
    record Parts(UpdateLog log, Keys keys, StreamJson json, Counter sent) {}

    /**
     * @param now nanoseconds of any clock that does not go back
     */
    ClientStream(Parts parts, Outlet outlet, long now) {
        this.parts = parts;
        this.outlet = outlet;
        unknownSince = now;
        heardAt = now;
    }

    /** The way to the client. */
    Outlet outlet() {
        return outlet;
    }

    /** Whose stream it is; null as long as no key was shown. */
    @Nullable Caller caller() {
        return caller;
    }

    /** Since when it has had no caller, if it has none. */
    long unknownSince() {
        return unknownSince;
    }

    /** When the client gave its last sign of life. */
    long heardAt() {
        return heardAt;
    }

    /** The client gave a sign of life. */
    void heard(long now) {
        heardAt = now;
    }

    /**
     * Does what a message says, and answers. May wait for the store of keys.
     *
     * @param binary whether it came in a binary frame
     */
    synchronized void take(String text, boolean binary, long now) {
        try {
            StreamRequest request = parts.json().read(text);
            String action = StreamRequest.required("action", request.action());
            switch (action) {
                case AUTHENTICATE -> authenticate(request.required(), binary, now);
                case LISTEN -> listen(request);
                default ->
                        throw ApiException.invalid(
                                "action",
                                "must be one of authenticate, listen, was " + Texts.quoted(action));
            }
        } catch (ApiException e) {
            outlet.send(parts.json().error(e.error().message()));
        } catch (UnavailableException e) {
            outlet.send(parts.json().error(e.reason()));
        }
    }

    /** The client is gone, or is sent away. */
    synchronized void end() {
        ended = true;
        stopFeed();
    }

    private void authenticate(Data data, boolean binary, long now) {
        String keyId = StreamRequest.required("data.key_id", data.keyId());
        String secret = StreamRequest.required("data.secret_key", data.secretKey());
        Caller found = parts.keys().find(keyId, secret);
        if (found != null) {
            count(found);
        }
        stopFeed();
        // An administrator's key has no orders of its own.
        boolean authorized = found != null && found.traderId() != null;
        if (caller != null && !authorized) {
            unknownSince = now;
        }
        caller = authorized ? found : null;
        if (binary) {
            outlet.useBinary();
        }
        outlet.send(parts.json().authorization(authorized, AUTHENTICATE));
    }

    private void listen(StreamRequest request) {
        Caller who = caller;
        UUID traderId = who == null ? null : who.traderId();
        if (who == null || traderId == null) {
            outlet.send(parts.json().authorization(false, LISTEN));
            return;
        }
        Data data = request.required();
        List<String> streams = StreamRequest.required("data.streams", data.streams());
        count(who);
        boolean wanted = streams.contains(StreamJson.TRADE_UPDATES);
        String after = data.after();
        if (after != null) {
            stopFeed();
            from(traderId, offset(traderId, after, wanted));
        } else if (!wanted) {
            stopFeed();
            outlet.send(parts.json().listening(List.of()));
        } else if (feed == null) {
            from(traderId, null);
        } else {
            // It goes on as it is, also one that still tells what was missed.
            outlet.send(parts.json().listening(List.of(StreamJson.TRADE_UPDATES)));
        }
    }

    private void count(Caller who) {
        if (!parts.keys().tryRequest(who.keyId())) {
            throw ApiException.of(ErrorCode.RATE_LIMIT, "rate limit exceeded");
        }
    }

    private long offset(UUID traderId, String after, boolean wanted) {
        if (!wanted) {
            throw ApiException.invalid("data.after", "is for the stream trade_updates only");
        }
        EventId id = EventId.parse("data.after", after);
        if (id.partition() != parts.log().partition(traderId)) {
            throw ApiException.invalid(
                    "data.after",
                    "must be the event_id of an update of this trader, was " + Texts.quoted(after));
        }
        return id.offset();
    }

    private void from(UUID traderId, @Nullable Long after) {
        if (ended) {
            return;
        }
        Feed next = new Feed(parts.log(), traderId, outlet, this::send);
        feed = next;
        if (after == null) {
            next.fromNow(new Answering());
        } else {
            next.after(after, new Answering());
        }
    }

    private void stopFeed() {
        if (feed != null) {
            feed.stop();
            feed = null;
        }
    }

    private void send(TradeUpdate update) {
        parts.sent().increment();
        outlet.send(parts.json().update(update));
    }

    private final class Answering implements Feed.Told {

        @Override
        public void begun() {
            outlet.send(parts.json().listening(List.of(StreamJson.TRADE_UPDATES)));
        }

        @Override
        public void refused(String why) {
            outlet.send(parts.json().error(why));
        }
    }
}
