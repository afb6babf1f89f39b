package org.fogg.audit.table;

import org.fogg.audit.fold.Books;
import org.fogg.audit.fold.Order;
import org.fogg.audit.fold.Witnessed.Ledger;
import org.fogg.audit.report.Differences;
import org.fogg.audit.report.Findings;
import org.fogg.audit.report.Violation;
import org.fogg.audit.wire.Terms;
import org.fogg.contracts.Ids;

/** One of the tables orders and orders_by_trader against the books. */
final class OrderCheck {

    private final Books books;
    private final Findings findings;
    private final Ledger ledger;
    private final String table;

    /**
     * For one of the two tables.
     *
     * @param ledger TABLE for orders, BY_TRADER for orders_by_trader
     */
    OrderCheck(Books books, Findings findings, Ledger ledger) {
        this.books = books;
        this.findings = findings;
        this.ledger = ledger;
        this.table = ledger == Ledger.TABLE ? "orders" : "orders_by_trader";
    }

    void row(OrderRow row) {
        Order order = books.order(row.orderId());
        if (order == null) {
            add(
                    "order-surplus",
                    row.orderId(),
                    "no row",
                    row,
                    "is in the table " + table + " but was never accepted");
            return;
        }
        if (!order.witness(ledger)) {
            add(
                    "order-doubled",
                    row.orderId(),
                    "one row",
                    row,
                    "is in the table " + table + " more than once");
        }
        Differences differences = new Differences();
        terms(order, row, differences);
        state(order, row, differences);
        if (!differences.isEmpty()) {
            add(
                    "order-altered",
                    row.orderId(),
                    differences.expected(),
                    differences.found(),
                    "has another " + differences.names() + " in the table " + table);
        }
    }

    private void terms(Order order, OrderRow row, Differences differences) {
        Terms terms = order.terms();
        differences
                .field("trader_id", terms.traderId(), row.traderId())
                .field("day", ledger == Ledger.TABLE ? 0 : Days.of(order.createdAt()), row.day())
                // The order id is a digest of the client order id.
                .field(
                        "digest of client_order_id",
                        terms.orderId(),
                        Ids.orderId(terms.traderId(), row.clientOrderId()))
                .field("stock_id", terms.stockId(), row.stockId())
                .field("side", terms.side().value(), row.side())
                .field("type", terms.type().value(), row.type())
                .field("time_in_force", terms.timeInForce().value(), row.timeInForce())
                .field("quantity", terms.quantity(), row.quantity())
                .field("limit_price", terms.limitPrice(), row.limitPrice())
                .field("stop_price", terms.stopPrice(), row.stopPrice())
                .field("expires_at", terms.expiresAt(), row.expiresAt());
    }

    private void state(Order order, OrderRow row, Differences differences) {
        differences
                .field("status", order.status().value(), row.status())
                .field("reason", order.reason(), row.reason())
                .field("order_version", order.orderVersion(), row.orderVersion())
                .field("cap_price", order.capPrice(), row.capPrice())
                .field("accepted_tick", order.acceptedTick(), row.acceptedTick())
                .field("filled_quantity", order.filledQuantity(), row.filledQuantity())
                .field("filled_value", order.filledValue(), row.filledValue())
                .field("created_at", order.createdAt(), row.createdAt())
                .field("filled_at", order.filledAt(), row.filledAt())
                .field("closed_at", order.closedAt(), row.closedAt())
                .field("replaces", order.replaces(), row.replaces())
                .field("replaced_by", order.replacedBy(), row.replacedBy())
                .field("version", order.version(), row.version())
                .field("updated_at", order.updatedAt(), row.updatedAt());
    }

    /** To be called after the last row. */
    void end() {
        for (Order order : books.orders()) {
            if (!order.isIn(ledger)) {
                add(
                        "order-missing",
                        order.terms().orderId(),
                        order.status(),
                        "no row",
                        "is not in the table " + table);
            }
        }
    }

    private void add(String kind, Object orderId, Object expected, Object found, String message) {
        findings.add(
                2,
                kind,
                Violation.ids("order_id", orderId),
                books.table(table),
                expected,
                found,
                "Order " + orderId + ' ' + message);
    }
}
