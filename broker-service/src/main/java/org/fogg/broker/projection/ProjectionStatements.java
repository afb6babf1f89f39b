package org.fogg.broker.projection;

import static org.fogg.broker.wire.Wire.number;

import com.datastax.oss.driver.api.core.ConsistencyLevel;
import com.datastax.oss.driver.api.core.CqlSession;
import com.datastax.oss.driver.api.core.cql.BoundStatement;
import com.datastax.oss.driver.api.core.cql.BoundStatementBuilder;
import com.datastax.oss.driver.api.core.cql.PreparedStatement;
import com.datastax.oss.driver.api.core.cql.SimpleStatement;
import org.fogg.broker.projection.EntryRows.AccountRow;
import org.fogg.broker.projection.EntryRows.Line;
import org.fogg.broker.projection.EntryRows.Trade;
import org.fogg.broker.statement.Preparation;
import org.fogg.core.engine.AccountSnapshot;
import org.fogg.core.engine.Decision.OrderTraded;
import org.fogg.core.engine.HoldingSnapshot;
import org.fogg.core.funding.Transfer;
import org.fogg.core.order.OrderSnapshot;
import org.fogg.core.order.OrderTerms;

/**
 * The prepared writes. The write timestamp of all of them is the journal sequence, so that the
 * latest decision wins whatever the clocks say. An absent id stays unset, which leaves no
 * tombstone.
 */
final class ProjectionStatements {

    private static final String ORDER_COLUMNS =
            "client_order_id, stock_id, side, type, time_in_force, quantity, limit_price,"
                    + " stop_price, expires_at, status, reason, order_version, cap_price,"
                    + " accepted_tick, filled_quantity, filled_value, filled_at, closed_at, version,"
                    + " updated_at, replaces, replaced_by";

    private final PreparedStatement account;
    private final PreparedStatement holding;
    private final PreparedStatement order;
    private final PreparedStatement orderByTrader;
    private final PreparedStatement trade;
    private final PreparedStatement line;
    private final TransferStatement transfer;

    ProjectionStatements(CqlSession session, String keyspace) {
        account =
                prepare(
                        session,
                        keyspace + ".accounts",
                        "trader_id, shard, cash, reserved, open_orders, halted, created_at,"
                                + " version, updated_at, in_transit");
        holding =
                prepare(
                        session,
                        keyspace + ".holdings",
                        "trader_id, stock_id, quantity, cost, version, updated_at");
        order =
                prepare(
                        session,
                        keyspace + ".orders",
                        "order_id, trader_id, created_at, " + ORDER_COLUMNS);
        orderByTrader =
                prepare(
                        session,
                        keyspace + ".orders_by_trader",
                        "order_id, trader_id, created_at, day, " + ORDER_COLUMNS);
        trade =
                prepare(
                        session,
                        keyspace + ".trades",
                        "trader_id, day, sequence, n, shard, order_id, stock_id, side,"
                                + " exchange_id, execution_id, epoch, attempt, quantity, price,"
                                + " cumulative_quantity, leaves_quantity, tick_sequence,"
                                + " trigger_tick, triggered_at, at");
        line =
                prepare(
                        session,
                        keyspace + ".ledger",
                        "trader_id, day, sequence, n, line, shard, account, asset, amount, kind,"
                                + " reference, at");
        transfer = new TransferStatement(session, keyspace);
    }

    static PreparedStatement prepare(CqlSession session, String table, String columns) {
        int count = columns.split(",", -1).length;
        String cql =
                "INSERT INTO "
                        + table
                        + " ("
                        + columns
                        + ") VALUES ("
                        + "?, ".repeat(count - 1)
                        + "?) USING TIMESTAMP ?";
        return Preparation.prepare(
                session,
                SimpleStatement.builder(cql)
                        .setConsistencyLevel(ConsistencyLevel.LOCAL_QUORUM)
                        .setIdempotence(true)
                        .build());
    }

    BoundStatement account(int shard, long sequence, long at, AccountRow changed) {
        AccountSnapshot row = changed.account();
        return account.boundStatementBuilder()
                .setUuid(0, row.traderId())
                .setInt(1, shard)
                .setLong(2, row.cash())
                .setLong(3, row.reserved())
                .setInt(4, row.openOrders())
                .setBoolean(5, row.halted())
                .setLong(6, row.createdAt())
                .setLong(7, sequence)
                .setLong(8, at)
                .setLong(9, changed.inTransit())
                .setLong(10, sequence)
                .build();
    }

