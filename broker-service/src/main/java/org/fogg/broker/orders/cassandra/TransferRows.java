package org.fogg.broker.orders.cassandra;

import com.datastax.oss.driver.api.core.cql.Row;
import java.util.UUID;
import org.fogg.broker.wire.MalformedMessageException;
import org.fogg.broker.wire.Wire;
import org.fogg.core.funding.Transfer;
import org.fogg.core.funding.TransferTerms;
import org.fogg.core.order.OrderTerms;

/** Reads transfers from the rows of their table. */
final class TransferRows {

    static final String COLUMNS =
            "transfer_id, trader_id, number, destination, amount, state, held_at, updated_at,"
                    + " client_order_id, stock_id, side, type, time_in_force, quantity,"
                    + " limit_price, stop_price, expires_at";

    private TransferRows() {}

    /**
     * The transfer of a row.
     *
     * @throws MalformedMessageException when the row makes no sense
     */
    static Transfer transfer(Row row) {
        UUID id = OrderRows.id(row, "transfer_id");
        OrderTerms order = row.isNull("client_order_id") ? null : OrderRows.terms(row, id);
        return new Transfer(
                row.getLong("number"),
                new TransferTerms(
                        id,
                        OrderRows.id(row, "trader_id"),
                        String.valueOf(row.getString("destination")),
                        row.getLong("amount"),
                        order),
                Wire.transferState(row.getByte("state")),
                row.getLong("held_at"),
                row.getLong("updated_at"));
    }
}
