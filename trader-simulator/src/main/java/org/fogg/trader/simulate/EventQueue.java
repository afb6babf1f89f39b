package org.fogg.trader.simulate;

import java.util.PriorityQueue;

/** What will happen, in order of time; at one time in the order in which it was scheduled. */
final class EventQueue {

    private record Event(long at, long number, Runnable action) implements Comparable<Event> {

        @Override
        public int compareTo(Event other) {
            int byTime = Long.compare(at, other.at);
            return byTime != 0 ? byTime : Long.compare(number, other.number);
        }
    }

    private final PriorityQueue<Event> events = new PriorityQueue<>();
    private long scheduled;

    void schedule(long at, Runnable action) {
        events.add(new Event(at, ++scheduled, action));
    }

    /** When the next event is; {@link Long#MAX_VALUE} when there is none. */
    long nextAt() {
        Event next = events.peek();
        return next == null ? Long.MAX_VALUE : next.at;
    }

    /** Lets the next event happen. */
    void runNext() {
        Event next = events.remove();
        next.action.run();
    }

    /** How many events were scheduled in all. */
    long count() {
        return scheduled;
    }
}
