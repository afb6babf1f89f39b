package org.fogg.audit.fold;

import java.util.UUID;
import org.fogg.audit.wire.Terms;
import org.fogg.contracts.Ids;
import org.fogg.contracts.sbe.OrderStatus;

/** One order and what became of it. Prices in 1/10,000, times in nanoseconds; 0 when absent. */
public final class Order extends Witnessed {

    private final Account account;
    private final Terms terms;
    private final long capPrice;
    private final long acceptedTick;
    private final long acceptedIn;
    private final long createdAt;
    private final UUID replaces;
    private UUID replacedBy = Ids.NONE;
    private OrderStatus status = OrderStatus.NEW;
    private int reason;
    private int orderVersion;
    private long filledQuantity;
    private long filledValue;
    private long filledAtOnce;
    private long filledAt;
    private long closedAt;
    private long version;
    private long updatedAt;
    private long exchangeFilled;
    private long clientSentAt;

    Order(
            Account account,
            Terms terms,
            long capPrice,
            long acceptedTick,
            long acceptedIn,
            long createdAt,
            UUID replaces) {
        this.account = account;
        this.terms = terms;
        this.capPrice = capPrice;
        this.acceptedTick = acceptedTick;
        this.acceptedIn = acceptedIn;
        this.createdAt = createdAt;
        this.replaces = replaces;
    }

    void fill(long sequence, long quantity, long value, long at) {
        if (sequence == acceptedIn) {
            filledAtOnce += quantity;
        }
        filledQuantity = Math.addExact(filledQuantity, quantity);
        filledValue = Math.addExact(filledValue, value);
        if (filledQuantity >= terms.quantity()) {
            status = OrderStatus.FILLED;
            filledAt = at;
            closedAt = at;
        } else {
            status = OrderStatus.PARTIALLY_FILLED;
        }
    }

    void close(OrderStatus how, int why, long at) {
        status = how;
        reason = why;
        closedAt = at;
    }

    void replacedBy(UUID other, long at) {
        replacedBy = other;
        status = OrderStatus.REPLACED;
        closedAt = at;
    }

    void changed(long sequence, long at) {
        orderVersion++;
        version = sequence;
        updatedAt = at;
    }

    /** What a buy holds back now, at its worst price. */
    long reservation() {
        return terms.isBuy() && isOpen() ? Math.multiplyExact(capPrice, leavesQuantity()) : 0;
    }

    /**
     * Adds what the exchange says it filled.
     *
     * @return all it said so far
     */
    public long exchangeFilled(long quantity) {
        exchangeFilled += quantity;
        return exchangeFilled;
    }

    /**
     * Notes when a client says it sent its request.
     *
     * @return when it said so the last time; 0 before the first
     */
    public long clientSentAt(long sentAt) {
        long before = clientSentAt;
        clientSentAt = sentAt;
        return before;
    }

    public Account account() {
        return account;
    }

    public Terms terms() {
        return terms;
    }

    /** The worst price it may trade at. */
    public long capPrice() {
        return capPrice;
    }

    /** Only later ticks trigger it. */
    public long acceptedTick() {
        return acceptedTick;
    }

    public OrderStatus status() {
        return status;
    }

    public boolean isOpen() {
        return status == OrderStatus.NEW || status == OrderStatus.PARTIALLY_FILLED;
    }

    /** Why it was rejected or closed, as a code. */
    public int reason() {
        return reason;
    }

    /** Counts its decisions from 1. */
    public int orderVersion() {
        return orderVersion;
    }

    public long filledQuantity() {
        return filledQuantity;
    }

    /** Shares traded in the very entry that accepted it. */
    public long filledAtOnce() {
        return filledAtOnce;
    }

    /** Shares left to trade. */
    public long leavesQuantity() {
        return terms.quantity() - filledQuantity;
    }

    /** Sum of price times quantity. */
    public long filledValue() {
        return filledValue;
    }

    public long createdAt() {
        return createdAt;
    }

    public long filledAt() {
        return filledAt;
    }

    public long closedAt() {
        return closedAt;
    }

    /** The order it took the place of; {@link Ids#NONE} for none. */
    public UUID replaces() {
        return replaces;
    }

    /** The order that took its place; {@link Ids#NONE} for none. */
    public UUID replacedBy() {
        return replacedBy;
    }

    /** Journal sequence of the last change. */
    public long version() {
        return version;
    }

    /** Time of the last change. */
    public long updatedAt() {
        return updatedAt;
    }
}
