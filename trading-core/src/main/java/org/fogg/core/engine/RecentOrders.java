package org.fogg.core.engine;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import org.fogg.core.order.OrderTerms;
import org.fogg.core.order.OrderType;
import org.fogg.core.order.Side;
import org.fogg.core.snapshot.SnapshotRecord;

/** What an account has ordered lately, to find orders that say the same again. */
final class RecentOrders {

    private final Map<Content, Long> times = new LinkedHashMap<>();

    boolean contains(OrderTerms terms, long now, long window) {
        Long at = times.get(Content.of(terms));
        return at != null && now - at < window;
    }

    void add(OrderTerms terms, long at, long window) {
        forget(at, window);
        Content content = Content.of(terms);
        times.remove(content);
        times.put(content, at);
    }

    void add(SnapshotRecord.RecentOrder recorded) {
        times.put(
                new Content(
                        recorded.stockId(),
                        recorded.side(),
                        recorded.type(),
                        recorded.quantity(),
                        recorded.limitPrice(),
                        recorded.stopPrice()),
                recorded.at());
    }

    /** Tells what is remembered, oldest first. */
    void records(UUID traderId, Consumer<SnapshotRecord> listener) {
        times.forEach(
                (content, at) ->
                        listener.accept(
                                new SnapshotRecord.RecentOrder(
                                        traderId,
                                        content.stockId(),
                                        content.side(),
                                        content.type(),
                                        content.quantity(),
                                        content.limitPrice(),
                                        content.stopPrice(),
                                        at)));
    }

    private void forget(long now, long window) {
        Iterator<Long> oldestFirst = times.values().iterator();
        while (oldestFirst.hasNext() && now - oldestFirst.next() >= window) {
            oldestFirst.remove();
        }
    }

    private record Content(
            int stockId,
            Side side,
            OrderType type,
            long quantity,
            long limitPrice,
            long stopPrice) {

        static Content of(OrderTerms terms) {
            return new Content(
                    terms.stockId(),
                    terms.side(),
                    terms.type(),
                    terms.quantity(),
                    terms.limitPrice(),
                    terms.stopPrice());
        }
    }
}
