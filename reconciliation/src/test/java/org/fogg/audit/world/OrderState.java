package org.fogg.audit.world;

import java.util.UUID;
import org.fogg.audit.table.OrderRow;
import org.fogg.audit.wire.Terms;
import org.fogg.contracts.Ids;
import org.fogg.contracts.sbe.OrderStatus;
import org.fogg.contracts.sbe.Side;

/** An order as the played broker keeps it. */
final class OrderState {
    final Terms terms;
    final String clientOrderId;
    final AccountState account;
    final long cap;
    final long createdAt;
    private final long tick;
    private final UUID replaces;
    UUID replacedBy = Ids.NONE;
    OrderStatus status = OrderStatus.NEW;
    long filled;
    private int reason;
    private int orderVersion;
    private long value;
    private long filledAt;
    private long closedAt;
    private long version;
    private long updatedAt;

    OrderState(
            Terms terms,
            String clientOrderId,
            AccountState account,
            long cap,
            long tick,
            long createdAt,
            UUID replaces) {
        this.terms = terms;
        this.clientOrderId = clientOrderId;
        this.account = account;
        this.cap = cap;
        this.tick = tick;
        this.createdAt = createdAt;
        this.replaces = replaces;
        account.orders.add(this);
    }

    void changed(long sequence, long at) {
        orderVersion++;
        version = sequence;
        updatedAt = at;
    }

    void fill(long quantity, long price, long at) {
        filled += quantity;
        value += quantity * price;
        status = OrderStatus.PARTIALLY_FILLED;
        if (filled == terms.quantity()) {
            status = OrderStatus.FILLED;
            filledAt = at;
            closedAt = at;
        }
    }

    void end(OrderStatus how, int why, long at) {
        status = how;
        reason = why;
        closedAt = at;
    }

    boolean isOpen() {
        return status == OrderStatus.NEW || status == OrderStatus.PARTIALLY_FILLED;
    }

    long reserved() {
        return isOpen() && terms.side() == Side.BUY ? cap * (terms.quantity() - filled) : 0;
    }

    void project(World world, int day) {
        world.orders.add(row(0));
        world.ordersByTrader.add(row(day));
    }

    private OrderRow row(int day) {
        return new OrderRow(
                terms.orderId(),
                terms.traderId(),
                day,
                clientOrderId,
                terms.stockId(),
                terms.side().value(),
                terms.type().value(),
                terms.timeInForce().value(),
                terms.quantity(),
                terms.limitPrice(),
                terms.stopPrice(),
                terms.expiresAt(),
                status.value(),
                reason,
                orderVersion,
                cap,
                tick,
                filled,
                value,
                createdAt,
                filledAt,
                closedAt,
                replaces,
                replacedBy,
                version,
                updatedAt);
    }
}
