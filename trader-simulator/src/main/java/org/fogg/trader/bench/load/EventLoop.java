package org.fogg.trader.bench.load;

import java.util.Comparator;
import java.util.PriorityQueue;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;

/**
 * Runs actions at their times, and actions that other threads hand over, in the thread that calls
 * {@link #runUntil}: all that the load generator knows is changed there, without locks. Only {@link
 * #submit} may be called from other threads.
 */
public final class EventLoop {

    // Answers wait at most this long to be taken note of; their times were taken when they came.
    private static final long LONGEST_PARK_NANOS = 2_000_000;

    private final LongSupplier nanoTime;
    private final PriorityQueue<Timed> timed =
            new PriorityQueue<>(
                    Comparator.<Timed>comparingLong(t -> t.due).thenComparingLong(t -> t.number));
    private final Queue<Runnable> inbox = new ConcurrentLinkedQueue<>();
    private final long origin;
    private long count;

    /** A loop with this time. */
    public EventLoop(LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
        this.origin = nanoTime.getAsLong();
    }

    /** Runs an action at a time, or at once when that has passed. */
    public void at(long due, Runnable action) {
        timed.add(new Timed(due - origin, count++, action));
    }

    /** Hands an action over. May be called from any thread. */
    public void submit(Runnable action) {
        inbox.add(action);
    }

    /** Runs what is due and what was handed over; returns how many actions that were. */
    public int doWork() {
        int done = 0;
        Runnable handedOver;
        while ((handedOver = inbox.poll()) != null) {
            handedOver.run();
            done++;
        }
        Timed first;
        while ((first = timed.peek()) != null && first.due <= now()) {
            timed.remove();
            first.action.run();
            done++;
        }
        return done;
    }

    /**
     * Works until a condition holds.
     *
     * @throws InterruptedException when the thread is interrupted
     */
    public void runUntil(BooleanSupplier condition) throws InterruptedException {
        while (!condition.getAsBoolean()) {
            if (Thread.interrupted()) {
                throw new InterruptedException();
            }
            if (doWork() == 0) {
                Timed first = timed.peek();
                long wait = first == null ? LONGEST_PARK_NANOS : first.due - now();
                if (wait > 0) {
                    LockSupport.parkNanos(this, Math.min(wait, LONGEST_PARK_NANOS));
                }
            }
        }
    }

    /**
     * Works until a time, and until all that was due by then has run: a machine that stood still
     * meanwhile leaves nothing out.
     *
     * @throws InterruptedException when the thread is interrupted
     */
    public void runUntil(long time) throws InterruptedException {
        runUntil(() -> nanoTime.getAsLong() - time >= 0 && !isDueBy(time - origin));
    }

    private boolean isDueBy(long time) {
        Timed first = timed.peek();
        return first != null && first.due <= time;
    }

    private long now() {
        return nanoTime.getAsLong() - origin;
    }

    private record Timed(long due, long number, Runnable action) {}
}
