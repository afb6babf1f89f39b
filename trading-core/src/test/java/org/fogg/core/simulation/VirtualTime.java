package org.fogg.core.simulation;

import java.util.Comparator;
import java.util.PriorityQueue;
import java.util.Random;

/**
 * Time, chance and messages of a simulated world. Everything that happens is an event in one queue,
 * ordered by its time, so that a seed gives one course of the world. The trace is a hash of it.
 */
final class VirtualTime {

    static final long MILLI = 1_000_000;
    static final long SECOND = 1_000 * MILLI;

    private final PriorityQueue<Event> queue =
            new PriorityQueue<>(
                    Comparator.comparingLong(Event::at).thenComparingLong(Event::number));
    private final Random random;
    private long now = 1_000 * SECOND;
    private long count;
    private long trace;
    private boolean faults = true;

    private record Event(long at, long number, Runnable action) {}

    VirtualTime(long seed) {
        random = new Random(seed);
    }

    Random random() {
        return random;
    }

    long now() {
        return now;
    }

    long trace() {
        return trace;
    }

    /** Adds what happened to the trace. */
    void trace(String what, long detail) {
        trace = (trace ^ what.hashCode() ^ Long.rotateLeft(detail, 20) ^ now) * 0x9E3779B97F4A7C15L;
        trace ^= trace >>> 29;
    }

    /** From now on messages arrive once, in time. */
    void heal() {
        faults = false;
    }

    /** Whether something of this probability, in percent, goes wrong now. */
    boolean fails(int percent) {
        return random.nextInt(100) < percent && faults;
    }

    void after(long delay, Runnable action) {
        queue.add(new Event(now + delay, count++, action));
    }

    /** Sends a message: late, out of order, twice or never, as chance will have it. */
    void send(Runnable arrival) {
        if (fails(4)) {
            return;
        }
        after(delay(), arrival);
        if (fails(4)) {
            after(delay(), arrival);
        }
    }

    private long delay() {
        long usual = MILLI / 10 + random.nextInt((int) (2 * MILLI));
        return fails(3) ? usual * 200 : usual;
    }

    /** Lets the next event happen; whether there was one before that time. */
    boolean step(long until) {
        Event next = queue.peek();
        if (next == null || next.at() > until) {
            return false;
        }
        queue.remove();
        now = next.at();
        trace("event", next.number());
        next.action().run();
        return true;
    }
}
