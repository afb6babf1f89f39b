package org.fogg.broker.orders.cassandra;

import com.datastax.oss.driver.api.core.cql.PreparedStatement;
import com.datastax.oss.driver.api.core.cql.Row;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.fogg.broker.cassandra.CassandraAccess;
import org.fogg.broker.cassandra.OddRows;
import org.fogg.broker.cassandra.PartitionScan;
import org.fogg.broker.orders.OrderQuery;
import org.fogg.broker.orders.OrderReads;
import org.fogg.broker.web.Times;
import org.fogg.broker.wire.MalformedMessageException;
import org.fogg.core.funding.Transfer;
import org.fogg.core.order.OrderSnapshot;
import org.jspecify.annotations.Nullable;

/**
 * Orders in the tables {@code orders} and {@code orders_by_trader}, and those in other georegions
 * in {@code portfolio_orders} and {@code portfolio_orders_by_trader}.
 */
public final class CassandraOrderReads implements OrderReads {

    private static final int RETENTION_DAYS = 91;

    private final CassandraAccess cassandra;
    private final Clock clock;
    private final OddRows oddRows;
    private final PreparedStatement find;
    private final PreparedStatement findForeign;
    private final PreparedStatement transfer;
    private final PreparedStatement account;
    private final PreparedStatement foreignAccount;
    private final ByTrader here;
    private final ByTrader elsewhere;

    /**
     * Uses the tables of a keyspace, which must exist.
     *
     * @param keyspace of the georegion
     * @param oddRows has the rows that make no sense
     */
    public CassandraOrderReads(
            CassandraAccess cassandra, String keyspace, Clock clock, OddRows oddRows) {
        this.cassandra = cassandra;
        this.oddRows = oddRows;
        this.clock = clock;
        String byId = "SELECT " + OrderRows.COLUMNS + " FROM %s WHERE order_id = ?";
        find = cassandra.prepare(byId.formatted(keyspace + ".orders"));
        findForeign = cassandra.prepare(byId.formatted(keyspace + ".portfolio_orders"));
        transfer =
                cassandra.prepare(
                        "SELECT "
                                + TransferRows.COLUMNS
                                + " FROM "
                                + keyspace
                                + ".transfers WHERE transfer_id = ?");
        account =
                cassandra.prepare(
                        "SELECT open_orders, created_at FROM "
                                + keyspace
                                + ".accounts WHERE trader_id = ?");
        foreignAccount =
                cassandra.prepare(
                        "SELECT georegion FROM "
                                + keyspace
                                + ".portfolio_accounts WHERE trader_id = ? LIMIT 1");
        here = new ByTrader(cassandra, keyspace + ".orders_by_trader");
        elsewhere = new ByTrader(cassandra, keyspace + ".portfolio_orders_by_trader");
    }

    /** The two ways through a trader's orders of a day. */
    private static final class ByTrader {

        private final String table;
        private final PreparedStatement newestFirst;
        private final PreparedStatement oldestFirst;

        private ByTrader(CassandraAccess cassandra, String table) {
            this.table = table;
            String ofDay =
                    "SELECT "
                            + OrderRows.COLUMNS
                            + " FROM "
                            + table
                            + " WHERE trader_id = ? AND day = ?"
                            + " AND created_at >= ? AND created_at <= ?";
            newestFirst = cassandra.prepare(ofDay);
            oldestFirst = cassandra.prepare(ofDay + " ORDER BY created_at ASC, order_id DESC");
        }
    }

    @Override
    public @Nullable OrderSnapshot find(UUID orderId) {
        Row row = cassandra.one(find.bind(orderId));
        String table = "orders";
        if (row == null) {
            row = cassandra.one(findForeign.bind(orderId));
            table = "portfolio_orders";
        }
        if (row == null) {
            return null;
        }
        return required(table, "order_id", row, OrderRows::order);
    }

    /** Null would say that there is nothing, which would be a lie. */
    private <T> T required(String table, String id, Row row, Function<Row, T> form) {
        T read = oddRows.read(table, id, row, form);
        if (read == null) {
            throw new MalformedMessageException("A row of " + table + " makes no sense");
        }
        return read;
    }

    @Override
    public @Nullable Transfer sent(UUID orderId) {
        Row row = cassandra.one(transfer.bind(orderId));
        return row == null
                ? null
                : required("transfers", "transfer_id", row, TransferRows::transfer);
    }

    @Override
    public List<OrderSnapshot> list(OrderQuery query) {
        Row row = cassandra.one(account.bind(query.traderId()));
        if (row == null) {
            return List.of();
        }
        long opened = row.getLong("created_at");
        List<OrderSnapshot> found = list(query, opened, here, row.getInt("open_orders"));
        if (cassandra.one(foreignAccount.bind(query.traderId())) == null) {
            return found;
        }
        // How many are open there is not known: all days are read.
        List<OrderSnapshot> all = new ArrayList<>(found);
        all.addAll(list(query, opened, elsewhere, Integer.MAX_VALUE));
        Comparator<OrderSnapshot> order = Comparator.comparing(OrderQuery.Position::of);
        all.sort(query.ascending() ? order : order.reversed());
        return all.subList(0, Math.min(query.limit(), all.size()));
    }

    private List<OrderSnapshot> list(OrderQuery query, long opened, ByTrader table, int open) {
        int today = Times.day(Times.nanos(clock.instant()));
        long from = Math.max(query.from(), opened);
        int firstDay = Math.max(Times.day(from), today - RETENTION_DAYS);
        // A day more than today's: owners' clocks may run a little ahead.
        int lastDay = Math.min(Times.day(Math.max(0, query.to())), today + 1);
        Listing listing = new Listing(query, open);
        if (firstDay > lastDay || !listing.wantsMore()) {
            return List.of();
        }
        PreparedStatement statement = query.ascending() ? table.oldestFirst : table.newestFirst;
        PartitionScan.run(
                cassandra,
                query.ascending() ? firstDay : lastDay,
                query.ascending() ? lastDay : firstDay,
                day -> statement.bind(query.traderId(), (int) day, from, query.to()),
                found -> {
                    OrderSnapshot order =
                            oddRows.read(table.table, "order_id", found, OrderRows::order);
                    return order == null || listing.add(order);
                });
        return listing.orders;
    }

    /** What is found so far, and whether it is enough. */
    private static final class Listing {

        private final List<OrderSnapshot> orders = new ArrayList<>();
        private final OrderQuery query;
        private int openLeft;

        Listing(OrderQuery query, int open) {
            this.query = query;
            this.openLeft = open;
        }

        boolean add(OrderSnapshot order) {
            if (order.status().isOpen()) {
                openLeft--;
            }
            if (query.matches(order)) {
                orders.add(order);
            }
            return wantsMore();
        }

        boolean wantsMore() {
            return orders.size() < query.limit()
                    && (query.status() != OrderQuery.Status.OPEN || openLeft > 0);
        }
    }
}
