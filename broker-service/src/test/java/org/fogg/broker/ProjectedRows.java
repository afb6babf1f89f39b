package org.fogg.broker;

import com.datastax.oss.driver.api.core.CqlSession;
import java.time.Instant;
import java.util.Arrays;
import java.util.UUID;
import org.fogg.broker.account.Trade;
import org.fogg.broker.stocks.Bar;
import org.fogg.broker.web.Times;
import org.fogg.core.engine.AccountSnapshot;
import org.fogg.core.engine.HoldingSnapshot;
import org.fogg.core.order.OrderSnapshot;
import org.fogg.core.order.OrderTerms;

/** Writes rows as the owner of a shard projects them. */
final class ProjectedRows {

    private static final String ORDER =
            "client_order_id, stock_id, side, type, time_in_force, quantity, limit_price,"
                    + " stop_price, expires_at, status, reason, order_version, cap_price,"
                    + " accepted_tick, filled_quantity, filled_value, filled_at, closed_at,"
                    + " replaces, replaced_by, version, updated_at, order_id, trader_id,"
                    + " created_at";

    private final CqlSession session;
    private final String keyspace;

    ProjectedRows(CqlSession session, String keyspace) {
        this.session = session;
        this.keyspace = keyspace;
    }

    void write(AccountSnapshot account) {
        insert(
                "accounts",
                "trader_id, cash, reserved, open_orders, halted, created_at",
                account.traderId(),
                account.cash(),
                account.reserved(),
                account.openOrders(),
                account.halted(),
                account.createdAt());
    }

    void write(HoldingSnapshot holding) {
        insert(
                "holdings",
                "trader_id, stock_id, quantity, cost",
                holding.traderId(),
                holding.stockId(),
                holding.quantity(),
                holding.cost());
    }

    void write(OrderSnapshot order) {
        OrderTerms terms = order.terms();
        Object[] values = {
            terms.clientOrderId(),
            terms.stockId(),
            number(terms.side()),
            number(terms.type()),
            number(terms.timeInForce()),
            terms.quantity(),
            terms.limitPrice(),
            terms.stopPrice(),
            terms.expiresAt(),
            number(order.status()),
            order.reason().code(),
            order.version(),
            order.capPrice(),
            order.acceptedTick(),
            order.filledQuantity(),
            order.filledValue(),
            order.filledAt(),
            order.closedAt(),
            order.replaces(),
            order.replacedBy(),
            1L,
            order.updatedAt(),
            terms.orderId(),
            terms.traderId(),
            order.createdAt(),
            Times.day(order.createdAt())
        };
        insert("orders", ORDER, Arrays.copyOf(values, values.length - 1));
        insert("orders_by_trader", ORDER + ", day", values);
    }

    void write(UUID trader, Trade trade) {
        insert(
                "trades",
                "trader_id, day, sequence, n, order_id, stock_id, side, exchange_id,"
                        + " execution_id, quantity, price, cumulative_quantity, leaves_quantity,"
                        + " at",
                trader,
                trade.place().day(),
                trade.place().sequence(),
                trade.place().n(),
                trade.orderId(),
                trade.stockId(),
                number(trade.side()),
                trade.exchangeId(),
                trade.executionId(),
                trade.quantity(),
                trade.price(),
                trade.cumulativeQuantity(),
                trade.leavesQuantity(),
                trade.at());
    }

    void write(String symbol, int resolution, Bar bar) {
        insert(
                "candles",
                "symbol, resolution, bucket, time, open, high, low, close, ticks",
                symbol,
                resolution,
                bar.start() / (resolution * 3600L),
                Instant.ofEpochSecond(bar.start()),
                bar.open(),
                bar.high(),
                bar.low(),
                bar.close(),
                bar.ticks());
    }

    private void insert(String table, String columns, Object... values) {
        session.execute(
                "INSERT INTO "
                        + keyspace
                        + "."
                        + table
                        + " ("
                        + columns
                        + ") VALUES ("
                        + "?, ".repeat(values.length - 1)
                        + "?)",
                values);
    }

    private static byte number(Enum<?> constant) {
        return (byte) (constant.ordinal() + 1);
    }
}
