package org.fogg.broker.shard;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.fogg.broker.exchange.ExchangeClient;
import org.fogg.broker.exchange.ExchangeReply;
import org.fogg.broker.exchange.ExchangeReply.Reported;
import org.fogg.broker.exchange.LogOnOutcome;
import org.fogg.broker.market.Exchange;
import org.fogg.core.engine.ExecutionReport;
import org.fogg.core.engine.ExecutionReport.Outcome;
import org.fogg.core.engine.ExecutionRequest;

/** Exchanges that answer when the test says so; log-ons they answer at once, unless away. */
final class ManualExchanges implements ExchangeClient {

    private final ArrayDeque<Call> calls = new ArrayDeque<>();
    private final ArrayDeque<Call> resolves = new ArrayDeque<>();
    private final List<Reported> unreported = new ArrayList<>();
    private final Set<Integer> away = new HashSet<>();
    private long reports;
    private long executions;

    /** One call that waits for its answer. */
    record Call(Exchange exchange, ExecutionRequest request, Consumer<ExchangeReply> done) {}

    void away(int exchangeId) {
        away.add(exchangeId);
    }

    void back(int exchangeId) {
        away.remove(exchangeId);
    }

    int underWay() {
        return calls.size();
    }

    int resolving() {
        return resolves.size();
    }

    Call take() {
        return calls.removeFirst();
    }

    Call takeResolve() {
        return resolves.removeFirst();
    }

    /** Fills the attempt that came first, wholly, at a price. */
    Reported fill(long price) {
        Call call = take();
        Reported report = filled(call, price);
        call.done().accept(report);
        return report;
    }

    /** What a fill of this call at a price is reported as. */
    Reported filled(Call call, long price) {
        return new Reported(
                ++reports,
                report(call, Outcome.FILLED, ++executions, call.request().quantity(), price));
    }

    /** Refuses the attempt that came first. */
    void refuse() {
        Call call = take();
        call.done().accept(new Reported(++reports, report(call, Outcome.REFUSED, 0, 0, 0)));
    }

    /** What a log-on will tell. */
    void tellAtLogOn(Reported report) {
        unreported.add(report);
    }

    private static ExecutionReport report(
            Call call, Outcome outcome, long executionId, long quantity, long price) {
        ExecutionRequest request = call.request();
        return new ExecutionReport(
                request.terms(),
                request.epoch(),
                request.attempt(),
                outcome,
                call.exchange().id(),
                executionId,
                quantity,
                price,
                request.boundPrice(),
                1);
    }

    @Override
    public void execute(
            Exchange exchange, int shard, ExecutionRequest request, Consumer<ExchangeReply> done) {
        calls.addLast(new Call(exchange, request, done));
    }

    @Override
    public void resolve(
            Exchange exchange, int shard, ExecutionRequest request, Consumer<ExchangeReply> done) {
        resolves.addLast(new Call(exchange, request, done));
    }

    @Override
    public void logOn(
            Exchange exchange,
            int shard,
            long epoch,
            long fromReport,
            Consumer<LogOnOutcome> done) {
        if (away.contains(exchange.id())) {
            done.accept(LogOnOutcome.FAILED);
        } else {
            done.accept(
                    new LogOnOutcome.Accepted(
                            unreported.stream()
                                    .filter(each -> each.number() > fromReport)
                                    .filter(each -> each.report().exchangeId() == exchange.id())
                                    .toList()));
        }
    }

    @Override
    public boolean isAvailable(int exchangeId) {
        return !away.contains(exchangeId);
    }
}
