package org.fogg.audit;

import static org.fogg.audit.Audits.Tampering.of;

import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import org.fogg.audit.Audits.Tampering;
import org.fogg.audit.table.LedgerRow;
import org.fogg.audit.table.ShardMarksRow;
import org.fogg.audit.world.Records;
import org.fogg.audit.world.World;
import org.fogg.audit.world.Worlds;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever is done to a table by hand is found, and named. */
class TamperedTablesTest {
    private static final UUID STRANGER = new UUID(77, 77);

    @ParameterizedTest
    @MethodSource({"trades", "ledger", "accounts", "holdings", "orders", "ordersByTrader", "marks"})
    void shouldNameItWhenATableIsTamperedWith(Tampering tampering) {
        tampering.isNamed();
    }

    static Stream<Tampering> trades() {
        UUID order = Worlds.MARKET.orderId();
        return Stream.concat(
                Stream.of(
                        of("trade deleted", w -> w.trades.remove(0), "trade-missing", order),
                        of(
                                "trade doubled under another day",
                                w -> add(w.trades, Records.with(w.trades.get(0), "day", 1)),
                                "trade-doubled",
                                order),
                        of(
                                "trade doubled at another place",
                                w -> add(w.trades, Records.with(w.trades.get(0), "n", 7)),
                                "trade-surplus",
                                order),
                        of(
                                "trade of a stranger",
                                w ->
                                        add(
                                                w.trades,
                                                Records.with(
                                                        w.trades.get(0), "traderId", STRANGER)),
                                "trade-surplus",
                                order)),
                altered(
                        w -> w.trades,
                        "trade-altered",
                        order,
                        List.of(
                                "shard",
                                "stockId",
                                "side",
                                "exchangeId",
                                "attempt",
                                "day",
                                "executionId",
                                "epoch",
                                "quantity",
                                "price",
                                "cumulativeQuantity",
                                "leavesQuantity",
                                "tickSequence",
                                "triggerTick",
                                "triggeredAt",
                                "at",
                                "orderId")));
    }

    static Stream<Tampering> ledger() {
        UUID trader = Worlds.ANN;
        return Stream.concat(
                Stream.of(
                        of("line deleted", w -> w.ledger.remove(4), "ledger-line-missing", trader),
                        of(
                                "line deleted: balance",
                                w -> w.ledger.remove(4),
                                "ledger-balance-wrong",
                                trader,
                                "cash"),
                        of(
                                "share line deleted: balance",
                                w -> w.ledger.remove(6),
                                "ledger-balance-wrong",
                                trader,
                                "stock 10001"),
                        of(
                                "line deleted: group",
                                w -> w.ledger.remove(4),
                                "ledger-unbalanced",
                                trader),
                        of("line deleted: sum", w -> w.ledger.remove(4), "sum-wrong", "cash"),
                        of(
                                "deposit deleted: sum",
                                w -> w.ledger.remove(1),
                                "sum-wrong",
                                "deposits"),
                        of(
                                "line doubled under another day",
                                w -> add(w.ledger, Records.with(w.ledger.get(4), "day", 1)),
                                "ledger-line-doubled",
                                trader),
                        of(
                                "line doubled at another place",
                                w -> add(w.ledger, Records.with(w.ledger.get(4), "line", 4)),
                                "ledger-line-surplus",
                                trader),
                        of(
                                "movement doubled",
                                TamperedTablesTest::doubleMovement,
                                "ledger-line-surplus",
                                trader),
                        of(
                                "line of a stranger",
                                w ->
                                        add(
                                                w.ledger,
                                                Records.with(
                                                        w.ledger.get(4), "traderId", STRANGER)),
                                "ledger-line-surplus",
                                STRANGER),
                        of(
                                "shares of no stock",
                                w -> w.ledger.set(6, Records.with(w.ledger.get(6), "asset", "x")),
                                "ledger-line-altered",
                                trader)),
                altered(
                        w -> w.ledger,
                        "ledger-line-altered",
                        trader,
                        List.of("shard", "account", "asset", "amount", "kind", "reference", "at")));
    }

    private static void doubleMovement(World world) {
        for (int i = 4; i < 8; i++) {
            world.ledger.add(Records.with(world.ledger.get(i), "n", 9));
        }
    }

    static Stream<Tampering> accounts() {
        return Stream.concat(
                Stream.of(
                        of(
                                "account deleted",
                                w -> w.accounts.remove(0),
                                "account-missing",
                                Worlds.ANN),
                        of(
                                "account written before it changed",
                                w ->
                                        w.accounts.set(
                                                0,
                                                Records.with(w.accounts.get(0), "updatedAt", 1L)),
                                "account-altered",
                                Worlds.ANN),
                        of(
                                "account of a stranger",
                                w ->
                                        add(
                                                w.accounts,
                                                Records.with(
                                                        w.accounts.get(0), "traderId", STRANGER)),
                                "account-surplus",
                                STRANGER),
                        of(
                                "cash altered: sum",
                                w -> w.accounts.set(0, Records.with(w.accounts.get(0), "cash", 1L)),
                                "sum-wrong",
                                "cash")),
                altered(
                        w -> w.accounts,
                        "account-altered",
                        Worlds.ANN,
                        List.of(
                                "shard",
                                "cash",
                                "reserved",
                                "openOrders",
                                "halted",
                                "createdAt",
                                "version")));
    }

