package org.fogg.audit.table;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.fogg.audit.fold.Account;
import org.fogg.audit.fold.Books;
import org.fogg.audit.fold.Holding;
import org.fogg.audit.fold.Movement;
import org.fogg.audit.fold.Movement.Line;
import org.fogg.audit.fold.Remittance;
import org.fogg.audit.fold.Witnessed.Ledger;
import org.fogg.audit.report.Differences;
import org.fogg.audit.report.Findings;
import org.fogg.audit.report.Violation;
import org.jspecify.annotations.Nullable;

/** The table ledger against the books: every line, and what the lines add up to. */
final class LedgerCheck {

    private static final String CASH = "USD";
    private static final String TRADER = "trader";
    private static final String DEPOSITS = "deposits";

    private final Books books;
    private final Findings findings;
    private final Map<String, Long> groupSums = new HashMap<>();
    private final Map<String, Long> stockSums = new HashMap<>();
    private @Nullable LedgerRow group;
    private long exchangeCash;
    private long deposits;
    private long transit;
    private long abroad;
    private long traderCash;

    LedgerCheck(Books books, Findings findings) {
        this.books = books;
        this.findings = findings;
    }

    void row(LedgerRow row) {
        LedgerRow last = group;
        if (last != null && !sameMovement(last, row)) {
            endGroup(last);
        }
        group = row;
        groupSums.merge(row.asset(), row.amount(), Long::sum);
        Account account = books.account(row.traderId());
        post(account, row);
        Movement movement = account == null ? null : account.movement(row.sequence(), row.n());
        List<Line> lines = movement == null ? List.of() : movement.lines();
        if (movement == null || row.line() < 0 || row.line() >= lines.size()) {
            add("ledger-line-surplus", row, "no line", row, "moves what the journal does not move");
            return;
        }
        if (!movement.witness(Ledger.line(row.line()))) {
            add("ledger-line-doubled", row, "one line", row, "is there more than once");
        }
        Differences differences = differences(movement, lines.get(row.line()), row);
        if (!differences.isEmpty()) {
            add(
                    "ledger-line-altered",
                    row,
                    differences.expected(),
                    differences.found(),
                    "has another " + differences.names());
        }
    }

    private static Differences differences(Movement movement, Line line, LedgerRow row) {
        return new Differences()
                .field("day", Days.of(movement.at()), row.day())
                .field("shard", movement.account().shard(), row.shard())
                .field("account", line.account(), row.account())
                .field("asset", line.asset(), row.asset())
                .field("amount", line.amount(), row.amount())
                .field("kind", movement.kind(), row.kind())
                .field("reference", movement.reference(), row.reference())
                .field("at", movement.at(), row.at());
    }

    private void post(@Nullable Account account, LedgerRow row) {
        boolean trader = row.account().equals(TRADER);
        if (!row.asset().equals(CASH)) {
            stockSums.merge(row.asset(), row.amount(), Long::sum);
            Holding holding = account == null ? null : account.holding(stockOf(row.asset()));
            if (trader && holding != null) {
                holding.post(row.amount());
            }
        } else if (row.account().equals(DEPOSITS)) {
            deposits += row.amount();
        } else if (row.account().equals(Remittance.TRANSIT)) {
            transit += row.amount();
        } else if (row.account().equals(Remittance.ABROAD)) {
            abroad += row.amount();
        } else if (!trader) {
            exchangeCash += row.amount();
        } else {
            traderCash += row.amount();
            if (account != null) {
                account.post(row.amount());
            }
        }
    }

    /** The stock of an asset; -1, which no stock has, when it names none. */
    private static int stockOf(String asset) {
        String number = asset.startsWith("stock:") ? asset.substring("stock:".length()) : "";
        return number.matches("\\d{1,9}") ? Integer.parseInt(number) : -1;
    }

    private static boolean sameMovement(LedgerRow a, LedgerRow b) {
        return a.sequence() == b.sequence()
                && a.n() == b.n()
                && a.day() == b.day()
                && a.traderId().equals(b.traderId());
    }

