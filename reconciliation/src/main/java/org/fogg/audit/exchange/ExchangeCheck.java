package org.fogg.audit.exchange;

import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.fogg.audit.exchange.ExchangeRecord.Attempt;
import org.fogg.audit.exchange.ExchangeRecord.LoggedOn;
import org.fogg.audit.exchange.ExchangeRecord.Malformed;
import org.fogg.audit.exchange.ExchangeRecord.Report;
import org.fogg.audit.fold.Books;
import org.fogg.audit.journal.ChainCheck;
import org.fogg.audit.report.Findings;
import org.fogg.audit.report.Violation;
import org.fogg.contracts.sbe.ExecutionOutcome;

/**
 * One exchange's journal: sound in itself, and the fills that count equal to the georegions'
 * trades.
 */
public final class ExchangeCheck {

    /** Broker groups of the load generator's bare floor; their executions are nobody's orders. */
    private static final String FLOOR = "floor.";

    private final int exchangeId;
    private final String topic;
    private final Map<String, Books> books;
    private final Set<Integer> stocks;
    private final Findings findings;
    private final FillCheck fills;
    private final Counting counting = new Counting();
    private final Set<Attempt> filled = new HashSet<>();
    private long fillCount;
    private long missed;

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
            counting.loggedOn(loggedOn);
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

    /** How many reports the shards' journals have not taken in; known after {@link #end}. */
    public long missed() {
        return missed;
    }

    private void report(Report report) {
        boolean counts = counting.counts(report);
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
        content(report);
        if (counts) {
            loggedOn(report);
        }
        boolean isFill = report.outcome() == ExecutionOutcome.FILLED;
        if (isFill) {
            once(report);
        }
        if (isFill && counts) {
            fillCount++;
            own.exchangePaid(paid(report));
            fills.fill(report, own);
        } else {
            fills.noFill(report, own);
        }
    }

    private static long paid(Report fill) {
        long value = fill.price() * fill.quantity();
        return fill.terms().isBuy() ? value : -value;
    }

    /** A broker asks for an attempt's execution once, so not even a lost life can fill it again. */
    private void once(Report fill) {
        if (!filled.add(fill.named())) {
            add(
                    "execution-doubled",
                    fill,
                    "one fill of the attempt",
                    "another",
                    "fills an attempt that was filled before");
        }
    }

    private void loggedOn(Report report) {
        long epoch = counting.epoch(report.group(), report.shard());
        if (report.outcome() != ExecutionOutcome.VOIDED && report.epoch() > epoch) {
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

    private void content(Report report) {
        switch (report.outcome()) {
            case FILLED -> {}
            case REFUSED, VOIDED -> untraded(report);
            case FENCED, INVALID, NULL_VAL ->
                    add(
                            "execution-outcome-wrong",
                            report,
                            "FILLED, REFUSED or VOIDED",
                            report.outcome(),
                            "has an outcome that is never recorded");
        }
        if (report.exchangeId() != exchangeId || !stocks.contains(report.terms().stockId())) {
            add(
                    "execution-of-another-exchange",
                    report,
                    "exchange " + exchangeId + " and its stocks",
                    "exchange " + report.exchangeId() + ", stock " + report.terms().stockId(),
                    "belongs to another exchange");
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

    private void untraded(Report report) {
        if (report.executionId() != 0 || report.quantity() != 0) {
            add(
                    "execution-outcome-wrong",
                    report,
                    "no execution id, no quantity",
                    report.executionId() + ", " + report.quantity(),
                    "is " + report.outcome() + " but says that it traded");
        }
    }

    /** To be called after the last record. */
    public void end() {
        books.values().forEach(this::marks);
    }

    private void marks(Books own) {
        for (int shard = 0; shard < own.shards(); shard++) {
            var chain = own.chain(shard);
            missed += chain == null ? 0 : missed(own, chain);
            long mark = chain == null ? 0 : chain.exchangeMarks().getOrDefault(exchangeId, 0L);
            long highest = counting.lastNumber(own.georegion(), shard);
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

    private long missed(Books own, ChainCheck chain) {
        return chain.missed(exchangeId, counting.lastNumber(own.georegion(), chain.shard()));
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
}