    static Stream<Tampering> holdings() {
        return Stream.concat(
                Stream.of(
                        of(
                                "holding deleted",
                                w -> w.holdings.remove(0),
                                "holding-missing",
                                Worlds.ANN),
                        of(
                                "holding of another stock",
                                w -> add(w.holdings, Records.with(w.holdings.get(0), "stockId", 5)),
                                "holding-surplus",
                                Worlds.ANN),
                        of(
                                "holding of a stranger",
                                w ->
                                        add(
                                                w.holdings,
                                                Records.with(
                                                        w.holdings.get(0), "traderId", STRANGER)),
                                "holding-surplus",
                                STRANGER)),
                altered(
                        w -> w.holdings,
                        "holding-altered",
                        Worlds.ANN,
                        List.of("quantity", "cost", "version")));
    }

    private static final List<String> ORDER_COLUMNS =
            List.of(
                    "traderId",
                    "clientOrderId",
                    "stockId",
                    "side",
                    "type",
                    "timeInForce",
                    "quantity",
                    "limitPrice",
                    "stopPrice",
                    "expiresAt",
                    "status",
                    "reason",
                    "orderVersion",
                    "capPrice",
                    "acceptedTick",
                    "filledQuantity",
                    "filledValue",
                    "createdAt",
                    "filledAt",
                    "closedAt",
                    "replaces",
                    "replacedBy",
                    "version",
                    "updatedAt");

    static Stream<Tampering> orders() {
        UUID order = Worlds.MARKET.orderId();
        return Stream.concat(
                Stream.of(
                        of("order deleted", w -> w.orders.remove(0), "order-missing", order),
                        of(
                                "order invented",
                                w ->
                                        add(
                                                w.orders,
                                                Records.with(w.orders.get(0), "orderId", STRANGER)),
                                "order-surplus",
                                STRANGER)),
                altered(w -> w.orders, "order-altered", order, ORDER_COLUMNS));
    }

    static Stream<Tampering> ordersByTrader() {
        UUID order = Worlds.MARKET.orderId();
        String table = "orders_by_trader";
        return Stream.concat(
                Stream.of(
                        of(
                                "order deleted",
                                w -> w.ordersByTrader.remove(0),
                                "order-missing",
                                order,
                                table),
                        of(
                                "order doubled under another day",
                                w ->
                                        add(
                                                w.ordersByTrader,
                                                Records.with(w.ordersByTrader.get(0), "day", 1)),
                                "order-doubled",
                                order,
                                table),
                        of(
                                "order invented",
                                w ->
                                        add(
                                                w.ordersByTrader,
                                                Records.with(
                                                        w.ordersByTrader.get(0),
                                                        "orderId",
                                                        STRANGER)),
                                "order-surplus",
                                STRANGER,
                                table),
                        of(
                                "day altered",
                                w ->
                                        w.ordersByTrader.set(
                                                0, Records.with(w.ordersByTrader.get(0), "day", 1)),
                                "order-altered",
                                order,
                                table)),
                altered(w -> w.ordersByTrader, "order-altered", order, ORDER_COLUMNS));
    }

    static Stream<Tampering> marks() {
        return Stream.of(
                of(
                        "projected ahead",
                        w -> w.shardMarks.set(0, new ShardMarksRow(0, 99, 1)),
                        "shard-marks-ahead",
                        "shard"),
                of(
                        "published ahead",
                        w -> w.shardMarks.set(0, new ShardMarksRow(0, 1, 99)),
                        "shard-marks-ahead",
                        "shard"),
                of(
                        "marks of no shard",
                        w -> add(w.shardMarks, new ShardMarksRow(5, 0, 0)),
                        "shard-marks-ahead",
                        "shard"));
    }

    /** Each of these columns of the table's first suitable row, altered. */
    private static <T extends Record> Stream<Tampering> altered(
            Function<World, List<T>> table, String kind, UUID named, List<String> columns) {
        return columns.stream()
                .map(
                        column ->
                                of(
                                        column + " altered",
                                        w -> alter(table.apply(w), column),
                                        kind,
                                        named));
    }

    private static <T extends Record> void alter(List<T> rows, String column) {
        int index = rows.get(0) instanceof LedgerRow ? 4 : 0;
        rows.set(index, Records.with(rows.get(index), column, other(rows.get(index), column)));
    }

    private static Object other(Record row, String column) {
        Object value = Records.get(row, column);
        if (value instanceof Integer number) {
            return number + 1;
        }
        if (value instanceof Long number) {
            return number + 1;
        }
        if (value instanceof Boolean flag) {
            return !flag;
        }
        return value instanceof UUID ? STRANGER : value + "x";
    }

    private static <T> void add(List<T> rows, T row) {
        rows.add(row);
    }
}
