package org.fogg.system;

import com.datastax.oss.driver.api.core.CqlSession;
import com.datastax.oss.driver.api.core.config.DefaultDriverOption;
import com.datastax.oss.driver.api.core.config.DriverConfigLoader;
import com.datastax.oss.driver.api.core.cql.Row;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.fogg.contracts.Keyspaces;
import org.fogg.launcher.world.WorldFile;

/** Cassandra's tables, read and tampered with directly. */
final class Store implements AutoCloseable {

    private static final String KEYSPACE = Keyspaces.of("europe");

    /** The driver's own 2 s are short on a busy machine. */
    private static final DriverConfigLoader PATIENT =
            DriverConfigLoader.programmaticBuilder()
                    .withDuration(DefaultDriverOption.REQUEST_TIMEOUT, Duration.ofSeconds(30))
                    .build();

    private final CqlSession session;

    private Store(CqlSession session) {
        this.session = session;
    }

    static Store of(WorldFile world) {
        WorldFile.CassandraNode node = world.georegions().get(0).cassandra().get(0);
        return new Store(
                CqlSession.builder()
                        .withConfigLoader(PATIENT)
                        .addContactPoint(new InetSocketAddress(node.host(), node.port()))
                        .withLocalDatacenter(node.dc())
                        .withKeyspace(KEYSPACE)
                        .build());
    }

    /** The data centres that keep a keyspace, as Cassandra itself tells them. */
    static Set<String> dataCentres(WorldFile world, String keyspace) {
        try (Store store = of(world)) {
            Row row =
                    store.session
                            .execute(
                                    "SELECT replication FROM system_schema.keyspaces WHERE"
                                            + " keyspace_name = ?",
                                    keyspace)
                            .one();
            Map<String, String> replication =
                    new TreeMap<>(row.getMap("replication", String.class, String.class));
            replication.remove("class");
            return replication.keySet();
        }
    }

    record AccountRow(long cash, long reserved) {}

    record TradeRow(String orderId, int day, long sequence, int n, long quantity, long price) {}

    AccountRow account(String trader) {
        Row row =
                session.execute(
                                "SELECT cash, reserved FROM accounts WHERE trader_id = ?",
                                UUID.fromString(trader))
                        .one();
        return new AccountRow(row.getLong("cash"), row.getLong("reserved"));
    }

    long held(String trader, String symbol) {
        int stock = stockId(symbol);
        Row row =
                session.execute(
                                "SELECT quantity FROM holdings WHERE trader_id = ? AND stock_id = ?",
                                UUID.fromString(trader),
                                stock)
                        .one();
        return row == null ? 0 : row.getLong("quantity");
    }

    List<TradeRow> trades(String trader) {
        List<TradeRow> trades = new ArrayList<>();
        for (int day : days()) {
            for (Row row :
                    session.execute(
                            "SELECT * FROM trades WHERE trader_id = ? AND day = ?",
                            UUID.fromString(trader),
                            day)) {
                trades.add(
                        new TradeRow(
                                row.getUuid("order_id").toString(),
                                day,
                                row.getLong("sequence"),
                                row.getInt("n"),
                                row.getLong("quantity"),
                                row.getLong("price")));
            }
        }
        return trades;
    }

    /** The sum of a trader's own ledger lines in an asset. */
    long ledgerBalance(String trader, String asset) {
        long sum = 0;
        for (int day : days()) {
            for (Row row :
                    session.execute(
                            "SELECT account, asset, amount FROM ledger WHERE trader_id = ? AND day"
                                    + " = ?",
                            UUID.fromString(trader),
                            day)) {
                if (row.getString("account").equals("trader")
                        && row.getString("asset").equals(asset)) {
                    sum = Math.addExact(sum, row.getLong("amount"));
                }
            }
        }
        return sum;
    }

    /** Deletes a trade as nobody should, and gives back what puts it in place again. */
    Runnable deleteTrade(String trader, TradeRow trade) {
        Object[] key = {UUID.fromString(trader), trade.day(), trade.sequence(), trade.n()};
        String where = " WHERE trader_id = ? AND day = ? AND sequence = ? AND n = ?";
        String json = session.execute("SELECT JSON * FROM trades" + where, key).one().getString(0);
        session.execute("DELETE FROM trades" + where, key);
        return () -> session.execute("INSERT INTO trades JSON ?", json);
    }

    @Override
    public void close() {
        session.close();
    }

    private int stockId(String symbol) {
        for (Row row :
                session.execute("SELECT stock_id, symbol FROM " + Keyspaces.GLOBAL + ".stocks")) {
            if (row.getString("symbol").equals(symbol)) {
                return row.getInt("stock_id");
            }
        }
        throw new AssertionError("No stock " + symbol);
    }

    /** A test may run over midnight. */
    private static List<Integer> days() {
        int today = (int) LocalDate.now(ZoneOffset.UTC).toEpochDay();
        return List.of(today - 1, today);
    }
}
