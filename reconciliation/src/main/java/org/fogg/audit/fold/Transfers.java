package org.fogg.audit.fold;

import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.fogg.audit.journal.Decision.TransferApplied;
import org.jspecify.annotations.Nullable;

/** The transfers of one georegion's journals, those that left and those that came. */
public final class Transfers {

    private final Map<Key, Transfer> sent = new LinkedHashMap<>();
    private final Map<Arrival, TransferApplied> applied = new LinkedHashMap<>();
    private final Set<Arrival> barred = new HashSet<>();
    private final Set<UUID> openings = new HashSet<>();
    private final Map<Integer, Long> numbers = new HashMap<>();
    private long abroad;

    private record Key(int shard, long number) {}

    /**
     * What a receiver calls a transfer.
     *
     * @param number counts the sending shard's transfers from 1
     */
    public record Arrival(String sender, int shard, long number) {}

    /** Adds one that was set aside; the number that it should have. */
    long held(Transfer transfer) {
        sent.putIfAbsent(new Key(transfer.shard(), transfer.terms().number()), transfer);
        return numbers.merge(transfer.shard(), 1L, Long::sum);
    }

    void abroad(long amount) {
        abroad = Math.addExact(abroad, amount);
    }

    /** Adds one that came; the one that was there before, if any. */
    @Nullable TransferApplied applied(Arrival arrival, TransferApplied decision) {
        openings.add(decision.transferId());
        return applied.putIfAbsent(arrival, decision);
    }

    void barred(Arrival arrival) {
        barred.add(arrival);
    }

    boolean isBarred(Arrival arrival) {
        return barred.contains(arrival);
    }

    /** The transfer that a shard of this georegion sent; null for none. */
    public @Nullable Transfer find(int shard, long number) {
        return sent.get(new Key(shard, number));
    }

    /** All that shards of this georegion set money aside for. */
    public Collection<Transfer> sent() {
        return Collections.unmodifiableCollection(sent.values());
    }

    /** What came of a transfer here; null when its money did not come. */
    public @Nullable TransferApplied findApplied(Arrival arrival) {
        return applied.get(arrival);
    }

    /** All whose money came. */
    public Map<Arrival, TransferApplied> applied() {
        return Collections.unmodifiableMap(applied);
    }

    /** Whether a transfer with this id came, which opens an account where there is none. */
    public boolean hasCome(UUID transferId) {
        return openings.contains(transferId);
    }

    /** Money on its way as far as this georegion, its sender, knows, in 1/10,000. */
    public long inTransit() {
        return sent.values().stream()
                .filter(Transfer::isOpen)
                .mapToLong(transfer -> transfer.terms().amount())
                .sum();
    }

    /** Money known to be elsewhere less what came from elsewhere, in 1/10,000. */
    public long abroad() {
        return abroad;
    }
}
