package org.fogg.broker.account.cassandra;

import com.datastax.oss.driver.api.core.cql.PreparedStatement;
import com.datastax.oss.driver.api.core.cql.Row;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.fogg.broker.account.AccountReads;
import org.fogg.broker.account.ForeignCash;
import org.fogg.broker.account.Trade;
import org.fogg.broker.account.TradeQuery;
import org.fogg.broker.cassandra.CassandraAccess;
import org.fogg.broker.cassandra.OddRows;
import org.fogg.broker.cassandra.PartitionScan;
import org.fogg.broker.web.Times;
import org.fogg.broker.wire.MalformedMessageException;
import org.fogg.broker.wire.Wire;
import org.fogg.core.engine.AccountSnapshot;
import org.fogg.core.engine.HoldingSnapshot;
import org.jspecify.annotations.Nullable;

/**
 * Accounts in the tables {@code accounts}, {@code holdings} and {@code trades}, and what is in
 * other georegions in {@code portfolio_accounts}, {@code portfolio_holdings} and {@code
 * portfolio_trades}.
 */
public final class CassandraAccountReads implements AccountReads {

    private static final int RETENTION_DAYS = 91;

    private final CassandraAccess cassandra;
    private final Clock clock;
    private final OddRows oddRows;
    private final PreparedStatement account;
    private final PreparedStatement inTransit;
    private final PreparedStatement foreignCash;
    private final Held here;
    private final Held elsewhere;
    private final Traded tradedHere;
    private final Traded tradedElsewhere;

    /**
     * Uses the tables of a keyspace, which must exist.
     *
     * @param keyspace of the georegion
     * @param oddRows has the rows that make no sense
     */
    public CassandraAccountReads(
            CassandraAccess cassandra, String keyspace, Clock clock, OddRows oddRows) {
        this.cassandra = cassandra;
        this.oddRows = oddRows;
        this.clock = clock;
        account =
                cassandra.prepare(
                        "SELECT cash, reserved, open_orders, halted, created_at FROM "
                                + keyspace
                                + ".accounts WHERE trader_id = ?");
        inTransit =
                cassandra.prepare(
                        "SELECT in_transit FROM " + keyspace + ".accounts WHERE trader_id = ?");
        foreignCash =
                cassandra.prepare(
                        "SELECT georegion, cash, at FROM "
                                + keyspace
                                + ".portfolio_accounts WHERE trader_id = ?");
        here = new Held(cassandra, keyspace + ".holdings");
        elsewhere = new Held(cassandra, keyspace + ".portfolio_holdings");
        tradedHere = new Traded(cassandra, keyspace + ".trades");
        tradedElsewhere = new Traded(cassandra, keyspace + ".portfolio_trades");
    }

    /** Reads of a table of holdings. */
    private static final class Held {

        private final PreparedStatement all;
        private final PreparedStatement one;

        private Held(CassandraAccess cassandra, String table) {
            String held = "SELECT stock_id, quantity, cost FROM " + table + " WHERE trader_id = ?";
            all = cassandra.prepare(held);
            one = cassandra.prepare(held + " AND stock_id = ?");
        }
    }

    /** The two ways through a table of trades. */
    private static final class Traded {

        private final String table;
        private final PreparedStatement newestFirst;
        private final PreparedStatement oldestFirst;

        private Traded(CassandraAccess cassandra, String table) {
            this.table = table;
            String ofDay =
                    "SELECT day, sequence, n, order_id, stock_id, side, exchange_id, execution_id,"
                            + " quantity, price, cumulative_quantity, leaves_quantity, at FROM "
                            + table
                            + " WHERE trader_id = ? AND day = ?";
            newestFirst = cassandra.prepare(ofDay + " AND (sequence, n) < (?, ?)");
            oldestFirst =
                    cassandra.prepare(
                            ofDay + " AND (sequence, n) > (?, ?) ORDER BY sequence ASC, n ASC");
        }
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
    public long inTransit(UUID traderId) {
        Row row = cassandra.one(inTransit.bind(traderId));
        return row == null ? 0 : row.getLong("in_transit");
    }

    @Override
    public List<ForeignCash> foreignCash(UUID traderId) {
        List<ForeignCash> parts = new ArrayList<>();
        for (Row row : cassandra.execute(foreignCash.bind(traderId))) {
            parts.add(
                    new ForeignCash(
                            String.valueOf(row.getString("georegion")),
                            row.getLong("cash"),
                            row.getLong("at")));
        }
        return parts;
    }

    @Override
    public List<HoldingSnapshot> holdings(UUID traderId) {
        List<HoldingSnapshot> held = new ArrayList<>();
        for (Held table : List.of(here, elsewhere)) {
            for (Row row : cassandra.execute(table.all.bind(traderId))) {
                HoldingSnapshot found = holding(traderId, row);
                if (found.quantity() != 0) {
                    held.add(found);
                }
            }
        }
        return held;
    }

    @Override
    public @Nullable HoldingSnapshot holding(UUID traderId, int stockId) {
        for (Held table : List.of(here, elsewhere)) {
            Row row = cassandra.one(table.one.bind(traderId, stockId));
            if (row != null && row.getLong("quantity") != 0) {
                return holding(traderId, row);
            }
        }
        return null;
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
            read(query, tradedHere, first, last, trades);
            if (!foreignCash(query.traderId()).isEmpty()) {
                read(query, tradedElsewhere, first, last, trades);
                Comparator<Trade> order = Comparator.comparing(Trade::place);
                trades.sort(query.ascending() ? order : order.reversed());
            }
        }
        return trades.size() <= query.limit() ? trades : trades.subList(0, query.limit());
    }

    private void read(TradeQuery query, Traded table, int first, int last, List<Trade> trades) {
        int most = trades.size() + query.limit();
        boolean ascending = query.ascending();
        Trade.Place behind = query.behind();
        PreparedStatement statement = ascending ? table.oldestFirst : table.newestFirst;
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
                    Trade trade =
                            oddRows.read(
                                    table.table, "order_id", row, CassandraAccountReads::trade);
                    if (trade != null && query.matches(trade)) {
                        trades.add(trade);
                    }
                    return trades.size() < most;
                });
    }

    private static HoldingSnapshot holding(UUID traderId, Row row) {
        return new HoldingSnapshot(
                traderId, row.getInt("stock_id"), row.getLong("quantity"), row.getLong("cost"));
    }

    private static Trade trade(Row row) {
        UUID orderId = row.getUuid("order_id");
        if (orderId == null) {
            throw new MalformedMessageException("It has no order_id");
        }
        return new Trade(
                new Trade.Place(row.getInt("day"), row.getLong("sequence"), row.getInt("n")),
                orderId,
                row.getInt("stock_id"),
                Wire.side(row.getByte("side")),
                row.getInt("exchange_id"),
                row.getLong("execution_id"),
                row.getLong("quantity"),
                row.getLong("price"),
                row.getLong("cumulative_quantity"),
                row.getLong("leaves_quantity"),
                row.getLong("at"));
    }
}
