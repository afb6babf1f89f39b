package org.fogg.broker.portfolio.cassandra;

import static org.fogg.broker.wire.Wire.number;

import com.datastax.oss.driver.api.core.CqlSession;
import com.datastax.oss.driver.api.core.DefaultConsistencyLevel;
import com.datastax.oss.driver.api.core.cql.BatchStatement;
import com.datastax.oss.driver.api.core.cql.BatchStatementBuilder;
import com.datastax.oss.driver.api.core.cql.BatchType;
import com.datastax.oss.driver.api.core.cql.PreparedStatement;
import com.datastax.oss.driver.api.core.cql.Row;
import com.datastax.oss.driver.api.core.cql.SimpleStatement;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.fogg.broker.home.Home;
import org.fogg.broker.home.Placing;
import org.fogg.broker.portfolio.FoldStore;
import org.fogg.broker.portfolio.ForeignAccount;
import org.fogg.broker.portfolio.ForeignEvent;
import org.fogg.broker.portfolio.PortfolioStore;
import org.fogg.broker.statement.Preparation;
import org.fogg.contracts.Keyspaces;
import org.fogg.core.engine.HoldingSnapshot;
import org.fogg.core.order.OrderSnapshot;
import org.jspecify.annotations.Nullable;

/**
 * The fold in the tables {@code portfolio_…}. An account and its holdings lie in the trader's
 * partitions, so they change together; their write timestamp grows with the fold, so that a former
 * consumer which writes late changes nothing.
 */
public final class CassandraFoldStore implements FoldStore {

    private static final long DAY_NS = TimeUnit.DAYS.toNanos(1);
    private static final int MOST_HOMES = 100_000;
    private static final int EXCHANGES = 64;

    private final CqlSession session;
    private final Home where;
    private final String georegion;
    private final PortfolioStore orders;
    private final PreparedStatement home;
    private final PreparedStatement account;
    private final PreparedStatement holding;
    private final PreparedStatement putAccount;
    private final PreparedStatement putHolding;
    private final PreparedStatement putTrade;

    /** A home never changes. */
    private final Cache<UUID, Boolean> homes =
            Caffeine.newBuilder().maximumSize(MOST_HOMES).build();

    /**
     * Uses the tables, which must exist.
     *
     * @param georegion this one
     * @param orders where orders are kept
     * @param where rows have to be
     */
    public CassandraFoldStore(
            CqlSession session, String georegion, PortfolioStore orders, Home where) {
        this.session = session;
        this.where = where;
        this.georegion = georegion;
        this.orders = orders;
        String keyspace = Keyspaces.of(georegion);
        home =
                prepare(
                        "SELECT georegion FROM "
                                + Keyspaces.GLOBAL
                                + ".traders WHERE trader_id = ?");
        account =
                prepare(
                        "SELECT cash, version, seen, at FROM "
                                + keyspace
                                + ".portfolio_accounts WHERE trader_id = ? AND georegion = ?");
        holding =
                prepare(
                        "SELECT quantity, cost FROM "
                                + keyspace
                                + ".portfolio_holdings WHERE trader_id = ? AND stock_id = ?");
        putAccount =
                prepare(
                        "INSERT INTO "
                                + keyspace
                                + ".portfolio_accounts (trader_id, georegion, cash, version, part,"
                                + " seen, at) VALUES (?, ?, ?, ?, ?, ?, ?) USING TIMESTAMP ?");
        putHolding =
                prepare(
                        "INSERT INTO "
                                + keyspace
                                + ".portfolio_holdings (trader_id, stock_id, georegion, quantity,"
                                + " cost, at) VALUES (?, ?, ?, ?, ?, ?) USING TIMESTAMP ?");
        putTrade =
                prepare(
                        "INSERT INTO "
                                + keyspace
                                + ".portfolio_trades (trader_id, day, sequence, n, georegion,"
                                + " order_id, stock_id, side, exchange_id, execution_id, quantity,"
                                + " price, cumulative_quantity, leaves_quantity, at) VALUES"
                                + " (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) USING TIMESTAMP ?");
    }

    private PreparedStatement prepare(String cql) {
        return Preparation.prepare(
                session,
                SimpleStatement.newInstance(cql)
                        .setIdempotent(true)
                        .setConsistencyLevel(DefaultConsistencyLevel.LOCAL_QUORUM));
    }

    @Override
    public boolean isHome(UUID traderId) {
        Boolean known = homes.getIfPresent(traderId);
        if (known != null) {
            return known;
        }
        Row row = session.execute(home.bind(traderId)).one();
        if (row == null) {
            // It is being made elsewhere: what is made here is known before it can order abroad.
            return false;
        }
        boolean here = georegion.equals(row.getString("georegion"));
        homes.put(traderId, here);
        return here;
    }

    @Override
    public ForeignAccount account(UUID traderId, String where) {
        Row row = session.execute(account.bind(traderId, where)).one();
        if (row == null) {
            return ForeignAccount.none(traderId, where);
        }
        String seen = row.getString("seen");
        return new ForeignAccount(
                traderId,
                where,
                row.getLong("cash"),
                row.getLong("version"),
                seen == null || seen.isEmpty() ? Set.of() : Set.of(seen.split(" ", -1)),
                row.getLong("at"));
    }

    @Override
    public @Nullable HoldingSnapshot holding(UUID traderId, int stockId) {
        Row row = session.execute(holding.bind(traderId, stockId)).one();
        return row == null
                ? null
                : new HoldingSnapshot(
                        traderId, stockId, row.getLong("quantity"), row.getLong("cost"));
    }

    @Override
    public void keepAccount(ForeignAccount kept, @Nullable HoldingSnapshot changed) {
        long progress = kept.progress();
        BatchStatementBuilder batch =
                BatchStatement.builder(BatchType.UNLOGGED)
                        .setIdempotence(true)
                        .setConsistencyLevel(DefaultConsistencyLevel.LOCAL_QUORUM)
                        .addStatement(
                                putAccount.bind(
                                        kept.traderId(),
                                        kept.georegion(),
                                        kept.cash(),
                                        kept.version(),
                                        kept.seen().size(),
                                        String.join(" ", kept.seen()),
                                        kept.at(),
                                        progress));
        if (changed != null) {
            batch.addStatement(
                    putHolding.bind(
                            changed.traderId(),
                            changed.stockId(),
                            kept.georegion(),
                            changed.quantity(),
                            changed.cost(),
                            kept.at(),
                            progress));
        }
        session.execute(Placing.at(where, batch.build()));
    }

    @Override
    public void keepOrder(OrderSnapshot order) {
        orders.keep(order).toCompletableFuture().join();
    }

    @Override
    public void keepTrade(ForeignEvent event, OrderSnapshot order, ForeignEvent.Fill fill) {
        session.execute(
                Placing.at(
                        where,
                        putTrade.bind(
                                event.traderId(),
                                Math.toIntExact(event.at() / DAY_NS),
                                TimeUnit.NANOSECONDS.toMicros(event.at()),
                                (int) (fill.executionId() * EXCHANGES + fill.exchangeId())
                                        & Integer.MAX_VALUE,
                                event.georegion(),
                                order.terms().orderId(),
                                order.terms().stockId(),
                                (byte) number(order.terms().side()),
                                fill.exchangeId(),
                                fill.executionId(),
                                fill.quantity(),
                                fill.price(),
                                order.filledQuantity(),
                                order.leavesQuantity(),
                                event.at(),
                                event.sequence())));
    }
}
