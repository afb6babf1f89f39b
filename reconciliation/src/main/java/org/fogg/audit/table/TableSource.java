package org.fogg.audit.table;

import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Where a georegion's projections are read from, each row once. Each call reads afresh. */
public interface TableSource {

    /** Every row of the table accounts. */
    void accounts(Consumer<AccountRow> reader);

    /** Every row of the table holdings. */
    void holdings(Consumer<HoldingRow> reader);

    /** Every row of the table orders; their day is 0. */
    void orders(Consumer<OrderRow> reader);

    /** Every row of the table orders_by_trader. */
    void ordersByTrader(Consumer<OrderRow> reader);

    /** Every row of the table trades. */
    void trades(Consumer<TradeRow> reader);

    /** Every row of the table ledger; the lines of one movement follow each other. */
    void ledger(Consumer<LedgerRow> reader);

    /** Whose order the table orders says it is; null when it does not know it. */
    @Nullable UUID traderOf(UUID orderId);

    /** Every row of the table shard_marks. */
    void shardMarks(Consumer<ShardMarksRow> reader);
}
