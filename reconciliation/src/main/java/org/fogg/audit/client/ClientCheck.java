package org.fogg.audit.client;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.fogg.audit.fold.Books;
import org.fogg.audit.fold.Order;
import org.fogg.audit.fold.Transfer;
import org.fogg.audit.fold.Witnessed.Ledger;
import org.fogg.audit.report.Differences;
import org.fogg.audit.report.Findings;
import org.fogg.audit.report.Violation;
import org.fogg.contracts.Ids;
import org.jspecify.annotations.Nullable;

/** What clients asked for and were told, against the books. */
public final class ClientCheck {

    private final Collection<Books> books;
    private final Findings findings;
    private final ToldCheck told;
    private final PaymentCheck payments;
    private final Map<UUID, ClientRecord> refused = new HashMap<>();
    private final Set<UUID> unsureOrders = new HashSet<>();
    private final Set<UUID> unsureCancels = new HashSet<>();
    private final Set<UUID> lost = new HashSet<>();
    private long acknowledged;

    /**
     * Checks clients' records from the first on.
     *
     * @param books of each georegion
     * @param stocks stock ids by symbol
     */
    public ClientCheck(Collection<Books> books, Map<String, Integer> stocks, Findings findings) {
        this.books = books;
        this.findings = findings;
        this.told = new ToldCheck(stocks);
        this.payments = new PaymentCheck(books, findings);
    }

    /** Hears of a line that is no record. */
    public void malformed(String place, String problem) {
        findings.add(
                2,
                "client-record-malformed",
                Violation.ids("place", place),
                place,
                "a record",
                problem,
                "The client's record at " + place + " cannot be read: " + problem);
    }

    /** Takes the next record. */
    public void record(ClientRecord record) {
        switch (record.op()) {
            case "place", "replace" -> order(record);
            case "cancel" -> cancel(record);
            case "open", "deposit" -> payments.record(record);
            default -> malformed(record.place(), "there is no operation " + record.op());
        }
    }

    private void order(ClientRecord record) {
        UUID id = orderId(record);
        if (id == null) {
            if (record.isDone()) {
                malformed(record.place(), "it names no order");
            }
            return;
        }
        note(record, id, unsureOrders);
        Order order = find(id);
        if (record.isRefused()) {
            if (order != null) {
                refused.put(id, record);
            }
            return;
        }
        if (order != null) {
            order.witness(Ledger.CLIENT);
            if (order.clientSentAt(record.sentNs()) == record.sentNs() && record.sentNs() != 0) {
                add(
                        "client-record-doubled",
                        record,
                        id,
                        "one record",
                        "another",
                        "is recorded twice for one request");
            }
        }
        if (!record.isDone()) {
            return;
        }
        if (record.orderId() != null && !record.orderId().equals(id)) {
            add(
                    "client-order-id-wrong",
                    record,
                    record.orderId(),
                    id,
                    record.orderId(),
                    "does not have the id of its client order id");
        }
        boolean first = order == null ? lost.add(id) : order.witness(Ledger.ACKNOWLEDGED);
        if (first) {
            acknowledged++;
        }
        if (order == null) {
            add(
                    "order-lost",
                    record,
                    id,
                    "an accepted order",
                    "none",
                    "was acknowledged but is not in the journal");
            return;
        }
        Differences differences = told.differences(record, order);
        if (!differences.isEmpty()) {
            add(
                    "order-told-wrongly",
                    record,
                    id,
                    differences.expected(),
                    differences.found(),
                    "was acknowledged with another " + differences.names());
        }
    }

    /** A request is repeated until its outcome is known: the last record of it counts. */
    private static void note(ClientRecord record, UUID id, Set<UUID> unsure) {
        if (record.isDone() || record.isRefused()) {
            unsure.remove(id);
        } else {
            unsure.add(id);
        }
    }

    /** Orders that were acknowledged. */
    public long acknowledged() {
        return acknowledged;
    }

    /** Orders and cancellations whose client does not know what became of them. */
    public long unresolved() {
        return unsureOrders.size() + (long) unsureCancels.size();
    }

    private void cancel(ClientRecord record) {
        UUID id = record.orderId() != null ? record.orderId() : orderId(record);
        if (id == null) {
            return;
        }
        note(record, id, unsureCancels);
        if (!record.isDone()) {
            return;
        }
        Order order = find(id);
        if (order == null && isCalledBack(id)) {
            return;
        }
        if (order == null || order.isOpen()) {
            add(
                    "order-told-wrongly",
                    record,
                    id,
                    "a closed order",
                    order == null ? "none" : order.status(),
                    "was acknowledged as canceled but is not");
        }
    }

    /** To be called after the last record. */
    public void end() {
        payments.end();
        for (Books own : books) {
            for (Order order : own.orders()) {
                UUID trader = order.terms().traderId();
                if (!order.isIn(Ledger.CLIENT) && payments.hasOpened(trader)) {
                    unsent(order, own);
                }
            }
        }
        refused.forEach(
                (id, record) -> {
                    Order order = find(id);
                    if (order != null && !order.isIn(Ledger.CLIENT)) {
                        add(
                                "order-refused-but-kept",
                                record,
                                id,
                                "no order",
                                order.status(),
                                "was refused with " + record.http() + " but is in the journal");
                    }
                });
    }

    private void unsent(Order order, Books own) {
        UUID id = order.terms().orderId();
        if (refused.containsKey(id)) {
            return;
        }
        findings.add(
                6,
                "order-never-sent",
                Violation.ids("order_id", id, "trader_id", order.terms().traderId()),
                own.table("journal") + " shard " + order.account().shard(),
                "a client's record",
                "none",
                "Order " + id + " is in the journal but no client's record asked for it");
    }

    /** Whether an order's money was called back on its way, so that there never was an order. */
    private boolean isCalledBack(UUID id) {
        return books.stream()
                .flatMap(own -> own.transfers().sent().stream())
                .anyMatch(
                        transfer ->
                                transfer.terms().transferId().equals(id)
                                        && transfer.state() == Transfer.State.VOIDED);
    }

    private @Nullable Order find(UUID id) {
        for (Books own : books) {
            Order order = own.order(id);
            if (order != null) {
                return order;
            }
        }
        return null;
    }

    private static @Nullable UUID orderId(ClientRecord record) {
        return record.clientOrderId() == null
                ? record.orderId()
                : Ids.orderId(record.trader(), record.clientOrderId());
    }

    private void add(
            String kind,
            ClientRecord record,
            UUID orderId,
            Object expected,
            Object found,
            String does) {
        findings.add(
                2,
                kind,
                Violation.ids(
                        "order_id",
                        orderId,
                        "trader_id",
                        record.trader(),
                        "client_order_id",
                        record.clientOrderId() == null ? "" : record.clientOrderId(),
                        "run",
                        record.run()),
                record.place(),
                expected,
                found,
                "Order " + orderId + " of trader " + record.trader() + ' ' + does);
    }
}
