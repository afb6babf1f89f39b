package org.fogg.broker.portfolio;

import java.math.BigInteger;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.fogg.core.engine.HoldingSnapshot;
import org.fogg.core.order.OrderSnapshot;
import org.fogg.core.order.Side;
import org.jspecify.annotations.Nullable;

/**
 * What a trader has in another georegion, as far as its events are folded. Events come in the order
 * of the journal there, some of them more than once.
 *
 * @param cash in 1/10,000
 * @param version the journal sequence that is folded last
 * @param seen which of its events are folded, by their ids
 * @param at the time that this is true for, nanoseconds since the Unix epoch
 */
public record ForeignAccount(
        UUID traderId, String georegion, long cash, long version, Set<String> seen, long at) {

    private static final int PARTS = 1 << 16;

    public ForeignAccount {
        seen = Set.copyOf(seen);
    }

    /** Before the first event. */
    public static ForeignAccount none(UUID traderId, String georegion) {
        return new ForeignAccount(traderId, georegion, 0, 0, Set.of(), 0);
    }

    /** Whether an event is folded already. */
    public boolean has(ForeignEvent event) {
        return event.sequence() < version
                || (event.sequence() == version && seen.contains(event.id()));
    }

    /** With an event that is not folded yet. */
    public ForeignAccount with(ForeignEvent event) {
        Set<String> next = new TreeSet<>(event.sequence() == version ? seen : Set.of());
        next.add(event.id());
        return new ForeignAccount(
                traderId, georegion, event.cash(), event.sequence(), next, event.at());
    }

    /** Grows with every event, so that of two who fold the one that is further has its way. */
    public long progress() {
        return version * PARTS + Math.min(seen.size(), PARTS - 1);
    }

    /**
     * A holding after a trade. Sold shares take their part of the cost along, rounded down, as in
     * the shard there.
     *
     * @param before null when nothing was held
     */
    public static HoldingSnapshot holding(
            @Nullable HoldingSnapshot before, OrderSnapshot order, ForeignEvent.Fill fill) {
        long held = before == null ? 0 : before.quantity();
        long cost = before == null ? 0 : before.cost();
        if (order.terms().side() == Side.BUY) {
            cost += fill.price() * fill.quantity();
        } else if (held > 0) {
            cost -=
                    BigInteger.valueOf(cost)
                            .multiply(BigInteger.valueOf(Math.min(fill.quantity(), held)))
                            .divide(BigInteger.valueOf(held))
                            .longValueExact();
        }
        return new HoldingSnapshot(
                order.terms().traderId(), order.terms().stockId(), fill.position(), cost);
    }
}
