package org.fogg.audit.client;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.fogg.audit.fold.Account;
import org.fogg.audit.fold.Books;
import org.fogg.audit.fold.Movement;
import org.fogg.audit.fold.Payment;
import org.fogg.audit.report.Findings;
import org.fogg.audit.report.Violation;

/**
 * Opened accounts and deposits against the books. A record has no command id, so payments of one
 * trader are compared by their number for each amount.
 */
final class PaymentCheck {

    private final Collection<Books> books;
    private final Findings findings;
    private final Map<Key, Count> counts = new HashMap<>();
    private final Set<UUID> paid = new HashSet<>();
    private final Set<UUID> opened = new HashSet<>();

    PaymentCheck(Collection<Books> books, Findings findings) {
        this.books = books;
        this.findings = findings;
    }

    void record(ClientRecord record) {
        boolean opening = record.op().equals("open");
        if (record.isRefused()) {
            return;
        }
        paid.add(record.trader());
        if (opening) {
            opened.add(record.trader());
        }
        BigDecimal amount = record.amount() == null ? BigDecimal.ZERO : record.amount();
        Key key = new Key(record.trader(), opening, amount.movePointRight(4).stripTrailingZeros());
        Count count = counts.computeIfAbsent(key, k -> new Count());
        if (record.isDone()) {
            count.done++;
        } else {
            count.unsure++;
        }
    }

    /** Whether a client's record says, or may mean, that it opened this trader's account. */
    boolean hasOpened(UUID traderId) {
        return opened.contains(traderId);
    }

    void end() {
        for (Books own : books) {
            for (Account account : own.accounts()) {
                if (!paid.contains(account.traderId())) {
                    continue;
                }
                for (Movement movement : account.movements()) {
                    if (movement instanceof Payment payment && !isOfTransfer(own, payment)) {
                        counts.computeIfAbsent(key(payment), k -> new Count()).journaled++;
                    }
                }
            }
        }
        counts.forEach(this::compare);
    }

    /** An account in another georegion is opened by the first money that comes, not by a client. */
    private static boolean isOfTransfer(Books own, Payment payment) {
        return payment.isOpening() && own.transfers().hasCome(payment.commandId());
    }

    private static Key key(Payment payment) {
        return new Key(
                payment.account().traderId(),
                payment.isOpening(),
                BigDecimal.valueOf(payment.amount()).stripTrailingZeros());
    }

    private void compare(Key key, Count count) {
        boolean lost = count.journaled < count.done;
        boolean surplus =
                opened.contains(key.trader()) && count.journaled > count.done + count.unsure;
        if (lost || surplus) {
            findings.add(
                    lost ? 2 : 6,
                    lost ? "payment-lost" : "payment-never-sent",
                    Violation.ids(
                            "trader_id", key.trader(), "amount", key.amount().toPlainString()),
                    "the client's records",
                    count.done + " acknowledged, " + count.unsure + " without an answer",
                    count.journaled + " in the journal",
                    "Trader "
                            + key.trader()
                            + (key.opening() ? " opened an account with " : " deposited ")
                            + key.amount().toPlainString()
                            + (lost
                                    ? " more often than the journal has it"
                                    : " less often than the journal has it"));
        }
    }

    private record Key(UUID trader, boolean opening, BigDecimal amount) {}

    private static final class Count {
        private int done;
        private int unsure;
        private int journaled;
    }
}
