package org.fogg.audit.table;

import java.util.UUID;
import org.fogg.audit.fold.Account;
import org.fogg.audit.fold.Books;
import org.fogg.audit.fold.Holding;
import org.fogg.audit.fold.Witnessed.Ledger;
import org.fogg.audit.report.Differences;
import org.fogg.audit.report.Findings;
import org.fogg.audit.report.Violation;

/** The tables accounts and holdings against the books. */
final class AccountCheck {

    private final Books books;
    private final Findings findings;
    private long cash;

    AccountCheck(Books books, Findings findings) {
        this.books = books;
        this.findings = findings;
    }

    void account(AccountRow row) {
        cash += row.cash();
        Account account = books.account(row.traderId());
        if (account == null) {
            add(
                    "account-surplus",
                    row.traderId(),
                    "accounts",
                    "no row",
                    row,
                    "is in the table accounts but was never opened");
            return;
        }
        account.witness(Ledger.TABLE);
        Differences differences =
                new Differences()
                        .field("shard", account.shard(), row.shard())
                        .field("cash", account.cash(), row.cash())
                        .field("reserved", account.reserved(), row.reserved())
                        .field("open_orders", account.openOrders(), row.openOrders())
                        .field("halted", account.halted(), row.halted())
                        .field("created_at", account.createdAt(), row.createdAt())
                        .field("version", account.version(), row.version())
                        // When it became durable, which no entry can say of itself.
                        .atLeast("updated_at", account.updatedAt(), row.updatedAt());
        if (!differences.isEmpty()) {
            add(
                    "account-altered",
                    row.traderId(),
                    "accounts",
                    differences.expected(),
                    differences.found(),
                    "has another " + differences.names() + " in the table accounts");
        }
    }

    void holding(HoldingRow row) {
        Account account = books.account(row.traderId());
        Holding holding = account == null ? null : account.holding(row.stockId());
        if (holding == null) {
            addHolding(
                    "holding-surplus",
                    row.traderId(),
                    row.stockId(),
                    "no row",
                    row,
                    "is in the table holdings but nothing was ever traded");
            return;
        }
        holding.witness(Ledger.TABLE);
        Differences differences =
                new Differences()
                        .field("quantity", holding.quantity(), row.quantity())
                        .field("cost", holding.cost(), row.cost())
                        .field("version", holding.version(), row.version())
                        .atLeast("updated_at", holding.updatedAt(), row.updatedAt());
        if (!differences.isEmpty()) {
            addHolding(
                    "holding-altered",
                    row.traderId(),
                    row.stockId(),
                    differences.expected(),
                    differences.found(),
                    "has another " + differences.names() + " in the table holdings");
        }
    }

    /** To be called after the last row of both tables. */
    void end() {
        for (Account account : books.accounts()) {
            if (!account.isIn(Ledger.TABLE)) {
                add(
                        "account-missing",
                        account.traderId(),
                        "accounts",
                        "cash " + account.cash(),
                        "no row",
                        "is not in the table accounts");
            }
            for (Holding holding : account.holdings()) {
                if (!holding.isIn(Ledger.TABLE)) {
                    addHolding(
                            "holding-missing",
                            account.traderId(),
                            holding.stockId(),
                            "quantity " + holding.quantity(),
                            "no row",
                            "is not in the table holdings");
                }
            }
        }
    }

    /** Sum of the rows' cash, in 1/10,000. */
    long cash() {
        return cash;
    }

    private void add(
            String kind,
            UUID traderId,
            String table,
            Object expected,
            Object found,
            String message) {
        findings.add(
                3,
                kind,
                Violation.ids("trader_id", traderId),
                books.table(table),
                expected,
                found,
                "The account of trader " + traderId + ' ' + message);
    }

    private void addHolding(
            String kind,
            UUID traderId,
            int stockId,
            Object expected,
            Object found,
            String message) {
        findings.add(
                3,
                kind,
                Violation.ids("trader_id", traderId, "stock_id", stockId),
                books.table("holdings"),
                expected,
                found,
                "Trader " + traderId + "'s holding of stock " + stockId + ' ' + message);
    }
}
