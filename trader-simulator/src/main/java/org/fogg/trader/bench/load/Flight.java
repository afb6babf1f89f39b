package org.fogg.trader.bench.load;

import java.util.UUID;
import org.fogg.trader.bench.client.HttpCall;
import org.fogg.trader.bench.client.HttpReply;
import org.fogg.trader.bench.measure.Crossing;
import org.fogg.trader.bench.measure.OperationStats.Outcome;
import org.fogg.trader.bench.mix.Operation;
import org.fogg.trader.bench.mix.OrderForm;
import org.fogg.trader.bench.mix.PlannedOp;
import org.fogg.trader.bench.mix.Stock;
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
    private final @Nullable Crossing crossing;
    private final long distanceNanos;
    private final Ending ending;
    private final @Nullable Change change;
    private final @Nullable Trader trader;
    private long firstSentAt;
    private long sentAt;
    private int attempts;

    /**
     * A request to be sent.
     *
     * @param change null when it only reads
     * @param stock whose order it is about; null when about none
     */
    Flight(
            PlannedOp op,
            Operation operation,
            boolean counted,
            @Nullable Trader trader,
            HttpCall call,
            @Nullable Change change,
            @Nullable Stock stock,
            Ending ending) {
        this.op = op;
        this.operation = operation;
        this.counted = counted;
        this.trader = trader;
        this.call = call;
        this.change = change;
        this.ending = ending;
        crossing = crossing(trader, stock);
        distanceNanos = distance(operation, trader, stock);
    }

    private static @Nullable Crossing crossing(@Nullable Trader trader, @Nullable Stock stock) {
        return trader == null || stock == null || !trader.isAbroad(stock)
                ? null
                : new Crossing(trader.home(), stock.georegion());
    }

    /** A market order is answered only when the exchange has been asked. */
    private static long distance(
            Operation operation, @Nullable Trader trader, @Nullable Stock stock) {
        long toBroker = trader == null ? 0 : trader.roundTripNanos();
        return operation == Operation.MARKET && stock != null
                ? toBroker + stock.exchangeNanos()
                : toBroker;
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

    /** From where to where, when it is about a stock of another georegion; else null. */
    @Nullable Crossing crossing() {
        return crossing;
    }

    /** How long its messages are under way within the georegion, there and back. */
    long distanceNanos() {
        return distanceNanos;
    }

    /** Round trip between its trader and the brokers. */
    long roundTripNanos() {
        return trader == null ? 0 : trader.roundTripNanos();
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
