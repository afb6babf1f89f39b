package org.fogg.core.owner;

import java.util.ArrayDeque;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.fogg.core.funding.TransferRequest;

/**
 * A shard's transfers to other georegions: held until what they rest on is durable, then sent every
 * second until they are answered.
 */
final class Transfers {

    private static final long PAUSE_NS = 1_000_000_000;

    private final OwnerPort<?> port;
    private final ArrayDeque<Message> waiting = new ArrayDeque<>();
    private final SortedMap<Long, Message> open = new TreeMap<>();

    private static final class Message {

        private final TransferRequest request;
        private final boolean recall;
        private long sendAt;

        private Message(TransferRequest request, boolean recall) {
            this.request = request;
            this.recall = recall;
        }
    }

    Transfers(OwnerPort<?> port) {
        this.port = port;
    }

    void send(TransferRequest request, long durable) {
        add(new Message(request, false), durable);
    }

    /** From now on it is asked back rather than sent. */
    void recall(TransferRequest request, long durable) {
        add(new Message(request, true), durable);
    }

    private void add(Message message, long durable) {
        waiting.addLast(message);
        durable(durable);
    }

    /** So many decisions are durable now. */
    void durable(long decisions) {
        for (Message first = waiting.peekFirst();
                first != null && first.request.restsOn() <= decisions; ) {
            waiting.removeFirst();
            open.put(first.request.number(), first);
            tell(first);
            first = waiting.peekFirst();
        }
    }

    private void tell(Message message) {
        if (message.recall) {
            port.recall(message.request);
        } else {
            port.send(message.request);
        }
    }

    /** The receiver has answered. */
    void ended(long number) {
        open.remove(number);
    }

    /** Sends again what was not answered for a while. */
    void onTime(long now) {
        for (Message message : List.copyOf(open.values())) {
            if (message.sendAt == 0) {
                message.sendAt = now + PAUSE_NS;
            } else if (message.sendAt <= now) {
                message.sendAt = now + PAUSE_NS;
                tell(message);
            }
        }
    }

    /** Whether none waits and none is under way. */
    boolean isIdle() {
        return waiting.isEmpty() && open.isEmpty();
    }
}
