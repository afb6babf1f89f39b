package org.fogg.audit.report;

import java.util.Collection;
import java.util.Set;

/** Which kinds of violation mean "twice" and which "lost". */
public final class Kinds {

    private static final Set<String> DUPLICATES =
            Set.of(
                    "account-repeated",
                    "client-record-doubled",
                    "execution-beyond-quantity",
                    "execution-doubled",
                    "journal-sequence-repeated",
                    "ledger-line-doubled",
                    "ledger-line-surplus",
                    "order-doubled",
                    "order-never-sent",
                    "order-not-open",
                    "order-repeated",
                    "order-surplus",
                    "payment-never-sent",
                    "payment-repeated",
                    "trade-beyond-quantity",
                    "trade-doubled",
                    "trade-surplus");

    private static final Set<String> LOST =
            Set.of(
                    "account-missing",
                    "execution-missing",
                    "execution-without-order",
                    "holding-missing",
                    "journal-gap",
                    "ledger-line-missing",
                    "order-lost",
                    "order-missing",
                    "order-told-wrongly",
                    "payment-lost",
                    "report-gap",
                    "trade-missing");

    private Kinds() {}

    /** How many of them say that something happened or was recorded twice. */
    public static long duplicates(Collection<Violation> violations) {
        return count(violations, DUPLICATES);
    }

    /** How many of them say that something acknowledged, executed or paid is missing. */
    public static long lost(Collection<Violation> violations) {
        return count(violations, LOST);
    }

    private static long count(Collection<Violation> violations, Set<String> kinds) {
        return violations.stream().filter(each -> kinds.contains(each.kind())).count();
    }
}
