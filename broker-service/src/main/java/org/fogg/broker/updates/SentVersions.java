package org.fogg.broker.updates;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.fogg.core.order.OrderSnapshot;

/** The latest version sent of each order, for the orders sent last. For one thread at a time. */
final class SentVersions {

    /** More than an owner publishes again for one trader after a take-over. */
    static final int MOST = 1000;

    private final Map<UUID, Integer> versions =
            new LinkedHashMap<>(16, 0.75f, true) {
                private static final long serialVersionUID = 1L;

                @Override
                protected boolean removeEldestEntry(Map.Entry<UUID, Integer> eldest) {
                    return size() > MOST;
                }
            };

    /** Takes down an order as sent; false when this version or a later one was sent already. */
    boolean add(OrderSnapshot order) {
        UUID id = order.terms().orderId();
        Integer last = versions.get(id);
        if (last != null && last >= order.version()) {
            return false;
        }
        versions.put(id, order.version());
        return true;
    }
}
