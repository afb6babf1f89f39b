package org.fogg.trader.bench.mix;

import java.util.UUID;

/** An order of a simulated trader that is not known to be closed. Not thread-safe. */
public final class OwnOrder {

    private final UUID id;
    private final String clientOrderId;
    private final OrderForm form;
    private final long sentAt;
    private long filled;
    private boolean canceling;

    OwnOrder(UUID id, String clientOrderId, OrderForm form, long sentAt) {
        this.id = id;
        this.clientOrderId = clientOrderId;
        this.form = form;
        this.sentAt = sentAt;
    }

    /** The order's id. */
    public UUID id() {
        return id;
    }

    /** What its trader calls it. */
    public String clientOrderId() {
        return clientOrderId;
    }

    /** What was asked for. */
    public OrderForm form() {
        return form;
    }

    long sentAt() {
        return sentAt;
    }

    long remaining() {
        return form.quantity() - filled;
    }

    /** Takes the shares filled so far; returns how many of them are news. */
    long fill(long filledSoFar) {
        long news = Math.max(0, filledSoFar - filled);
        filled += news;
        return news;
    }

    boolean isCanceling() {
        return canceling;
    }

    void cancel() {
        canceling = true;
    }
}
