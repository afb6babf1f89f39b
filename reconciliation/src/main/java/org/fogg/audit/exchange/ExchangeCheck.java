package org.fogg.audit.exchange;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.fogg.audit.exchange.ExchangeRecord.LoggedOn;
import org.fogg.audit.exchange.ExchangeRecord.Malformed;
import org.fogg.audit.exchange.ExchangeRecord.Report;
import org.fogg.audit.fold.Books;
import org.fogg.audit.report.Findings;
import org.fogg.audit.report.Violation;
import org.fogg.audit.wire.Numbering;
import org.fogg.contracts.sbe.ExecutionOutcome;
import org.jspecify.annotations.Nullable;

/** One exchange's journal: sound in itself, and its fills equal to the georegions' trades. */
public final class ExchangeCheck {

    /** Broker groups of the load generator's bare floor; their executions are nobody's orders. */
    private static final String FLOOR = "floor.";

    private final int exchangeId;
    private final String topic;
    private final Map<String, Books> books;
    private final Set<Integer> stocks;
    private final Findings findings;
    private final FillCheck fills;
    private final Numbering executions = new Numbering();
    private final Map<Session, Numbering> reports = new HashMap<>();
    private final Map<Session, Long> epochs = new HashMap<>();
    private final Set<Attempt> attempts = new HashSet<>();
    private long fillCount;

    /**
     * Checks an exchange's journal from its first record on.
     *
     * @param topic where the journal is
     * @param stocks the stocks the exchange lists
     * @param books of each georegion, by its name, which is its broker group
     */
    public ExchangeCheck(
            int exchangeId,
            String topic,
            Set<Integer> stocks,
            Map<String, Books> books,
            Findings findings) {
        this.exchangeId = exchangeId;
        this.topic = topic;
        this.stocks = stocks;
        this.books = books;
        this.findings = findings;
        this.fills = new FillCheck(topic, findings);
    }

    /** Takes the next record. */
    public void record(ExchangeRecord record) {
        if (record instanceof Report report) {
            report(report);
        } else if (record instanceof LoggedOn loggedOn) {
            loggedOn(loggedOn);
        } else if (record instanceof Malformed malformed) {
            findings.add(
                    1,
                    "exchange-record-malformed",
                    Violation.ids("exchange_id", exchangeId, "offset", malformed.offset()),
                    where(malformed),
                    "an execution report, a log-on or a stock's state",
                    malformed.problem(),
                    "Record " + malformed.offset() + " cannot be read: " + malformed.problem());
        }
    }

    /** How many fills the audited georegions' orders had so far. */
    public long fillCount() {
        return fillCount;
    }

    private void report(Report report) {
        boolean filled = report.outcome() == ExecutionOutcome.FILLED;
        if (filled && !executions.take(report.executionId())) {
            add(
                    "execution-id-repeated",
                    report,
                    "a new number",
                    report.executionId(),
                    "has an execution id that was there before");
        }
        if (report.group().startsWith(FLOOR)) {
            return;
        }
        Books own = books.get(report.group());
        if (own == null) {
            add(
                    "execution-group-unknown",
                    report,
                    "one of " + books.keySet(),
                    report.group(),
                    "belongs to no georegion");
            return;
        }
        numbered(report);
        fenced(report);
        content(report, filled);
        if (filled) {
            fillCount++;
            fills.fill(report, own);
        } else {
            fills.noFill(report, own);
        }
    }

    private void numbered(Report report) {
        boolean numbered =
                switch (report.outcome()) {
                    case FILLED, REFUSED, VOIDED -> true;
                    case FENCED, INVALID, NULL_VAL -> false;
                };
        if (!numbered) {
            return;
        }
        Session session = new Session(report.group(), report.shard());
        if (!reports.computeIfAbsent(session, key -> new Numbering()).take(report.report())) {
            add(
                    "report-number-repeated",
                    report,
                    "a new number",
                    report.report(),
                    "has a report number that was there before");
        }
        Attempt attempt =
                new Attempt(report.group(), report.orderId(), report.epoch(), report.attempt());
        if (!attempts.add(attempt)) {
            add(
                    "attempt-repeated",
                    report,
                    "one outcome",
                    report.outcome(),
                    "is a second outcome of the same attempt");
        }
    }

    private void fenced(Report report) {
        long epoch = epochs.getOrDefault(new Session(report.group(), report.shard()), 0L);
        boolean executed =
                report.outcome() == ExecutionOutcome.FILLED
                        || report.outcome() == ExecutionOutcome.REFUSED;
        if (executed) {
            unknownOwner(report, epoch);
        }
        if (executed && report.epoch() < epoch) {
            findings.add(
                    9,
                    "execution-of-former-owner",
                    ids(report),
                    where(report),
                    "epoch " + epoch + " or later",
                    "epoch " + report.epoch(),
                    named(report) + " was done for a former owner after the next one's log-on");
        }
    }

