package org.fogg.audit.document;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.fogg.audit.fold.Account;
import org.fogg.audit.fold.Books;
import org.fogg.audit.fold.Movement;
import org.fogg.audit.fold.Trade;
import org.fogg.audit.fold.Witnessed.Ledger;
import org.fogg.audit.report.Differences;
import org.fogg.audit.report.Findings;
import org.fogg.audit.report.Violation;

/**
 * The documents of a georegion's trades equal its journaled trades, as sets. Whole days that are
 * older than the oldest document have been deleted for their age, and are not compared.
 */
public final class DocumentCheck {

    private static final int PROMISE = 8;
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("yyyy.MM.dd");
    private static final int DAY_LENGTH = 10;

    private final Books books;
    private final Findings findings;
    private String oldestDay = "";

    private DocumentCheck(Books books, Findings findings) {
        this.books = books;
        this.findings = findings;
    }

    /**
     * Compares; what differs goes to the findings.
     *
     * @return whether the documents could be read
     */
    public static boolean run(DocumentSource source, Books books, Findings findings) {
        DocumentCheck check = new DocumentCheck(books, findings);
        boolean read = source.trades(books.georegion(), books.tradeCount(), check::document);
        if (read) {
            check.end();
        }
        return read;
    }

    private void document(DocumentRow row) {
        String day = row.index().substring(Math.max(0, row.index().length() - DAY_LENGTH));
        oldestDay = oldestDay.isEmpty() || day.compareTo(oldestDay) < 0 ? day : oldestDay;
        Trade trade = books.trade(row.exchangeId(), row.executionId());
        if (trade == null) {
            add("document-besides", row, "no document", row, "is of no trade in the journal");
            return;
        }
        if (!trade.witness(Ledger.DOCUMENT)) {
            add("document-doubled", row, "one document", "another", "is not the only one");
        }
        String orderId = trade.order().terms().orderId().toString();
        Differences differences =
                new Differences()
                        .field("order_id", orderId, row.orderId())
                        .field("id", true, row.id().startsWith(orderId + ':'))
                        .field("quantity", trade.quantity(), row.quantity())
                        .field("price", trade.price(), row.price());
        if (!differences.isEmpty()) {
            add(
                    "document-altered",
                    row,
                    differences.expected(),
                    differences.found(),
                    "has another " + differences.names() + " than the journal's trade");
        }
    }

    private void end() {
        for (Trade trade : unseen()) {
            findings.add(
                    PROMISE,
                    "document-missing",
                    ids(trade.order().terms().orderId(), trade.exchangeId(), trade.executionId()),
                    "indices fogg-trades-*",
                    "a document",
                    "none",
                    "Trade "
                            + trade.executionId()
                            + " of exchange "
                            + trade.exchangeId()
                            + " (order "
                            + trade.order().terms().orderId()
                            + ") is in "
                            + books.table("journal")
                            + " but cannot be searched for");
        }
    }

    private List<Trade> unseen() {
        List<Trade> unseen = new ArrayList<>();
        for (Account account : books.accounts()) {
            for (Movement movement : account.movements()) {
                if (movement instanceof Trade trade
                        && !trade.isIn(Ledger.DOCUMENT)
                        && day(trade).compareTo(oldestDay) >= 0) {
                    unseen.add(trade);
                }
            }
        }
        return unseen;
    }

    private static String day(Trade trade) {
        Instant at = Instant.ofEpochSecond(0, trade.at());
        return LocalDate.ofInstant(at, ZoneOffset.UTC).format(DAY);
    }

    private void add(String kind, DocumentRow row, Object expected, Object found, String does) {
        findings.add(
                PROMISE,
                kind,
                ids(row.orderId(), row.exchangeId(), row.executionId()),
                row.index() + '/' + row.id(),
                expected,
                found,
                "The document " + row.id() + ' ' + does);
    }

    private static Map<String, String> ids(Object orderId, int exchangeId, long executionId) {
        return Violation.ids(
                "order_id", orderId, "exchange_id", exchangeId, "execution_id", executionId);
    }
}
