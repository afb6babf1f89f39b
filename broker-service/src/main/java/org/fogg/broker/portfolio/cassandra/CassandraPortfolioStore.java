package org.fogg.broker.portfolio.cassandra;

import static org.fogg.broker.wire.Wire.number;

import com.datastax.oss.driver.api.core.ConsistencyLevel;
import com.datastax.oss.driver.api.core.CqlSession;
import com.datastax.oss.driver.api.core.cql.AsyncResultSet;
import com.datastax.oss.driver.api.core.cql.BoundStatement;
import com.datastax.oss.driver.api.core.cql.BoundStatementBuilder;
import com.datastax.oss.driver.api.core.cql.PreparedStatement;
import com.datastax.oss.driver.api.core.cql.SimpleStatement;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import org.fogg.broker.home.Home;
import org.fogg.broker.home.Placing;
import org.fogg.broker.portfolio.PortfolioStore;
import org.fogg.broker.statement.Preparation;
import org.fogg.core.order.OrderSnapshot;
import org.fogg.core.order.OrderStatus;
import org.fogg.core.order.OrderTerms;
import org.fogg.core.order.Reason;

/**
 * The write timestamp of an order's row is the order's version, so that the latest wins whoever
 * writes it. An order that was refused has version 0, and is found by its id alone.
 */
public final class CassandraPortfolioStore implements PortfolioStore {

    private static final long DAY_NS = TimeUnit.DAYS.toNanos(1);
    private static final String COLUMNS =
            "order_id, trader_id, created_at, client_order_id, stock_id, side, type,"
                    + " time_in_force, quantity, limit_price, stop_price, expires_at, status,"
                    + " reason, order_version, cap_price, accepted_tick, filled_quantity,"
                    + " filled_value, filled_at, closed_at, updated_at, replaces, replaced_by";
    private static final int DAY = 24;

    private final CqlSession session;
    private final Home home;
    private final PreparedStatement order;
    private final PreparedStatement orderByTrader;

    /**
     * Uses the tables of a keyspace, which must exist.
     *
     * @param keyspace of the georegion
     * @param home says where rows have to be
     */
    public CassandraPortfolioStore(CqlSession session, String keyspace, Home home) {
        this.session = session;
        this.home = home;
        order = prepare(keyspace + ".portfolio_orders", COLUMNS);
        orderByTrader = prepare(keyspace + ".portfolio_orders_by_trader", COLUMNS + ", day");
    }

    private PreparedStatement prepare(String table, String columns) {
        int count = columns.split(",", -1).length;
        String values = "?, ".repeat(count - 1) + "?";
        return Preparation.prepare(
                session,
                SimpleStatement.builder(
                                "INSERT INTO %s (%s) VALUES (%s) USING TIMESTAMP ?"
                                        .formatted(table, columns, values))
                        .setConsistencyLevel(ConsistencyLevel.LOCAL_QUORUM)
                        .setIdempotence(true)
                        .build());
    }

    @Override
    public CompletionStage<Void> keep(OrderSnapshot row) {
        int day = Math.toIntExact(row.createdAt() / DAY_NS);
        BoundStatement byTrader =
                bind(orderByTrader.boundStatementBuilder(), row, DAY + 1).setInt(DAY, day);
        return CompletableFuture.allOf(
                write(bind(order.boundStatementBuilder(), row, DAY)), write(byTrader));
    }

    @Override
    public CompletionStage<Void> keepRefused(OrderTerms terms, Reason reason, long at) {
        OrderSnapshot refused =
                new OrderSnapshot(
                        terms,
                        OrderStatus.REJECTED,
                        reason,
                        0,
                        0,
                        0,
                        0,
                        0,
                        0,
                        at,
                        at,
                        0,
                        at,
                        null,
                        null);
        return write(bind(order.boundStatementBuilder(), refused, DAY));
    }

    private CompletableFuture<Void> write(BoundStatement statement) {
        CompletionStage<AsyncResultSet> written = Placing.write(session, home, statement);
        return written.<Void>thenApply(done -> null).toCompletableFuture();
    }

    private static BoundStatement bind(BoundStatementBuilder to, OrderSnapshot row, int last) {
        OrderTerms terms = row.terms();
        BoundStatementBuilder bound =
                to.setUuid(0, terms.orderId())
                        .setUuid(1, terms.traderId())
                        .setLong(2, row.createdAt())
                        .setString(3, terms.clientOrderId())
                        .setInt(4, terms.stockId())
                        .setByte(5, (byte) number(terms.side()))
                        .setByte(6, (byte) number(terms.type()))
                        .setByte(7, (byte) number(terms.timeInForce()))
                        .setLong(8, terms.quantity())
                        .setLong(9, terms.limitPrice())
                        .setLong(10, terms.stopPrice())
                        .setLong(11, terms.expiresAt())
                        .setByte(12, (byte) number(row.status()))
                        .setInt(13, row.reason().code())
                        .setInt(14, row.version())
                        .setLong(15, row.capPrice())
                        .setLong(16, row.acceptedTick())
                        .setLong(17, row.filledQuantity())
                        .setLong(18, row.filledValue())
                        .setLong(19, row.filledAt())
                        .setLong(20, row.closedAt())
                        .setLong(21, row.updatedAt());
        // An absent id stays unset, which leaves no tombstone.
        if (row.replaces() != null) {
            bound = bound.setUuid(22, row.replaces());
        }
        if (row.replacedBy() != null) {
            bound = bound.setUuid(23, row.replacedBy());
        }
        return bound.setLong(last, row.version()).build();
    }
}
