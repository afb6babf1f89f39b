package org.fogg.trader.bench.load;

import java.util.UUID;
import org.fogg.trader.bench.client.HttpCall;
import org.fogg.trader.bench.client.HttpReply;
import org.fogg.trader.bench.measure.OperationStats.Outcome;
import org.fogg.trader.bench.mix.Operation;
import org.fogg.trader.bench.mix.OrderForm;
import org.fogg.trader.bench.mix.PlannedOp;
import org.fogg.trader.bench.mix.Trader;
import org.jspecify.annotations.Nullable;

/** A request under way, with all its repetitions. Not thread-safe. */
final class Flight {

    /** What is done with the last answer. */
    interface Ending {

        /** Takes it, and says how the operation ended. */
        Outcome end(HttpReply reply);
    }

    private final PlannedOp op;
    private final Operation operation;
    private final HttpCall call;
    private final boolean counted;
    private final Ending ending;
    private final @Nullable Change change;
    private final @Nullable Trader trader;
    private long firstSentAt;
    private long sentAt;
    private int attempts;

    /** A request to be sent; {@code change} is null when it only reads. */
    Flight(
            PlannedOp op,
            Operation operation,
            boolean counted,
            @Nullable Trader trader,
            HttpCall call,
            @Nullable Change change,
            Ending ending) {
        this.op = op;
        this.operation = operation;
        this.counted = counted;
        this.trader = trader;
        this.call = call;
        this.change = change;
        this.ending = ending;
    }

    /** Notes that it is sent, perhaps again; returns the request to send. */
    HttpCall send(long now) {
        if (attempts == 0) {
            firstSentAt = now;
        }
        sentAt = now;
        HttpCall next = trader == null ? call : call.to(trader.broker(attempts));
        attempts++;
        return next;
    }

    PlannedOp op() {
        return op;
    }

    Operation operation() {
        return operation;
    }

    boolean isCounted() {
        return counted;
    }

    @Nullable Change change() {
        return change;
    }

    long firstSentAt() {
        return firstSentAt;
    }

    long sentAt() {
        return sentAt;
    }

    /** How often it was sent. */
    int attempts() {
        return attempts;
    }

    Outcome end(HttpReply reply) {
        return ending.end(reply);
    }

    /**
     * What a request may change, for the client's record.
     *
     * @param op as in {@link org.fogg.trader.bench.client.ClientRecord}
     * @param amount decimal text
     */
    record Change(
            String op,
            UUID trader,
            @Nullable UUID orderId,
            @Nullable String clientOrderId,
            @Nullable OrderForm form,
            @Nullable String amount) {

        static Change place(Trader trader, String clientOrderId, OrderForm form) {
            return new Change("place", trader.id(), null, clientOrderId, form, null);
        }

        static Change cancel(Trader trader, UUID orderId) {
            return new Change("cancel", trader.id(), orderId, null, null, null);
        }

        static Change replace(Trader trader, String clientOrderId, OrderForm form) {
            return new Change("replace", trader.id(), null, clientOrderId, form, null);
        }

        static Change payment(String op, UUID trader, String amount) {
            return new Change(op, trader, null, null, null, amount);
        }
    }
}
