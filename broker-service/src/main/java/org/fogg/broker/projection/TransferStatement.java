package org.fogg.broker.projection;

import static org.fogg.broker.wire.Wire.number;

import com.datastax.oss.driver.api.core.CqlSession;
import com.datastax.oss.driver.api.core.cql.BoundStatement;
import com.datastax.oss.driver.api.core.cql.BoundStatementBuilder;
import com.datastax.oss.driver.api.core.cql.PreparedStatement;
import org.fogg.core.funding.Transfer;
import org.fogg.core.funding.TransferState;
import org.fogg.core.funding.TransferTerms;
import org.fogg.core.order.OrderTerms;

/** Writes the table {@code transfers}. The columns of an absent order stay unset. */
final class TransferStatement {

    private static final String COLUMNS =
            "transfer_id, trader_id, shard, number, destination, amount, state, held_at,"
                    + " updated_at, version, client_order_id, stock_id, side, type,"
                    + " time_in_force, quantity, limit_price, stop_price, expires_at";

    /** Where the timestamp is. */
    private static final int LAST = 19;

    private final PreparedStatement statement;

    TransferStatement(CqlSession session, String keyspace) {
        statement = ProjectionStatements.prepare(session, keyspace + ".transfers", COLUMNS);
    }

    BoundStatement bind(int shard, long sequence, Transfer row) {
        TransferTerms terms = row.terms();
        BoundStatementBuilder to =
                statement
                        .boundStatementBuilder()
                        .setUuid(0, terms.id())
                        .setUuid(1, terms.traderId())
                        .setInt(2, shard)
                        .setLong(3, row.number())
                        .setString(4, terms.destination())
                        .setLong(5, terms.amount())
                        .setByte(6, state(row.state()))
                        .setLong(7, row.heldAt())
                        .setLong(8, row.updatedAt())
                        .setLong(9, sequence)
                        .setLong(LAST, sequence);
        OrderTerms order = terms.order();
        if (order != null) {
            to =
                    to.setString(10, order.clientOrderId())
                            .setInt(11, order.stockId())
                            .setByte(12, (byte) number(order.side()))
                            .setByte(13, (byte) number(order.type()))
                            .setByte(14, (byte) number(order.timeInForce()))
                            .setLong(15, order.quantity())
                            .setLong(16, order.limitPrice())
                            .setLong(17, order.stopPrice())
                            .setLong(18, order.expiresAt());
        }
        return to.build();
    }

    /** Held and sent are one to a reader, and to a repetition that sees the later one: 1. */
    private static byte state(TransferState state) {
        return (byte) number(state.isOpen() ? TransferState.HELD : state);
    }
}
