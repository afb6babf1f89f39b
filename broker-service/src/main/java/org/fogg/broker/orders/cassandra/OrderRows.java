package org.fogg.broker.orders.cassandra;

import com.datastax.oss.driver.api.core.cql.Row;
import java.util.UUID;
import org.fogg.core.order.OrderSnapshot;
import org.fogg.core.order.OrderStatus;
import org.fogg.core.order.OrderTerms;
import org.fogg.core.order.OrderType;
import org.fogg.core.order.Reason;
import org.fogg.core.order.Side;
import org.fogg.core.order.TimeInForce;

/** Reads orders from rows of both order tables. */
final class OrderRows {

    static final String COLUMNS =
            "order_id, trader_id, created_at, client_order_id, stock_id, side, type,"
                    + " time_in_force, quantity, limit_price, stop_price, expires_at, status,"
                    + " reason, order_version, cap_price, accepted_tick, filled_quantity,"
                    + " filled_value, updated_at, filled_at, closed_at, replaces, replaced_by";

    private static final Side[] SIDES = Side.values();
    private static final OrderType[] TYPES = OrderType.values();
    private static final TimeInForce[] TIMES_IN_FORCE = TimeInForce.values();
    private static final OrderStatus[] STATUSES = OrderStatus.values();

    private OrderRows() {}

    static OrderSnapshot order(Row row) {
        return new OrderSnapshot(
                terms(row),
                constant(STATUSES, row.getByte("status")),
                Reason.ofCode(row.getInt("reason")),
                row.getInt("order_version"),
                row.getLong("cap_price"),
                row.getLong("accepted_tick"),
                0,
                row.getLong("filled_quantity"),
                row.getLong("filled_value"),
                row.getLong("created_at"),
                row.getLong("updated_at"),
                row.getLong("filled_at"),
                row.getLong("closed_at"),
                row.getUuid("replaces"),
                row.getUuid("replaced_by"));
    }

    private static OrderTerms terms(Row row) {
        return terms(row, id(row, "order_id"));
    }

    /** The terms of an order whose id has a column of another name. */
    static OrderTerms terms(Row row, UUID orderId) {
        return new OrderTerms(
                orderId,
                id(row, "trader_id"),
                String.valueOf(row.getString("client_order_id")),
                row.getInt("stock_id"),
                constant(SIDES, row.getByte("side")),
                constant(TYPES, row.getByte("type")),
                constant(TIMES_IN_FORCE, row.getByte("time_in_force")),
                row.getLong("quantity"),
                row.getLong("limit_price"),
                row.getLong("stop_price"),
                row.getLong("expires_at"));
    }

    static UUID id(Row row, String column) {
        UUID id = row.getUuid(column);
        if (id == null) {
            throw new IllegalStateException("An order row has no " + column);
        }
        return id;
    }

    /** Tables number constants from 1, as the wire does. */
    static <T> T constant(T[] constants, int number) {
        return constants[number - 1];
    }
}
