package org.fogg.broker.updates;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.fogg.core.order.OrderSnapshot;
import org.fogg.core.order.OrderStatus;
import org.fogg.core.order.OrderTerms;
import org.fogg.core.order.OrderType;
import org.fogg.core.order.Reason;
import org.fogg.core.order.Side;
import org.fogg.core.order.TimeInForce;

/** A log in memory, of one partition; a test may answer readings later, one by one. */
public final class MemoryLog implements UpdateLog {

    /** Where every trader's updates are. */
    public static final int PARTITION = 3;

    private final List<TradeUpdate> updates = new ArrayList<>();
    private final List<Listener> listeners = new CopyOnWriteArrayList<>();
    private final Queue<Runnable> readings = new ArrayDeque<>();
    private boolean manual;
    private long first;

    private record Listener(UUID traderId, Consumer<TradeUpdate> told) {}

    @Override
    public Runnable subscribe(UUID traderId, Consumer<TradeUpdate> told) {
        Listener listener = new Listener(traderId, told);
        listeners.add(listener);
        return () -> listeners.remove(listener);
    }

    @Override
    public int partition(UUID traderId) {
        return PARTITION;
    }

    @Override
    public synchronized CompletableFuture<Part> read(UUID traderId, long from, int most) {
        CompletableFuture<Part> answer = new CompletableFuture<>();
        Runnable reading = () -> answer.complete(part(traderId, from, most));
        if (manual) {
            readings.add(reading);
        } else {
            reading.run();
        }
        return answer;
    }

    private synchronized Part part(UUID traderId, long from, int most) {
        List<TradeUpdate> found = new ArrayList<>();
        long next = Math.max(from, first);
        while (next < updates.size() && found.size() < most) {
            TradeUpdate update = updates.get((int) next++);
            if (update.order().terms().traderId().equals(traderId)) {
                found.add(update);
            }
        }
        return new Part(found, next, first, updates.size());
    }

    /** Keeps an update without telling it yet, as if the live reader were behind. */
    public synchronized TradeUpdate keep(UUID traderId, UUID orderId, int version) {
        TradeUpdate.Kind kind = version == 1 ? TradeUpdate.Kind.NEW : TradeUpdate.Kind.PARTIAL_FILL;
        EventId id = new EventId(PARTITION, updates.size());
        TradeUpdate update =
                new TradeUpdate(
                        id,
                        kind,
                        1_000_000_000L,
                        order(traderId, orderId, version),
                        "VOD.L",
                        version == 1
                                ? null
                                : new TradeUpdate.Execution(new UUID(7, version), 712_500, 1, 5));
        updates.add(update);
        return update;
    }

    /** Tells an update of another georegion, which is not kept. */
    public void tellFrom(String georegion, UUID traderId, UUID orderId, long offset) {
        tell(
                new TradeUpdate(
                        new EventId(georegion, PARTITION, offset),
                        TradeUpdate.Kind.NEW,
                        1_000_000_000L,
                        order(traderId, orderId, 1),
                        "KO",
                        null));
    }

    /** Tells an update to those who listen. */
    public void tell(TradeUpdate update) {
        listeners.stream()
                .filter(l -> l.traderId().equals(update.order().terms().traderId()))
                .forEach(l -> l.told().accept(update));
    }

    /** Keeps an update and tells it. */
    public TradeUpdate publish(UUID traderId, UUID orderId, int version) {
        TradeUpdate update = keep(traderId, orderId, version);
        tell(update);
        return update;
    }

    /** How many listen. */
    public int listeners() {
        return listeners.size();
    }

    /** No longer keeps what is below an offset. */
    public synchronized void forgetBelow(long offset) {
        first = offset;
    }

    /** Readings are answered by {@link #answer} from now on. */
    synchronized void answerByHand() {
        manual = true;
    }

    /** Answers the reading that was asked for first; false when there is none. */
    boolean answer() {
        Runnable reading;
        synchronized (this) {
            reading = readings.poll();
        }
        if (reading == null) {
            return false;
        }
        reading.run();
        return true;
    }

    private static OrderSnapshot order(UUID traderId, UUID orderId, int version) {
        OrderTerms terms =
                new OrderTerms(
                        orderId,
                        traderId,
                        "c-" + orderId,
                        10_001,
                        Side.BUY,
                        OrderType.LIMIT,
                        TimeInForce.GTC,
                        10,
                        712_500,
                        0,
                        0);
        return new OrderSnapshot(
                terms,
                version == 1 ? OrderStatus.NEW : OrderStatus.PARTIALLY_FILLED,
                Reason.NONE,
                version,
                712_500,
                1,
                0,
                version - 1,
                712_500L * (version - 1),
                1,
                1,
                0,
                0,
                null,
                null);
    }
}
