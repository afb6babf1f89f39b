package org.fogg.core.funding;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The sender's book: every transfer by its number and id, and the lowest that is open. */
public final class OutgoingTransfers {

    private final SortedMap<Long, Transfer> open = new TreeMap<>();
    private final Map<UUID, Transfer> byId = new HashMap<>();
    private final Map<Long, UUID> ids = new HashMap<>();

    /** The number that the next transfer gets. */
    public long nextNumber() {
        return ids.size() + 1L;
    }

    /** The lowest number that is open; the next number when none is. */
    public long lowestOpen() {
        return open.isEmpty() ? nextNumber() : open.firstKey();
    }

    /** Those that are open, by number. */
    public List<Transfer> open() {
        return List.copyOf(open.values());
    }

    /** All there ever were, in no particular order. */
    public Collection<Transfer> all() {
        return byId.values();
    }

    /** The transfer of an id; null when there is none. */
    public @Nullable Transfer find(UUID id) {
        return byId.get(id);
    }

    /** The transfer of a number; null when there is none. */
    public @Nullable Transfer find(long number) {
        UUID id = ids.get(number);
        return id == null ? null : byId.get(id);
    }

    /** Whether a step from one state leads to the other. */
    public static boolean leads(TransferState from, TransferState to) {
        return switch (to) {
            case HELD -> false;
            case SENT -> from == TransferState.HELD;
            case APPLIED -> from == TransferState.SENT;
            case VOIDED -> from.isOpen();
        };
    }

    /** Enters a transfer, new or from a snapshot. */
    public void put(Transfer transfer) {
        byId.put(transfer.terms().id(), transfer);
        ids.put(transfer.number(), transfer.terms().id());
        if (transfer.state().isOpen()) {
            open.put(transfer.number(), transfer);
        } else {
            open.remove(transfer.number());
        }
    }

    /** Moves a transfer on. */
    public void move(Transfer transfer, TransferState to, long at) {
        put(transfer.with(to, at));
    }
}
