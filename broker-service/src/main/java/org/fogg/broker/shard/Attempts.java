package org.fogg.broker.shard;

import java.util.ArrayDeque;
import java.util.HashSet;
import java.util.Set;
import java.util.function.BooleanSupplier;
import org.fogg.broker.exchange.ExchangeReply;
import org.fogg.broker.market.Exchange;

/**
 * A shard's attempts to trade: held until what they rest on is durable, sent, and, where the
 * outcome is unknown, settled by asking until there is one. Confined to the agent's thread.
 */
final class Attempts {

    private final int shard;
    private final ShardPorts ports;
    private final Listener listener;
    private final BooleanSupplier wanted;
    private final ArrayDeque<Attempt> waiting = new ArrayDeque<>();
    private final Set<Attempt> open = new HashSet<>();

    /** Hears what came of an attempt. */
    interface Listener {

        /** An outcome that is not {@link ExchangeReply#UNKNOWN}. */
        void settled(Attempt attempt, ExchangeReply reply);
    }

    Attempts(int shard, ShardPorts ports, Listener listener, BooleanSupplier wanted) {
        this.shard = shard;
        this.ports = ports;
        this.listener = listener;
        this.wanted = wanted;
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
        attempt.sent(ports.clock().getAsLong());
        ports.exchanges()
                .execute(
                        attempt.exchange(),
                        shard,
                        attempt.request(),
                        reply -> {
                            ports.timers()
                                    .record(
                                            Stage.EXECUTE,
                                            ports.clock().getAsLong() - attempt.sentAt());
                            ports.agent().post(() -> answered(attempt, reply));
                        });
    }

    private void answered(Attempt attempt, ExchangeReply reply) {
        if (!wanted.getAsBoolean()) {
            return;
        }
        if (reply instanceof ExchangeReply.Unknown) {
            attempt.unknown(ports.clock().getAsLong());
            return;
        }
        open.remove(attempt);
        listener.settled(attempt, reply);
    }

    /** Asks for the outcomes that are unknown, where it is time to. */
    void onTime(long now) {
        for (Attempt attempt : open) {
            if (attempt.takeDue(now)) {
                // Looked up again, for an exchange may have come back at another address.
                Exchange listed = ports.directory().exchange(attempt.exchange().id());
                ports.exchanges()
                        .resolve(
                                listed == null ? attempt.exchange() : listed,
                                shard,
                                attempt.request(),
                                reply -> ports.agent().post(() -> answered(attempt, reply)));
            }
        }
    }

    /** Whether none waits and none is under way. */
    boolean isIdle() {
        return waiting.isEmpty() && open.isEmpty();
    }
}
