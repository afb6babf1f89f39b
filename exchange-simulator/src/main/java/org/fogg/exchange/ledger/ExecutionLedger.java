package org.fogg.exchange.ledger;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.fogg.contracts.sbe.ExecutionOutcome;
import org.fogg.exchange.ledger.GroupBook.Fills;
import org.fogg.exchange.ledger.GroupBook.ShardBook;
import org.fogg.exchange.message.Attempt;
import org.fogg.exchange.message.ExecuteRequest;
import org.fogg.exchange.message.LogOnRequest;
import org.fogg.exchange.message.LoggedOn;
import org.fogg.exchange.message.Records;
import org.fogg.exchange.message.Report;

/**
 * What one exchange has done with every attempt, and what it will do with the next.
 *
 * <ul>
 *   <li>An attempt (broker group, order, epoch, number) has one outcome for ever: asked again it
 *       gets the same report, byte for byte.
 *   <li>The fills of an order never exceed its quantity.
 *   <li>After a log-on, attempts of earlier epochs of that group and shard are fenced; those
 *       already decided keep their outcome.
 *   <li>The reports of a group's shard are numbered from 1 without gaps.
 * </ul>
 *
 * <p>A decision changes the ledger at once, so the caller must append what is new to the journal in
 * the same order, and drop the ledger when that fails. Folding the journal gives the same ledger.
 * Not thread-safe.
 */
public final class ExecutionLedger {

    private final int exchangeId;
    private final Map<String, GroupBook> groups = new HashMap<>();
    private long executions;

    /** An empty ledger. */
    public ExecutionLedger(int exchangeId) {
        this.exchangeId = exchangeId;
    }

    /**
     * Executes an attempt, or tells what became of it.
     *
     * @param at nanoseconds since the Unix epoch
     */
    public Decision execute(ExecuteRequest request, Quote quote, long at) {
        Attempt attempt = request.attempt();
        GroupBook group = groups.get(attempt.brokerGroup());
        byte[] known = group == null ? null : group.outcome(attempt);
        if (known != null) {
            return known(known);
        }
        Fills fills = group == null ? null : group.fills(attempt.terms().orderId());
        String broken = Rules.broken(request, quote, fills);
        if (broken != null) {
            return unrecorded(request, ExecutionOutcome.INVALID, broken);
        }
        long epoch = group == null ? 0 : group.shard(attempt.shard()).epoch();
        if (attempt.epoch() < epoch) {
            return unrecorded(
                    request, ExecutionOutcome.FENCED, "epoch " + epoch + " has logged on");
        }
        long left = request.attempt().terms().quantity() - (fills == null ? 0 : fills.filled());
        long fillable = Math.min(Math.min(request.quantity(), left), quote.available());
        String refusal = Rules.refusal(request, quote, fillable);
        return refusal == null
                ? fill(request, quote, fillable, at)
                : record(report(request, ExecutionOutcome.REFUSED, 0, 0, 0, quote, at), refusal);
    }

    private Decision fill(ExecuteRequest request, Quote quote, long quantity, long at) {
        return record(
                report(
                        request,
                        ExecutionOutcome.FILLED,
                        executions + 1,
                        quantity,
                        quote.price(),
                        quote,
                        at),
                "");
    }

    private Report report(
            ExecuteRequest request,
            ExecutionOutcome outcome,
            long executionId,
            long quantity,
            long price,
            Quote quote,
            long at) {
        return new Report(
                exchangeId,
                nextNumber(request.attempt()),
                request.attempt(),
                outcome,
                executionId,
                quantity,
                price,
                quote.tickSequence(),
                at,
                request.boundPrice());
    }

    /**
     * Tells what became of an attempt; one that never came is void from now on.
     *
     * @param at nanoseconds since the Unix epoch
     */
    public Decision resolve(Attempt attempt, long at) {
        GroupBook group = groups.get(attempt.brokerGroup());
        byte[] known = group == null ? null : group.outcome(attempt);
        if (known != null) {
            return known(known);
        }
        return record(
                new Report(
                        exchangeId,
                        nextNumber(attempt),
                        attempt,
                        ExecutionOutcome.VOIDED,
                        0,
                        0,
                        0,
                        0,
                        at,
                        0),
                "it never came");
    }

