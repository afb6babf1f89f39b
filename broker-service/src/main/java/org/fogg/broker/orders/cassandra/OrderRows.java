package org.fogg.broker.orders.cassandra;

import com.datastax.oss.driver.api.core.cql.Row;
import java.util.UUID;
import org.fogg.broker.wire.MalformedMessageException;
import org.fogg.broker.wire.Wire;
import org.fogg.core.order.OrderSnapshot;
import org.fogg.core.order.OrderTerms;

/** Reads orders from rows of both order tables. */
final class OrderRows {

    static final String COLUMNS =
            "order_id, trader_id, created_at, client_order_id, stock_id, side, type,"
                    + " time_in_force, quantity, limit_price, stop_price, expires_at, status,"
                    + " reason, order_version, cap_price, accepted_tick, filled_quantity,"
                    + " filled_value, updated_at, filled_at, closed_at, replaces, replaced_by";

    private OrderRows() {}

    /**
     * The order of a row.
     *
     * @throws MalformedMessageException when the row makes no sense
     */
    static OrderSnapshot order(Row row) {
        return new OrderSnapshot(
                terms(row),
                Wire.status(row.getByte("status")),
                Wire.reason(row.getInt("reason")),
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
                Wire.side(row.getByte("side")),
                Wire.type(row.getByte("type")),
                Wire.timeInForce(row.getByte("time_in_force")),
                row.getLong("quantity"),
                row.getLong("limit_price"),
                row.getLong("stop_price"),
                row.getLong("expires_at"));
    }

    static UUID id(Row row, String column) {
        UUID id = row.getUuid(column);
        if (id == null) {
            throw new MalformedMessageException("It has no " + column);
        }
        return id;
    }
}
