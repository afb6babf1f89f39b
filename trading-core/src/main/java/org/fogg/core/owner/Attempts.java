package org.fogg.core.owner;

import java.util.ArrayDeque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * A shard's attempts to trade: held until what they rest on is durable, sent, and, where the
 * outcome is unknown, asked for until there is one.
 */
final class Attempts {

    private final OwnerPort<?> port;
    private final ArrayDeque<Attempt> waiting = new ArrayDeque<>();
    private final Set<Attempt> open = new LinkedHashSet<>();

    Attempts(OwnerPort<?> port) {
        this.port = port;
    }

    /** Sends an attempt as soon as so many decisions are durable as it rests on. */
    void add(Attempt attempt, long durable) {
        if (attempt.request().restsOn() <= durable && waiting.isEmpty()) {
            send(attempt);
        } else {
            waiting.addLast(attempt);
        }
    }

    /** So many decisions are durable now. */
    void durable(long decisions) {
        for (Attempt first = waiting.peekFirst();
                first != null && first.request().restsOn() <= decisions; ) {
            waiting.removeFirst();
            send(first);
            first = waiting.peekFirst();
        }
    }

    private void send(Attempt attempt) {
        open.add(attempt);
        port.execute(attempt);
    }

    /** An outcome is known; whether it was still open. */
    boolean settled(Attempt attempt) {
        return open.remove(attempt);
    }

    /** The outcome is not known. */
    void unknown(Attempt attempt, long now) {
        if (open.contains(attempt)) {
            attempt.unknown(now);
        }
    }

    /** Asks for the outcomes that are unknown, where it is time to. */
    void onTime(long now) {
        for (Attempt attempt : List.copyOf(open)) {
            if (attempt.takeDue(now)) {
                port.resolve(attempt);
            }
        }
    }

    /** Whether none waits and none is under way. */
    boolean isIdle() {
        return waiting.isEmpty() && open.isEmpty();
    }
}
