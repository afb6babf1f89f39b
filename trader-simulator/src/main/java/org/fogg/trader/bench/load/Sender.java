package org.fogg.trader.bench.load;

import java.util.LinkedHashSet;
import java.util.Set;
import org.fogg.trader.bench.client.HttpCall;
import org.fogg.trader.bench.client.HttpReply;
import org.fogg.trader.bench.client.Replies;
import org.fogg.trader.bench.load.Flight.Change;
import org.fogg.trader.bench.measure.GeneratorHealth;
import org.fogg.trader.bench.measure.OperationStats;
import org.fogg.trader.bench.measure.OperationStats.Outcome;
import org.fogg.trader.bench.measure.Problems;
import org.fogg.trader.bench.mix.Operation;
import org.fogg.trader.bench.mix.OrderForm;
import tools.jackson.core.JacksonException;

/**
 * Sends requests over the distance of their traders, and repeats those that may change state and
 * whose outcome is unknown, with the same ids and growing pauses, until there is an answer or
 * patience ends. Never waits.
 */
final class Sender {

    private static final long FIRST_PAUSE_NANOS = 100_000_000;

    private final RepeatLane repeats;
    private final EventLoop loop;
    private final Times times;
    private final Generator.Caller caller;
    private final RequestLog log;
    private final OperationStats stats;
    private final GeneratorHealth health;
    private final Problems problems;
    private final Patience patience;
    private final AcceptedListener accepted;
    private final Set<Flight> unanswered = new LinkedHashSet<>();

    Sender(
            EventLoop loop,
            Times times,
            Generator.Caller caller,
            RequestLog log,
            OperationStats stats,
            GeneratorHealth health,
            Problems problems,
            Patience patience,
            AcceptedListener accepted) {
        this.loop = loop;
        this.times = times;
        this.caller = caller;
        this.log = log;
        this.stats = stats;
        this.health = health;
        this.problems = problems;
        this.patience = patience;
        repeats = new RepeatLane(patience.repeatsAtOnce());
        this.accepted = accepted;
    }

    /** Sends a request for the first time. */
    void send(Flight flight) {
        if (flight.isCounted()) {
            stats.sent(flight.operation(), flight.crossing());
        }
        if (health.inFlight() >= patience.mostUnderWay()) {
            health.unsent();
            end(flight, HttpReply.failed("too many requests under way", times.now()));
            return;
        }
        health.begin();
        call(flight);
    }

    /** Records the requests that will not be answered any more, as of unknown outcome. */
    void abandon() {
        HttpReply none = HttpReply.failed("the load ended before its answer", times.now());
        unanswered.forEach(flight -> log.add(flight, none));
        unanswered.clear();
    }

    private void call(Flight flight) {
        unanswered.add(flight);
        HttpCall call = flight.send(times.now());
        long roundTrip = flight.roundTripNanos();
        if (roundTrip == 0) {
            caller.call(call, reply -> loop.submit(() -> answered(flight, reply)));
            return;
        }
        // Half the way there, the other half back.
        long back = roundTrip - roundTrip / 2;
        loop.at(
                flight.sentAt() + roundTrip / 2,
                () ->
                        caller.call(
                                call,
                                reply -> loop.submit(() -> arrives(flight, reply.later(back)))));
    }

    private void arrives(Flight flight, HttpReply reply) {
        loop.at(reply.doneAt(), () -> answered(flight, reply));
    }

    private void answered(Flight flight, HttpReply reply) {
        unanswered.remove(flight);
        log.add(flight, reply);
        boolean done = reply.isOk() && !isPending(flight, reply);
        boolean known = done || reply.isRefused();
        boolean repeated = flight.attempts() > 1;
        long pause = FIRST_PAUSE_NANOS << Math.min(flight.attempts() - 1, patience.mostDoublings());
        long again = times.now() + pause;
        if (done) {
            hear(flight, reply);
        }
        if (!known && flight.change() != null && again - flight.firstSentAt() < patience.nanos()) {
            loop.at(again, () -> repeats.enter(() -> call(flight)));
        } else {
            health.end();
            end(flight, reply);
        }
        if (repeated) {
            repeats.leave();
        }
    }

    /** Only an order on a stock abroad may be; what is unreadable is left to whoever ends it. */
    private static boolean isPending(Flight flight, HttpReply reply) {
        Change change = flight.change();
        boolean order = change != null && change.form() != null;
        if (!order || flight.crossing() == null || !reply.isOk()) {
            return false;
        }
        try {
            return Replies.order(reply.body()).isPending();
        } catch (JacksonException e) {
            return false;
        }
    }

    private void hear(Flight flight, HttpReply reply) {
        Change change = flight.change();
        OrderForm form = change == null ? null : change.form();
        if (change != null && form != null) {
            // A repeated one may have been traded before it was sent this time.
            boolean traded = flight.operation() == Operation.MARKET && flight.attempts() == 1;
            accepted.accepted(
                    form.stock().georegion(),
                    change.trader(),
                    traded,
                    flight.sentAt(),
                    reply.doneAt());
        }
    }

    private void end(Flight flight, HttpReply reply) {
        Outcome outcome;
        String why = reply.failure();
        try {
            outcome = flight.end(reply);
        } catch (JacksonException | NumberFormatException | ArithmeticException e) {
            outcome = Outcome.FAILED;
            why = "unreadable answer: " + e.getMessage();
            flight.op().finish();
        }
        if (outcome == Outcome.FAILED && isPending(flight, reply)) {
            why = "the other georegion has not answered";
        }
        if (outcome != Outcome.OK) {
            String message = why == null ? Replies.error(reply.body()).message() : why;
            problems.count(
                    flight.operation().key(), reply.status(), message == null ? "" : message);
        }
        if (flight.isCounted()) {
            stats.ended(
                    flight.operation(),
                    flight.crossing(),
                    outcome,
                    reply.doneAt() - flight.op().plannedAt(),
                    flight.distanceNanos());
        }
    }
}
