package org.fogg.audit.fold;

import java.util.Map;
import org.fogg.audit.fold.Transfer.State;
import org.fogg.audit.fold.Transfers.Arrival;
import org.fogg.audit.journal.Decision.TransferApplied;
import org.fogg.audit.journal.Decision.TransferHeld;
import org.fogg.audit.report.Findings;
import org.fogg.audit.report.Violation;
import org.jspecify.annotations.Nullable;

/** Whether sender and receiver of every transfer agree, so that money is never lost or doubled. */
public final class TransferCheck {

    private static final String NOTHING = "nothing";

    private final Map<String, Books> books;
    private final Findings findings;

    private TransferCheck(Map<String, Books> books, Findings findings) {
        this.books = books;
        this.findings = findings;
    }

    /**
     * Compares all georegions' journals with each other.
     *
     * @param books by georegion
     */
    public static void run(Map<String, Books> books, Findings findings) {
        TransferCheck check = new TransferCheck(books, findings);
        for (Books own : books.values()) {
            own.transfers().sent().forEach(transfer -> check.sent(own, transfer));
            own.transfers().applied().forEach((arrival, came) -> check.came(own, arrival, came));
        }
        check.sum();
    }

    private void sent(Books own, Transfer transfer) {
        TransferHeld terms = transfer.terms();
        Arrival arrival = new Arrival(own.georegion(), transfer.shard(), terms.number());
        Books destination = books.get(terms.destination());
        TransferApplied came =
                destination == null ? null : destination.transfers().findApplied(arrival);
        if (transfer.state() == State.APPLIED && came == null) {
            add("transfer-lost", own, arrival, terms, "applied in " + terms.destination(), NOTHING);
        } else if (transfer.state() == State.VOIDED && came != null) {
            add("transfer-doubled", own, arrival, terms, NOTHING, came);
        } else if (transfer.state() == State.HELD && came != null) {
            add("transfer-unsent", own, arrival, terms, NOTHING, came);
        } else if (came != null && !isOf(terms, came)) {
            add("transfer-altered", own, arrival, terms, terms, came);
        }
    }

    private static boolean isOf(TransferHeld terms, TransferApplied came) {
        return terms.amount() == came.amount()
                && terms.traderId().equals(came.traderId())
                && terms.transferId().equals(came.transferId());
    }

    private void came(Books own, Arrival arrival, TransferApplied came) {
        Transfer transfer = transfer(arrival);
        if (transfer == null || !transfer.terms().destination().equals(own.georegion())) {
            findings.add(
                    3,
                    "transfer-from-nowhere",
                    ids(arrival, came.transferId()),
                    own.table("journal"),
                    "a transfer in the journal of " + arrival.sender(),
                    NOTHING,
                    "Money came to trader " + came.traderId() + " that nobody sent");
        }
    }

    private @Nullable Transfer transfer(Arrival arrival) {
        Books sender = books.get(arrival.sender());
        return sender == null ? null : sender.transfers().find(arrival.shard(), arrival.number());
    }

    /** What is abroad for all sums up to what came but is not known to have come. */
    private void sum() {
        long abroad = 0;
        long unsettled = 0;
        for (Books own : books.values()) {
            abroad += own.transfers().abroad();
            for (Map.Entry<Arrival, TransferApplied> each : own.transfers().applied().entrySet()) {
                Transfer transfer = transfer(each.getKey());
                if (transfer != null && transfer.isOpen()) {
                    unsettled += each.getValue().amount();
                }
            }
        }
        if (abroad != -unsettled) {
            findings.add(
                    3,
                    "sum-wrong",
                    Violation.ids("sum", "abroad of all georegions"),
                    "journal",
                    -unsettled,
                    abroad,
                    "Money between georegions does not add up: abroad is "
                            + abroad
                            + ", not "
                            + -unsettled);
        }
    }

    private void add(
            String kind,
            Books own,
            Arrival arrival,
            TransferHeld terms,
            Object expected,
            Object found) {
        findings.add(
                3,
                kind,
                ids(arrival, terms.transferId()),
                own.table("journal"),
                expected,
                found,
                "The georegions do not agree on transfer "
                        + terms.transferId()
                        + " of trader "
                        + terms.traderId()
                        + " to "
                        + terms.destination());
    }

    private static Map<String, String> ids(Arrival arrival, Object id) {
        return Violation.ids(
                "id",
                id,
                "sender",
                arrival.sender(),
                "shard",
                arrival.shard(),
                "number",
                arrival.number());
    }
}
