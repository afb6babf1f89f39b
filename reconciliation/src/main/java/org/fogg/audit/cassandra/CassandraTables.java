package org.fogg.audit.cassandra;

import com.datastax.oss.driver.api.core.CqlSession;
import com.datastax.oss.driver.api.core.cql.Row;
import com.datastax.oss.driver.api.core.cql.SimpleStatement;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import org.fogg.audit.table.AccountRow;
import org.fogg.audit.table.HoldingRow;
import org.fogg.audit.table.LedgerRow;
import org.fogg.audit.table.OrderRow;
import org.fogg.audit.table.ShardMarksRow;
import org.fogg.audit.table.TableSource;
import org.fogg.audit.table.TradeRow;
import org.fogg.contracts.Ids;
import org.jspecify.annotations.Nullable;

/** The projections. A cell without a value reads as 0, false, "" or no id. */
public final class CassandraTables implements TableSource {

    private final CqlSession session;
    private final String keyspace;

    /**
     * Reads one georegion's tables.
     *
     * @param keyspace the georegion's keyspace
     */
    public CassandraTables(CqlSession session, String keyspace) {
        this.session = session;
        this.keyspace = keyspace;
    }

    @Override
    public void accounts(Consumer<AccountRow> reader) {
        scan("accounts", CassandraTables::account, reader);
    }

    @Override
    public void holdings(Consumer<HoldingRow> reader) {
        scan("holdings", CassandraTables::holding, reader);
    }

    @Override
    public void orders(Consumer<OrderRow> reader) {
        scan("orders", row -> order(row, 0), reader);
    }

    @Override
    public void ordersByTrader(Consumer<OrderRow> reader) {
        scan("orders_by_trader", row -> order(row, row.getInt("day")), reader);
    }

    @Override
    public void trades(Consumer<TradeRow> reader) {
        scan("trades", CassandraTables::trade, reader);
    }

    @Override
    public void ledger(Consumer<LedgerRow> reader) {
        scan("ledger", CassandraTables::line, reader);
    }

    @Override
    public void shardMarks(Consumer<ShardMarksRow> reader) {
        scan(
                "shard_marks",
                row ->
                        new ShardMarksRow(
                                row.getInt("shard"),
                                row.getLong("projected"),
                                row.getLong("published")),
                reader);
    }

    @Override
    public @Nullable UUID traderOf(UUID orderId) {
        Row row =
                session.execute(
                                SimpleStatement.newInstance(
                                        "SELECT trader_id FROM "
                                                + keyspace
                                                + ".orders WHERE order_id = ?",
                                        orderId))
                        .one();
        return row == null ? null : row.getUuid("trader_id");
    }

    private <T> void scan(String table, Function<Row, T> mapping, Consumer<T> reader) {
        Pages.forEach(
                session,
                SimpleStatement.newInstance("SELECT * FROM " + keyspace + '.' + table),
                row -> reader.accept(mapping.apply(row)));
    }

    private static AccountRow account(Row row) {
        return new AccountRow(
                id(row, "trader_id"),
                row.getInt("shard"),
                row.getLong("cash"),
                row.getLong("reserved"),
                row.getInt("open_orders"),
                row.getBoolean("halted"),
                row.getLong("created_at"),
                row.getLong("version"),
                row.getLong("updated_at"));
    }

    private static HoldingRow holding(Row row) {
        return new HoldingRow(
                id(row, "trader_id"),
                row.getInt("stock_id"),
                row.getLong("quantity"),
                row.getLong("cost"),
                row.getLong("version"),
                row.getLong("updated_at"));
    }

    private static OrderRow order(Row row, int day) {
        return new OrderRow(
                id(row, "order_id"),
                id(row, "trader_id"),
                day,
                text(row, "client_order_id"),
                row.getInt("stock_id"),
                row.getByte("side"),
                row.getByte("type"),
                row.getByte("time_in_force"),
                row.getLong("quantity"),
                row.getLong("limit_price"),
                row.getLong("stop_price"),
                row.getLong("expires_at"),
                row.getByte("status"),
                row.getInt("reason"),
                row.getInt("order_version"),
                row.getLong("cap_price"),
                row.getLong("accepted_tick"),
                row.getLong("filled_quantity"),
                row.getLong("filled_value"),
                row.getLong("created_at"),
                row.getLong("filled_at"),
                row.getLong("closed_at"),
                id(row, "replaces"),
                id(row, "replaced_by"),
                row.getLong("version"),
                row.getLong("updated_at"));
    }

    private static TradeRow trade(Row row) {
        return new TradeRow(
                id(row, "trader_id"),
                row.getInt("day"),
                row.getLong("sequence"),
                row.getInt("n"),
                row.getInt("shard"),
                id(row, "order_id"),
                row.getInt("stock_id"),
                row.getByte("side"),
                row.getInt("exchange_id"),
                row.getLong("execution_id"),
                row.getLong("epoch"),
                row.getInt("attempt"),
                row.getLong("quantity"),
                row.getLong("price"),
                row.getLong("cumulative_quantity"),
                row.getLong("leaves_quantity"),
                row.getLong("tick_sequence"),
                row.getLong("trigger_tick"),
                row.getLong("triggered_at"),
                row.getLong("at"));
    }

    private static LedgerRow line(Row row) {
        return new LedgerRow(
                id(row, "trader_id"),
                row.getInt("day"),
                row.getLong("sequence"),
                row.getInt("n"),
                row.getInt("line"),
                row.getInt("shard"),
                text(row, "account"),
                text(row, "asset"),
                row.getLong("amount"),
                text(row, "kind"),
                id(row, "reference"),
                row.getLong("at"));
    }

    private static UUID id(Row row, String column) {
        UUID id = row.getUuid(column);
        return id == null ? Ids.NONE : id;
    }

    private static String text(Row row, String column) {
        String text = row.getString(column);
        return text == null ? "" : text;
    }
}
