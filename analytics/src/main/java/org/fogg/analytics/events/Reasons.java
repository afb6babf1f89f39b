package org.fogg.analytics.events;

import java.util.HashMap;
import java.util.Map;

/** Names of the stable codes that say why an order was rejected or closed. */
final class Reasons {

    private static final Map<Integer, String> NAMES = new HashMap<>();

    static {
        NAMES.put(0, "none");
        NAMES.put(1, "unknown_account");
        NAMES.put(2, "unknown_stock");
        NAMES.put(3, "unknown_order");
        NAMES.put(4, "account_exists");
        NAMES.put(10, "insufficient_cash");
        NAMES.put(11, "insufficient_holding");
        NAMES.put(20, "order_value_limit");
        NAMES.put(21, "order_quantity_limit");
        NAMES.put(22, "price_distance_limit");
        NAMES.put(23, "open_orders_limit");
        NAMES.put(24, "duplicate_order");
        NAMES.put(25, "client_order_id_reused");
        NAMES.put(30, "invalid_quantity");
        NAMES.put(31, "invalid_price");
        NAMES.put(32, "invalid_terms");
        NAMES.put(33, "overflow");
        NAMES.put(40, "no_price");
        NAMES.put(41, "exchange_unavailable");
        NAMES.put(42, "not_fillable_now");
        NAMES.put(50, "halted");
        NAMES.put(55, "transfer_voided");
        NAMES.put(56, "transfer_applied");
        NAMES.put(60, "order_closed");
        NAMES.put(61, "requested");
        NAMES.put(62, "expired");
    }

    private Reasons() {}

    /** The name of a code; of one that a newer broker has, the code itself. */
    static String name(int code) {
        return NAMES.getOrDefault(code, "code_" + code);
    }
}