    BoundStatement holding(long sequence, long at, HoldingSnapshot row) {
        return holding.boundStatementBuilder()
                .setUuid(0, row.traderId())
                .setInt(1, row.stockId())
                .setLong(2, row.quantity())
                .setLong(3, row.cost())
                .setLong(4, sequence)
                .setLong(5, at)
                .setLong(6, sequence)
                .build();
    }

    BoundStatement order(long sequence, OrderSnapshot row) {
        return order(order.boundStatementBuilder(), 3, sequence, row);
    }

    BoundStatement orderByTrader(long sequence, OrderSnapshot row) {
        BoundStatementBuilder to =
                orderByTrader.boundStatementBuilder().setInt(3, EntryRows.day(row.createdAt()));
        return order(to, 4, sequence, row);
    }

    private static BoundStatement order(
            BoundStatementBuilder to, int first, long sequence, OrderSnapshot row) {
        OrderTerms terms = row.terms();
        int i = first;
        BoundStatementBuilder bound =
                to.setUuid(0, terms.orderId())
                        .setUuid(1, terms.traderId())
                        .setLong(2, row.createdAt())
                        .setString(i++, terms.clientOrderId())
                        .setInt(i++, terms.stockId())
                        .setByte(i++, (byte) number(terms.side()))
                        .setByte(i++, (byte) number(terms.type()))
                        .setByte(i++, (byte) number(terms.timeInForce()))
                        .setLong(i++, terms.quantity())
                        .setLong(i++, terms.limitPrice())
                        .setLong(i++, terms.stopPrice())
                        .setLong(i++, terms.expiresAt())
                        .setByte(i++, (byte) number(row.status()))
                        .setInt(i++, row.reason().code())
                        .setInt(i++, row.version())
                        .setLong(i++, row.capPrice())
                        .setLong(i++, row.acceptedTick())
                        .setLong(i++, row.filledQuantity())
                        .setLong(i++, row.filledValue())
                        .setLong(i++, row.filledAt())
                        .setLong(i++, row.closedAt())
                        .setLong(i++, sequence)
                        .setLong(i++, row.updatedAt());
        if (row.replaces() != null) {
            bound = bound.setUuid(i, row.replaces());
        }
        if (row.replacedBy() != null) {
            bound = bound.setUuid(i + 1, row.replacedBy());
        }
        return bound.setLong(i + 2, sequence).build();
    }

    BoundStatement transfer(int shard, long sequence, Transfer row) {
        return transfer.bind(shard, sequence, row);
    }

    BoundStatement trade(int shard, long sequence, Trade row) {
        OrderTraded trade = row.trade();
        return this.trade
                .boundStatementBuilder()
                .setUuid(0, trade.traderId())
                .setInt(1, EntryRows.day(trade.at()))
                .setLong(2, sequence)
                .setInt(3, row.n())
                .setInt(4, shard)
                .setUuid(5, trade.orderId())
                .setInt(6, trade.stockId())
                .setByte(7, (byte) number(trade.side()))
                .setInt(8, trade.exchangeId())
                .setLong(9, trade.executionId())
                .setLong(10, trade.epoch())
                .setInt(11, trade.attempt())
                .setLong(12, trade.quantity())
                .setLong(13, trade.price())
                .setLong(14, row.order().filledQuantity())
                .setLong(15, row.order().leavesQuantity())
                .setLong(16, trade.tickSequence())
                .setLong(17, trade.triggerTick())
                .setLong(18, trade.triggeredAt())
                .setLong(19, trade.at())
                .setLong(20, sequence)
                .build();
    }

    BoundStatement line(int shard, long sequence, Line row) {
        return line.boundStatementBuilder()
                .setUuid(0, row.traderId())
                .setInt(1, EntryRows.day(row.at()))
                .setLong(2, sequence)
                .setInt(3, row.n())
                .setInt(4, row.line())
                .setInt(5, shard)
                .setString(6, row.account())
                .setString(7, row.asset())
                .setLong(8, row.amount())
                .setString(9, row.kind())
                .setUuid(10, row.reference())
                .setLong(11, row.at())
                .setLong(12, sequence)
                .build();
    }
}
