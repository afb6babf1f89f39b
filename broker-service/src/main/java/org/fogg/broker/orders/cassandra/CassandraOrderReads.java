package org.fogg.broker.orders.cassandra;

import com.datastax.oss.driver.api.core.cql.PreparedStatement;
import com.datastax.oss.driver.api.core.cql.Row;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.fogg.broker.cassandra.CassandraAccess;
import org.fogg.broker.cassandra.PartitionScan;
import org.fogg.broker.orders.OrderQuery;
import org.fogg.broker.orders.OrderReads;
import org.fogg.broker.web.Times;
import org.fogg.core.order.OrderSnapshot;
import org.jspecify.annotations.Nullable;

/** Orders in the tables {@code orders} and {@code orders_by_trader}. */
public final class CassandraOrderReads implements OrderReads {

    private static final int RETENTION_DAYS = 91;

    private final CassandraAccess cassandra;
    private final Clock clock;
    private final PreparedStatement find;
    private final PreparedStatement account;
    private final PreparedStatement newestFirst;
    private final PreparedStatement oldestFirst;

    /**
     * Uses the tables of a keyspace, which must exist.
     *
     * @param keyspace of the georegion
     */
    public CassandraOrderReads(CassandraAccess cassandra, String keyspace, Clock clock) {
        this.cassandra = cassandra;
        this.clock = clock;
        find =
                cassandra.prepare(
                        "SELECT "
                                + OrderRows.COLUMNS
                                + " FROM "
                                + keyspace
                                + ".orders WHERE order_id = ?");
        account =
                cassandra.prepare(
                        "SELECT open_orders, created_at FROM "
                                + keyspace
                                + ".accounts WHERE trader_id = ?");
        String ofDay =
                "SELECT "
                        + OrderRows.COLUMNS
                        + " FROM "
                        + keyspace
                        + ".orders_by_trader WHERE trader_id = ? AND day = ?"
                        + " AND created_at >= ? AND created_at <= ?";
        newestFirst = cassandra.prepare(ofDay);
        oldestFirst = cassandra.prepare(ofDay + " ORDER BY created_at ASC, order_id DESC");
    }

    @Override
    public @Nullable OrderSnapshot find(UUID orderId) {
        Row row = cassandra.one(find.bind(orderId));
        return row == null ? null : OrderRows.order(row);
    }

    @Override
    public List<OrderSnapshot> list(OrderQuery query) {
        Row row = cassandra.one(account.bind(query.traderId()));
        if (row == null) {
            return List.of();
        }
        int today = Times.day(Times.nanos(clock.instant()));
        long opened = row.getLong("created_at");
        long from = Math.max(query.from(), opened);
        int firstDay = Math.max(Times.day(from), today - RETENTION_DAYS);
        // A day more than today's: owners' clocks may run a little ahead.
        int lastDay = Math.min(Times.day(Math.max(0, query.to())), today + 1);
        Listing listing = new Listing(query, row.getInt("open_orders"));
        if (firstDay > lastDay || !listing.wantsMore()) {
            return List.of();
        }
        PreparedStatement statement = query.ascending() ? oldestFirst : newestFirst;
        PartitionScan.run(
                cassandra,
                query.ascending() ? firstDay : lastDay,
                query.ascending() ? lastDay : firstDay,
                day -> statement.bind(query.traderId(), (int) day, from, query.to()),
                found -> listing.add(OrderRows.order(found)));
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
