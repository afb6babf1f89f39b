package org.fogg.broker.account.cassandra;

import com.datastax.oss.driver.api.core.cql.PreparedStatement;
import com.datastax.oss.driver.api.core.cql.Row;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.fogg.broker.account.AccountReads;
import org.fogg.broker.account.Trade;
import org.fogg.broker.account.TradeQuery;
import org.fogg.broker.cassandra.CassandraAccess;
import org.fogg.broker.cassandra.PartitionScan;
import org.fogg.broker.web.Times;
import org.fogg.core.engine.AccountSnapshot;
import org.fogg.core.engine.HoldingSnapshot;
import org.fogg.core.order.Side;
import org.jspecify.annotations.Nullable;

/** Accounts in the tables {@code accounts}, {@code holdings} and {@code trades}. */
public final class CassandraAccountReads implements AccountReads {

    private static final int RETENTION_DAYS = 91;
    private static final Side[] SIDES = Side.values();

    private final CassandraAccess cassandra;
    private final Clock clock;
    private final PreparedStatement account;
    private final PreparedStatement holdings;
    private final PreparedStatement holding;
    private final PreparedStatement newestFirst;
    private final PreparedStatement oldestFirst;

    /**
     * Uses the tables of a keyspace, which must exist.
     *
     * @param keyspace of the georegion
     */
    public CassandraAccountReads(CassandraAccess cassandra, String keyspace, Clock clock) {
        this.cassandra = cassandra;
        this.clock = clock;
        account =
                cassandra.prepare(
                        "SELECT cash, reserved, open_orders, halted, created_at FROM "
                                + keyspace
                                + ".accounts WHERE trader_id = ?");
        String held =
                "SELECT stock_id, quantity, cost FROM "
                        + keyspace
                        + ".holdings WHERE trader_id = ?";
        holdings = cassandra.prepare(held);
        holding = cassandra.prepare(held + " AND stock_id = ?");
        String ofDay =
                "SELECT day, sequence, n, order_id, stock_id, side, exchange_id, execution_id,"
                        + " quantity, price, cumulative_quantity, leaves_quantity, at FROM "
                        + keyspace
                        + ".trades WHERE trader_id = ? AND day = ?";
        newestFirst = cassandra.prepare(ofDay + " AND (sequence, n) < (?, ?)");
        oldestFirst =
                cassandra.prepare(
                        ofDay + " AND (sequence, n) > (?, ?) ORDER BY sequence ASC, n ASC");
    }

    @Override
    public @Nullable AccountSnapshot account(UUID traderId) {
        Row row = cassandra.one(account.bind(traderId));
        return row == null
                ? null
                : new AccountSnapshot(
                        traderId,
                        row.getLong("cash"),
                        row.getLong("reserved"),
                        row.getInt("open_orders"),
                        row.getBoolean("halted"),
                        row.getLong("created_at"));
    }

    @Override
    public List<HoldingSnapshot> holdings(UUID traderId) {
        List<HoldingSnapshot> held = new ArrayList<>();
        for (Row row : cassandra.execute(holdings.bind(traderId))) {
            HoldingSnapshot found = holding(traderId, row);
            if (found.quantity() != 0) {
                held.add(found);
            }
        }
        return held;
    }

    @Override
    public @Nullable HoldingSnapshot holding(UUID traderId, int stockId) {
        Row row = cassandra.one(holding.bind(traderId, stockId));
        return row == null || row.getLong("quantity") == 0 ? null : holding(traderId, row);
    }

    @Override
    public List<Trade> trades(TradeQuery query) {
        AccountSnapshot owner = account(query.traderId());
        if (owner == null) {
            return List.of();
        }
        int today = Times.day(Times.nanos(clock.instant()));
        int first =
                Math.max(
                        Times.day(Math.max(query.from(), owner.createdAt())),
                        today - RETENTION_DAYS);
        int last = Math.min(Times.day(Math.max(0, query.to())), today + 1);
        Trade.Place behind = query.behind();
        if (behind != null && query.ascending()) {
            first = Math.max(first, behind.day());
        } else if (behind != null) {
            last = Math.min(last, behind.day());
        }
        List<Trade> trades = new ArrayList<>();
        if (first <= last) {
            read(query, first, last, trades);
        }
        return trades;
    }

    private void read(TradeQuery query, int first, int last, List<Trade> trades) {
        boolean ascending = query.ascending();
        Trade.Place behind = query.behind();
        PreparedStatement statement = ascending ? oldestFirst : newestFirst;
        long none = ascending ? -1 : Long.MAX_VALUE;
        PartitionScan.run(
                cassandra,
                ascending ? first : last,
                ascending ? last : first,
                day ->
                        behind != null && behind.day() == day
                                ? statement.bind(
                                        query.traderId(), (int) day, behind.sequence(), behind.n())
                                : statement.bind(query.traderId(), (int) day, none, 0),
                row -> {
                    Trade trade = trade(row);
                    if (query.matches(trade)) {
                        trades.add(trade);
                    }
                    return trades.size() < query.limit();
                });
    }

    private static HoldingSnapshot holding(UUID traderId, Row row) {
        return new HoldingSnapshot(
                traderId, row.getInt("stock_id"), row.getLong("quantity"), row.getLong("cost"));
    }

    private static Trade trade(Row row) {
        UUID orderId = row.getUuid("order_id");
        if (orderId == null) {
            throw new IllegalStateException("A trade row has no order_id");
        }
        return new Trade(
                new Trade.Place(row.getInt("day"), row.getLong("sequence"), row.getInt("n")),
                orderId,
                row.getInt("stock_id"),
                // Tables number constants from 1, as the wire does.
                SIDES[row.getByte("side") - 1],
                row.getInt("exchange_id"),
                row.getLong("execution_id"),
                row.getLong("quantity"),
                row.getLong("price"),
                row.getLong("cumulative_quantity"),
                row.getLong("leaves_quantity"),
                row.getLong("at"));
    }
}