    private void unknownOwner(Report report, long epoch) {
        if (report.epoch() > epoch) {
            findings.add(
                    9,
                    "execution-without-log-on",
                    ids(report),
                    where(report),
                    "a log-on with epoch " + report.epoch(),
                    "the last one has epoch " + epoch,
                    named(report) + " was done for an owner that has not logged on");
        }
    }

    private void loggedOn(LoggedOn loggedOn) {
        Session session = new Session(loggedOn.group(), loggedOn.shard());
        long before = epochs.getOrDefault(session, 0L);
        if (loggedOn.epoch() < before) {
            findings.add(
                    9,
                    "log-on-of-former-owner",
                    Violation.ids(
                            "exchange_id",
                            exchangeId,
                            "shard",
                            loggedOn.shard(),
                            "epoch",
                            loggedOn.epoch()),
                    where(loggedOn),
                    "epoch " + before + " or later",
                    "epoch " + loggedOn.epoch(),
                    "A former owner of shard "
                            + loggedOn.shard()
                            + " logged on to exchange "
                            + exchangeId
                            + " after the next one");
        }
        epochs.merge(session, loggedOn.epoch(), Math::max);
    }

    private void content(Report report, boolean filled) {
        if (report.exchangeId() != exchangeId || !stocks.contains(report.terms().stockId())) {
            add(
                    "execution-of-another-exchange",
                    report,
                    "exchange " + exchangeId + " and its stocks",
                    "exchange " + report.exchangeId() + ", stock " + report.terms().stockId(),
                    "belongs to another exchange");
        }
        if (!filled && (report.executionId() != 0 || report.quantity() != 0)) {
            add(
                    "execution-outcome-wrong",
                    report,
                    "no execution id, no quantity",
                    report.executionId() + ", " + report.quantity(),
                    "is " + report.outcome() + " but says that it traded");
        }
        if (!report.clientOrderFits()) {
            add(
                    "execution-client-order-wrong",
                    report,
                    "the client order id of order " + report.orderId(),
                    "another",
                    "names another client order id than its order's");
        }
    }

    /** To be called after the last record. */
    public void end() {
        gaps("execution-gap", null, executions, "executions");
        reports.forEach(
                (session, numbering) ->
                        gaps("report-gap", session, numbering, "reports to " + session));
        books.values().forEach(this::marks);
    }

    private void gaps(String kind, @Nullable Session session, Numbering numbering, String what) {
        numbering
                .gaps()
                .forEach(
                        (from, to) ->
                                findings.add(
                                        1,
                                        kind,
                                        Violation.ids(
                                                "exchange_id",
                                                exchangeId,
                                                "shard",
                                                session == null ? "all" : session.shard(),
                                                "from",
                                                from,
                                                "to",
                                                to),
                                        topic,
                                        from + " to " + to,
                                        "nothing",
                                        "The journal of exchange "
                                                + exchangeId
                                                + " lacks the "
                                                + what
                                                + " numbered "
                                                + from
                                                + " to "
                                                + to));
    }

    private void marks(Books own) {
        for (int shard = 0; shard < own.shards(); shard++) {
            var chain = own.chain(shard);
            long mark = chain == null ? 0 : chain.exchangeMarks().getOrDefault(exchangeId, 0L);
            Numbering numbering = reports.get(new Session(own.georegion(), shard));
            long highest = numbering == null ? 0 : numbering.highest();
            if (mark > highest) {
                findings.add(
                        1,
                        "report-gap",
                        Violation.ids(
                                "exchange_id",
                                exchangeId,
                                "shard",
                                shard,
                                "from",
                                highest + 1,
                                "to",
                                mark),
                        topic,
                        "reports up to " + mark,
                        "reports up to " + highest,
                        "Shard "
                                + shard
                                + " has had reports of exchange "
                                + exchangeId
                                + " up to "
                                + mark
                                + " but the exchange's journal ends with "
                                + highest);
            }
        }
    }

    private void add(String kind, Report report, Object expected, Object found, String does) {
        findings.add(
                1, kind, ids(report), where(report), expected, found, named(report) + ' ' + does);
    }

    static Map<String, String> ids(Report report) {
        return Violation.ids(
                "order_id",
                report.orderId(),
                "exchange_id",
                report.exchangeId(),
                "execution_id",
                report.executionId(),
                "shard",
                report.shard(),
                "epoch",
                report.epoch(),
                "attempt",
                report.attempt());
    }

    static String named(Report report) {
        String what =
                report.outcome() == ExecutionOutcome.FILLED
                        ? "Execution " + report.executionId()
                        : "Report " + report.report() + " to shard " + report.shard();
        return what + " of exchange " + report.exchangeId() + " (order " + report.orderId() + ")";
    }

    private String where(ExchangeRecord record) {
        return topic + " offset " + record.offset();
    }

    private record Session(String group, int shard) {
        @Override
        public String toString() {
            return "shard " + shard + " of " + group;
        }
    }

    private record Attempt(String group, UUID orderId, long epoch, int number) {}
}
