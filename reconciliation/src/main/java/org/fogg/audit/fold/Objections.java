package org.fogg.audit.fold;

import java.util.UUID;
import org.fogg.audit.journal.Place;
import org.fogg.audit.report.Findings;
import org.fogg.audit.report.Violation;

/** Words the fold's findings: who, at which place of the journal, does what. */
final class Objections {

    private final Books books;
    private final Findings findings;

    Objections(Books books, Findings findings) {
        this.books = books;
        this.findings = findings;
    }

    /** About an order that does something it may not. */
    void order(int promise, String kind, Place place, UUID orderId, String does) {
        findings.add(
                promise,
                kind,
                Violation.ids(
                        "order_id", orderId, "shard", place.shard(), "sequence", place.sequence()),
                where(place),
                "an order that may",
                does,
                "Order " + orderId + ' ' + does + at(place));
    }

    /** About an order with a value that a rule forbids. */
    void order(
            int promise,
            String kind,
            Place place,
            UUID orderId,
            String does,
            Object expected,
            Object found) {
        findings.add(
                promise,
                kind,
                Violation.ids(
                        "order_id", orderId, "shard", place.shard(), "sequence", place.sequence()),
                where(place),
                expected,
                found,
                "Order " + orderId + ' ' + does + at(place));
    }

    /** About money between georegions. */
    void transfer(String kind, Place place, UUID id, Object expected, Object found) {
        findings.add(
                3,
                kind,
                Violation.ids("id", id, "shard", place.shard(), "sequence", place.sequence()),
                where(place),
                expected,
                found,
                "A decision about the transfer " + id + " may not be" + at(place));
    }

    void trader(int promise, String kind, Place place, UUID traderId, String does) {
        findings.add(
                promise,
                kind,
                Violation.ids(
                        "trader_id",
                        traderId,
                        "shard",
                        place.shard(),
                        "sequence",
                        place.sequence()),
                where(place),
                "one account, opened once, in its shard",
                does,
                "The account of trader " + traderId + ' ' + does + at(place));
    }

    void account(int promise, String kind, Place place, Account account, String does) {
        findings.add(
                promise,
                kind,
                Violation.ids(
                        "trader_id",
                        account.traderId(),
                        "shard",
                        place.shard(),
                        "sequence",
                        place.sequence()),
                where(place),
                "nothing negative, nothing twice",
                does,
                "Trader " + account.traderId() + ' ' + does + at(place));
    }

    void execution(Place place, Trade trade, String does) {
        findings.add(
                1,
                "trade-doubled",
                Violation.ids(
                        "order_id",
                        trade.order().terms().orderId(),
                        "exchange_id",
                        trade.exchangeId(),
                        "execution_id",
                        trade.executionId(),
                        "shard",
                        place.shard(),
                        "sequence",
                        place.sequence()),
                where(place),
                "one trade",
                "another",
                "Execution "
                        + trade.executionId()
                        + " of exchange "
                        + trade.exchangeId()
                        + ' '
                        + does
                        + ", and again"
                        + at(place));
    }

    private String where(Place place) {
        return books.table("journal") + ' ' + place;
    }

    private static String at(Place place) {
        return " (shard " + place.shard() + ", sequence " + place.sequence() + ")";
    }
}
