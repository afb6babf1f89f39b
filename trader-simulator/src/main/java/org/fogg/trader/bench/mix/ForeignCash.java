package org.fogg.trader.bench.mix;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.fogg.trader.bench.client.Money;
import org.jspecify.annotations.Nullable;

/** A trader's cash in other georegions by the trader's own reckoning. Not thread-safe. */
final class ForeignCash {

    private static final long WORTH_SWEEPING = 5_000 * Money.UNIT;

    private final Map<String, Long> cash = new HashMap<>();
    private final Set<String> sweeping = new HashSet<>();

    /** Takes what came there; below 0 what was spent. In 1/10,000. */
    void comes(String georegion, long amount) {
        cash.merge(georegion, amount, Long::sum);
    }

    /** A georegion with much cash that no open order may need; it is not chosen again meanwhile. */
    @Nullable String choose(Iterable<OwnOrder> open) {
        for (Map.Entry<String, Long> each : cash.entrySet()) {
            long free = each.getValue();
            if (free >= WORTH_SWEEPING && !sweeping.contains(each.getKey())) {
                free -= reserved(each.getKey(), open);
                if (free >= WORTH_SWEEPING) {
                    sweeping.add(each.getKey());
                    return each.getKey();
                }
            }
        }
        return null;
    }

    private static long reserved(String georegion, Iterable<OwnOrder> open) {
        long reserved = 0;
        for (OwnOrder order : open) {
            OrderForm form = order.form();
            if (form.isBuy() && form.stock().georegion().equals(georegion)) {
                reserved += order.remaining() * form.atMost();
            }
        }
        return reserved;
    }

    /** A sweep is over: whatever is there now is reckoned from nothing. */
    void left(String georegion) {
        sweeping.remove(georegion);
        cash.put(georegion, 0L);
    }
}