    /**
     * Makes an epoch the shard's latest, unless a later one has logged on.
     *
     * @param at nanoseconds since the Unix epoch
     * @throws UnknownReportsException when the broker has seen more reports than there are
     */
    public LogOnDecision logOn(LogOnRequest request, long at) throws UnknownReportsException {
        ShardBook shard = group(request.brokerGroup()).shard(request.shard());
        if (request.epoch() < shard.epoch()) {
            return new LogOnDecision(false, shard.epoch(), List.of(), null);
        }
        if (request.fromReport() > shard.lastNumber()) {
            throw new UnknownReportsException(
                    "fromReport must be at most "
                            + shard.lastNumber()
                            + ", the last report of shard "
                            + request.shard()
                            + " of "
                            + request.brokerGroup()
                            + ", not "
                            + request.fromReport());
        }
        boolean isNew = request.epoch() > shard.epoch();
        shard.raiseEpoch(request.epoch());
        return new LogOnDecision(
                true,
                request.epoch(),
                shard.reportsAbove(request.fromReport()),
                isNew
                        ? new LoggedOn(request.brokerGroup(), request.shard(), request.epoch(), at)
                        : null);
    }

    /**
     * Folds a report of the journal in.
     *
     * @return false when it contradicts what came before it and so was never answered: it is left
     *     out, by everyone who reads the journal
     */
    public boolean replay(Report report, byte[] encoded) {
        Attempt attempt = report.attempt();
        GroupBook group = group(attempt.brokerGroup());
        boolean fenced =
                attempt.epoch() < group.shard(attempt.shard()).epoch()
                        && report.outcome() != ExecutionOutcome.VOIDED;
        // A late fill of another shard fits by its number, but a later life has used its id.
        boolean idIsUsed =
                report.outcome() == ExecutionOutcome.FILLED && report.executionId() <= executions;
        if (fenced
                || idIsUsed
                || group.outcome(attempt) != null
                || report.number() != nextNumber(attempt)) {
            return false;
        }
        add(group, report, encoded);
        return true;
    }

    /** Folds a log-on of the journal in. */
    public void replay(LoggedOn loggedOn) {
        group(loggedOn.brokerGroup()).shard(loggedOn.shard()).raiseEpoch(loggedOn.epoch());
    }

    /** How many attempts are remembered. */
    public long attempts() {
        return groups.values().stream().mapToLong(GroupBook::attempts).sum();
    }

    /** How many fills there were. */
    public long executions() {
        return executions;
    }

    private Decision record(Report report, String reason) {
        byte[] encoded = Records.encode(report);
        add(group(report.attempt().brokerGroup()), report, encoded);
        return new Decision(encoded, report.outcome(), true, reason);
    }

    private void add(GroupBook group, Report report, byte[] encoded) {
        group.add(report, encoded);
        executions = Math.max(executions, report.executionId());
    }

    private Decision unrecorded(ExecuteRequest request, ExecutionOutcome outcome, String reason) {
        Report report =
                new Report(
                        exchangeId,
                        0,
                        request.attempt(),
                        outcome,
                        0,
                        0,
                        0,
                        0,
                        0,
                        request.boundPrice());
        return new Decision(Records.encode(report), outcome, false, reason);
    }

    private static Decision known(byte[] report) {
        return new Decision(report, Records.outcome(report), false, "");
    }

    private long nextNumber(Attempt attempt) {
        GroupBook group = groups.get(attempt.brokerGroup());
        return group == null ? 1 : group.shard(attempt.shard()).lastNumber() + 1;
    }

    private GroupBook group(String name) {
        return groups.computeIfAbsent(name, each -> new GroupBook());
    }
}
