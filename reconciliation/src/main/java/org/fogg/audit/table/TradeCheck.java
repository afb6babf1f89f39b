package org.fogg.audit.table;

import java.util.Map;
import org.fogg.audit.fold.Account;
import org.fogg.audit.fold.Books;
import org.fogg.audit.fold.Movement;
import org.fogg.audit.fold.Trade;
import org.fogg.audit.fold.Witnessed.Ledger;
import org.fogg.audit.report.Differences;
import org.fogg.audit.report.Findings;
import org.fogg.audit.report.Violation;

/** The table trades against the books. */
final class TradeCheck {

    private final Books books;
    private final Findings findings;

    TradeCheck(Books books, Findings findings) {
        this.books = books;
        this.findings = findings;
    }

    void row(TradeRow row) {
        Account account = books.account(row.traderId());
        Movement movement = account == null ? null : account.movement(row.sequence(), row.n());
        if (!(movement instanceof Trade trade)) {
            findings.add(
                    1,
                    "trade-surplus",
                    ids(row),
                    books.table("trades"),
                    "no row",
                    row,
                    named(row.executionId(), row.exchangeId(), row.orderId())
                            + " is in the table trades but not in the journal");
            return;
        }
        if (!trade.witness(Ledger.TABLE)) {
            findings.add(
                    1,
                    "trade-doubled",
                    ids(row),
                    books.table("trades"),
                    "one row",
                    row,
                    named(trade) + " is in the table trades more than once");
        }
        Differences differences = differences(trade, row);
        if (!differences.isEmpty()) {
            findings.add(
                    1,
                    "trade-altered",
                    ids(trade),
                    books.table("trades"),
                    differences.expected(),
                    differences.found(),
                    named(trade) + " has another " + differences.names() + " in the table trades");
        }
    }

    private static Differences differences(Trade trade, TradeRow row) {
        return new Differences()
                .field("day", Days.of(trade.at()), row.day())
                .field("shard", trade.account().shard(), row.shard())
                .field("order_id", trade.order().terms().orderId(), row.orderId())
                .field("stock_id", trade.order().terms().stockId(), row.stockId())
                .field("side", trade.order().terms().side().value(), row.side())
                .field("exchange_id", trade.exchangeId(), row.exchangeId())
                .field("execution_id", trade.executionId(), row.executionId())
                .field("epoch", trade.epoch(), row.epoch())
                .field("attempt", trade.attempt(), row.attempt())
                .field("quantity", trade.quantity(), row.quantity())
                .field("price", trade.price(), row.price())
                .field("cumulative_quantity", trade.cumulativeQuantity(), row.cumulativeQuantity())
                .field("leaves_quantity", trade.leavesQuantity(), row.leavesQuantity())
                .field("tick_sequence", trade.tickSequence(), row.tickSequence())
                .field("trigger_tick", trade.triggerTick(), row.triggerTick())
                .field("triggered_at", trade.triggeredAt(), row.triggeredAt())
                .field("at", trade.at(), row.at());
    }

    /** To be called after the last row. */
    void end() {
        for (Account account : books.accounts()) {
            for (Movement movement : account.movements()) {
                if (movement instanceof Trade trade && !trade.isIn(Ledger.TABLE)) {
                    findings.add(
                            1,
                            "trade-missing",
                            ids(trade),
                            books.table("trades"),
                            trade.quantity() + " at " + trade.price(),
                            "no row",
                            named(trade) + " is in the journal but not in the table trades");
                }
            }
        }
    }

    private static Map<String, String> ids(Trade trade) {
        return Violation.ids(
                "order_id",
                trade.order().terms().orderId(),
                "exchange_id",
                trade.exchangeId(),
                "execution_id",
                trade.executionId(),
                "shard",
                trade.account().shard(),
                "sequence",
                trade.sequence(),
                "n",
                trade.n());
    }

    private static Map<String, String> ids(TradeRow row) {
        return Violation.ids(
                "order_id",
                row.orderId(),
                "exchange_id",
                row.exchangeId(),
                "execution_id",
                row.executionId(),
                "shard",
                row.shard(),
                "sequence",
                row.sequence(),
                "n",
                row.n());
    }

    private static String named(Trade trade) {
        return named(trade.executionId(), trade.exchangeId(), trade.order().terms().orderId());
    }

    private static String named(long executionId, int exchangeId, Object orderId) {
        return "Trade " + executionId + " of exchange " + exchangeId + " (order " + orderId + ")";
    }
}