    private void endGroup(LedgerRow last) {
        groupSums.forEach(
                (asset, sum) -> {
                    if (sum != 0) {
                        add(
                                "ledger-unbalanced",
                                last,
                                asset + " 0",
                                asset + ' ' + sum,
                                "belongs to lines that do not sum to zero");
                    }
                });
        groupSums.clear();
    }

    /**
     * To be called after the last row.
     *
     * @param accountsCash what the rows of the table accounts add up to
     */
    void end(long accountsCash) {
        LedgerRow last = group;
        if (last != null) {
            endGroup(last);
        }
        for (Account account : books.accounts()) {
            balances(account);
            for (Movement movement : account.movements()) {
                missing(movement);
            }
        }
        // Both ends of a transfer together are what is on its way.
        books.counted(accountsCash, transit + abroad);
        sum("deposits", -books.deposited(), deposits);
        sum("cash of all accounts", accountsCash, traderCash);
        sum("transit", books.transfers().inTransit(), transit);
        sum("abroad", books.transfers().abroad(), abroad);
        sum(
                "cash of all accounts and exchanges, in transit and abroad, less what was paid in",
                0,
                accountsCash + exchangeCash + transit + abroad + deposits);
        stockSums.forEach(
                (asset, total) -> sum(asset + " of all accounts and exchanges", 0, total));
    }

    private void balances(Account account) {
        if (account.ledgerCash() != account.cash()) {
            balance(account, "cash", account.cash(), account.ledgerCash());
        }
        for (Holding holding : account.holdings()) {
            if (holding.ledgerQuantity() != holding.quantity()) {
                balance(
                        account,
                        "stock " + holding.stockId(),
                        holding.quantity(),
                        holding.ledgerQuantity());
            }
        }
    }

    private void missing(Movement movement) {
        List<Line> lines = movement.lines();
        for (int i = 0; i < lines.size(); i++) {
            if (!movement.isIn(Ledger.line(i))) {
                findings.add(
                        3,
                        "ledger-line-missing",
                        Violation.ids(
                                "reference",
                                movement.reference(),
                                "trader_id",
                                movement.account().traderId(),
                                "shard",
                                movement.account().shard(),
                                "sequence",
                                movement.sequence(),
                                "n",
                                movement.n(),
                                "line",
                                i),
                        books.table("ledger"),
                        lines.get(i),
                        "no row",
                        "Line "
                                + i
                                + " of the movement for "
                                + movement.reference()
                                + " (shard "
                                + movement.account().shard()
                                + ", sequence "
                                + movement.sequence()
                                + ") is not in the table ledger");
            }
        }
    }

    private void balance(Account account, String asset, long expected, long found) {
        findings.add(
                3,
                "ledger-balance-wrong",
                Violation.ids("trader_id", account.traderId(), "asset", asset),
                books.table("ledger"),
                expected,
                found,
                "The ledger of trader " + account.traderId() + " does not add up to its " + asset);
    }

    private void sum(String what, long expected, long found) {
        if (expected != found) {
            findings.add(
                    3,
                    "sum-wrong",
                    Violation.ids("georegion", books.georegion(), "sum", what),
                    books.table("ledger"),
                    expected,
                    found,
                    "The sum of " + what + " is " + found + ", not " + expected);
        }
    }

    private void add(String kind, LedgerRow row, Object expected, Object found, String does) {
        findings.add(
                3,
                kind,
                Violation.ids(
                        "reference",
                        row.reference(),
                        "trader_id",
                        row.traderId(),
                        "shard",
                        row.shard(),
                        "sequence",
                        row.sequence(),
                        "n",
                        row.n(),
                        "line",
                        row.line()),
                books.table("ledger"),
                expected,
                found,
                "Line "
                        + row.line()
                        + " of the movement for "
                        + row.reference()
                        + " (shard "
                        + row.shard()
                        + ", sequence "
                        + row.sequence()
                        + ") "
                        + does);
    }
}
