package org.fogg.core.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.fogg.core.engine.ExecutionReport;
import org.fogg.core.engine.ExecutionReport.Outcome;
import org.fogg.core.engine.ExecutionRequest;
import org.fogg.core.order.OrderTerms;
import org.fogg.core.order.Side;
import org.fogg.core.owner.NumberedReport;

/**
 * An exchange as docs/protocols/exchange.md has it, for one shard: an attempt has one outcome for
 * ever, and after a log-on earlier epochs are fenced. It survives everything.
 */
final class SimulatedExchange {

    private final int id;
    private final Random random;
    private final Map<Attempt, NumberedReport> outcomes = new HashMap<>();
    private final Map<UUID, Long> filled = new HashMap<>();
    private final List<NumberedReport> reports = new ArrayList<>();
    private final Map<Integer, Quote> quotes = new HashMap<>();
    private final Map<Long, ExecutionReport> executions = new HashMap<>();
    private long epoch;

    /** Whether it answers nobody. */
    boolean away;

    private record Attempt(UUID orderId, long epoch, int number) {}

    private record Quote(long price, long sequence) {}

    SimulatedExchange(int id, Random random) {
        this.id = id;
        this.random = random;
    }

    int id() {
        return id;
    }

    void quote(int stockId, long price, long sequence) {
        quotes.put(stockId, new Quote(price, sequence));
    }

    /** By execution id. */
    Map<Long, ExecutionReport> executions() {
        return executions;
    }

    /** The report; null when the attempt is fenced. */
    NumberedReport execute(ExecutionRequest request) {
        Attempt attempt = attempt(request);
        NumberedReport known = outcomes.get(attempt);
        if (known != null) {
            return known;
        }
        if (request.epoch() < epoch) {
            return null;
        }
        OrderTerms terms = request.terms();
        Quote quote = quotes.get(terms.stockId());
        long before = filled.getOrDefault(terms.orderId(), 0L);
        assertThat(before + request.quantity())
                .as("shares asked for of order %s", terms)
                .isLessThanOrEqualTo(terms.quantity());
        boolean within =
                terms.side() == Side.BUY
                        ? quote.price() <= request.boundPrice()
                        : quote.price() >= request.boundPrice();
        if (!within || random.nextInt(20) == 0) {
            return record(attempt, report(request, Outcome.REFUSED, 0, 0, 0, quote.sequence()));
        }
        long quantity =
                request.allOrNone() || random.nextInt(4) > 0
                        ? request.quantity()
                        : 1 + random.nextLong(request.quantity());
        filled.put(terms.orderId(), before + quantity);
        long execution = executions.size() + 1;
        ExecutionReport report =
                report(
                        request,
                        Outcome.FILLED,
                        execution,
                        quantity,
                        quote.price(),
                        quote.sequence());
        executions.put(execution, report);
        return record(attempt, report);
    }

    /** What became of an attempt; one that never came is void from now on. */
    NumberedReport resolve(ExecutionRequest request) {
        Attempt attempt = attempt(request);
        NumberedReport known = outcomes.get(attempt);
        return known != null ? known : record(attempt, report(request, Outcome.VOIDED, 0, 0, 0, 0));
    }

    /** The reports above the mark; null when a later epoch has logged on. */
    List<NumberedReport> logOn(long newEpoch, long fromReport) {
        if (newEpoch < epoch) {
            return null;
        }
        epoch = newEpoch;
        return List.copyOf(reports.subList(Math.toIntExact(fromReport), reports.size()));
    }

    private NumberedReport record(Attempt attempt, ExecutionReport report) {
        NumberedReport numbered = new NumberedReport(reports.size() + 1, report);
        reports.add(numbered);
        outcomes.put(attempt, numbered);
        return numbered;
    }

    private static Attempt attempt(ExecutionRequest request) {
        return new Attempt(request.terms().orderId(), request.epoch(), request.attempt());
    }

    private ExecutionReport report(
            ExecutionRequest request,
            Outcome outcome,
            long execution,
            long quantity,
            long price,
            long tick) {
        return new ExecutionReport(
                request.terms(),
                request.epoch(),
                request.attempt(),
                outcome,
                id,
                execution,
                quantity,
                price,
                request.boundPrice(),
                tick);
    }
}
