package org.fogg.audit.table;

import org.fogg.audit.fold.Books;
import org.fogg.audit.fold.Witnessed.Ledger;
import org.fogg.audit.journal.ChainCheck;
import org.fogg.audit.report.Findings;
import org.fogg.audit.report.Violation;

/** Compares all projections of a georegion with its books. */
public final class TableChecks {

    private TableChecks() {}

    /** Reads every table once. */
    public static void run(TableSource tables, Books books, Findings findings) {
        AccountCheck accounts = new AccountCheck(books, findings);
        tables.accounts(accounts::account);
        tables.holdings(accounts::holding);
        accounts.end();
        OrderCheck orders = new OrderCheck(books, findings, Ledger.TABLE);
        tables.orders(orders::row);
        orders.end();
        OrderCheck byTrader = new OrderCheck(books, findings, Ledger.BY_TRADER);
        tables.ordersByTrader(byTrader::row);
        byTrader.end();
        TradeCheck trades = new TradeCheck(books, findings);
        tables.trades(trades::row);
        trades.end();
        LedgerCheck ledger = new LedgerCheck(books, findings);
        tables.ledger(ledger::row);
        ledger.end(accounts.cash());
        tables.shardMarks(row -> shardMarks(row, books, findings));
    }

    private static void shardMarks(ShardMarksRow row, Books books, Findings findings) {
        ChainCheck chain = books.chain(row.shard());
        long end = chain == null ? 0 : chain.next();
        if (row.projected() >= end || row.published() >= end) {
            findings.add(
                    2,
                    "shard-marks-ahead",
                    Violation.ids("shard", row.shard()),
                    books.table("shard_marks"),
                    "sequences below " + end,
                    row,
                    "Shard "
                            + row.shard()
                            + " has projected or published entries its journal does not have");
        }
    }
}
