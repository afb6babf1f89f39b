package org.fogg.audit.exchange;

import java.util.Map;
import org.fogg.audit.exchange.ExchangeRecord.Report;
import org.fogg.audit.fold.Account;
import org.fogg.audit.fold.Books;
import org.fogg.audit.fold.Movement;
import org.fogg.audit.fold.Order;
import org.fogg.audit.fold.Trade;
import org.fogg.audit.fold.Witnessed.Ledger;
import org.fogg.audit.report.Differences;
import org.fogg.audit.report.Findings;
import org.fogg.audit.report.Violation;
import org.fogg.audit.wire.Terms;

/** An exchange's fills against the journaled trades and orders. */
public final class FillCheck {

    private final String topic;
    private final Findings findings;

    FillCheck(String topic, Findings findings) {
        this.topic = topic;
        this.findings = findings;
    }

    void fill(Report fill, Books books) {
        Terms terms = fill.terms();
        boolean buy = terms.isBuy();
        if (buy ? fill.price() > fill.boundPrice() : fill.price() < fill.boundPrice()) {
            add(
                    4,
                    "execution-price-worse",
                    fill,
                    (buy ? "at most " : "at least ") + fill.boundPrice(),
                    fill.price(),
                    "is beyond the bound it was asked with");
        }
        Order order = books.order(fill.orderId());
        if (order == null) {
            add(
                    1,
                    "execution-without-order",
                    fill,
                    "an accepted order",
                    "none",
                    "is for an order that is not in the journal");
        } else {
            terms(fill, order);
            if (order.exchangeFilled(fill.quantity()) > order.terms().quantity()) {
                add(
                        1,
                        "execution-beyond-quantity",
                        fill,
                        "at most " + order.terms().quantity() + " in all",
                        fill.quantity() + " more than the rest",
                        "fills more than its order's quantity");
            }
        }
        trade(fill, books);
    }

    /** Takes a report that is no fill, or that does not count. */
    void noFill(Report report, Books books) {
        Order order = books.order(report.orderId());
        if (order != null) {
            terms(report, order);
        }
    }

    private void terms(Report report, Order order) {
        if (!report.terms().equals(order.terms())) {
            add(
                    1,
                    "execution-terms-wrong",
                    report,
                    order.terms(),
                    report.terms(),
                    "is for an order with other terms than the journal's");
        }
    }

    private void trade(Report fill, Books books) {
        Trade trade = books.trade(fill.exchangeId(), fill.executionId());
        if (trade == null) {
            add(
                    3,
                    "trade-missing",
                    fill,
                    "a trade of " + fill.quantity() + " at " + fill.price(),
                    "none",
                    "is in the exchange's journal but not in the broker's");
            return;
        }
        trade.witness(Ledger.EXCHANGE);
        Differences differences =
                new Differences()
                        .field("order_id", trade.order().terms().orderId(), fill.orderId())
                        .field("shard", trade.account().shard(), fill.shard())
                        .field("epoch", trade.epoch(), fill.epoch())
                        .field("attempt", trade.attempt(), fill.attempt())
                        .field("quantity", trade.quantity(), fill.quantity())
                        .field("price", trade.price(), fill.price())
                        .field("tick_sequence", trade.tickSequence(), fill.tickSequence());
        if (!differences.isEmpty()) {
            add(
                    3,
                    "trade-altered",
                    fill,
                    "in the broker's journal " + differences.expected(),
                    "in the exchange's journal " + differences.found(),
                    "has another " + differences.names() + " than the broker's trade");
        }
    }

    /** Reports the trades of a georegion that no exchange's journal had. */
    public static void unwitnessed(Books books, Findings findings) {
        for (Account account : books.accounts()) {
            for (Movement movement : account.movements()) {
                if (movement instanceof Trade trade && !trade.isIn(Ledger.EXCHANGE)) {
                    unwitnessed(trade, books, findings);
                }
            }
        }
    }

    private static void unwitnessed(Trade trade, Books books, Findings findings) {
        Map<String, String> ids =
                Violation.ids(
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
        findings.add(
                3,
                "execution-missing",
                ids,
                "the journal of exchange " + trade.exchangeId(),
                trade.quantity() + " at " + trade.price(),
                "no execution",
                "Trade "
                        + trade.executionId()
                        + " of exchange "
                        + trade.exchangeId()
                        + " (order "
                        + trade.order().terms().orderId()
                        + ") is in "
                        + books.table("journal")
                        + " but the exchange never did it");
    }

    private void add(
            int promise, String kind, Report fill, Object expected, Object found, String does) {
        findings.add(
                promise,
                kind,
                ExchangeCheck.ids(fill),
                topic + " offset " + fill.offset(),
                expected,
                found,
                ExchangeCheck.named(fill) + ' ' + does);
    }
}
