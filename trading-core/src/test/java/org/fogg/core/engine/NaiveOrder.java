package org.fogg.core.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.LongConsumer;
import org.fogg.core.order.OrderSnapshot;
import org.fogg.core.order.OrderStatus;
import org.fogg.core.order.OrderTerms;
import org.fogg.core.order.OrderType;
import org.fogg.core.order.Reason;
import org.fogg.core.order.Side;
import org.fogg.core.order.TimeInForce;

/** An order of the naive shard, journaled or not. */
final class NaiveOrder {

    /** A try at the exchange that is under way. */
    static final class Try {
        int number;
        long tick;
        long triggerTick;
        long triggeredAt;
        final List<Waiting> waiting = new ArrayList<>();
    }

    /** A command that goes on with the time of the outcome it waits for. */
    record Waiting(long token, boolean places, LongConsumer goOn) {}

    OrderTerms terms;
    long capPrice;
    long acceptedTick;
    long lastPrice;
    long createdAt;
    long number;
    long priority;
    UUID replaces;
    boolean keepsPriority;
    OrderStatus status = OrderStatus.NEW;
    Reason reason = Reason.NONE;
    int version = 1;
    long filledQuantity;
    long filledValue;
    long updatedAt;
    long filledAt;
    long closedAt;
    UUID replacedBy;
    boolean rested;
    final List<Decision.OrderTraded> trades = new ArrayList<>();

    boolean journaled;
    Try underWay;
    long notBefore;
    boolean expiryDue;

    boolean isOpen() {
        return status == OrderStatus.NEW || status == OrderStatus.PARTIALLY_FILLED;
    }

    boolean isBuy() {
        return terms.side() == Side.BUY;
    }

    long leaves() {
        return terms.quantity() - filledQuantity;
    }

    boolean waitsForStop() {
        return terms.stopPrice() != 0 && !rested;
    }

    boolean isFalling() {
        return waitsForStop() ? !isBuy() : isBuy();
    }

    long triggerPrice() {
        return waitsForStop() ? terms.stopPrice() : capPrice;
    }

    boolean isMetBy(long price) {
        return isFalling() ? price <= triggerPrice() : price >= triggerPrice();
    }

    boolean atOnceOnly() {
        return terms.timeInForce() == TimeInForce.IOC || terms.timeInForce() == TimeInForce.FOK;
    }

    boolean isPlainLimit() {
        return terms.type() == OrderType.LIMIT;
    }

    OrderSnapshot snapshot() {
        return new OrderSnapshot(
                terms,
                status,
                reason,
                version,
                capPrice,
                acceptedTick,
                lastPrice,
                filledQuantity,
                filledValue,
                createdAt,
                updatedAt,
                filledAt,
                closedAt,
                replaces,
                replacedBy);
    }
}
