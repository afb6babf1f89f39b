package org.fogg.audit.fold;

import java.util.List;
import java.util.UUID;
import org.fogg.audit.journal.Decision.OrderTraded;

/** A journaled execution. */
public final class Trade extends Movement {

    private final Order order;
    private final int exchangeId;
    private final long executionId;
    private final long epoch;
    private final int attempt;
    private final long quantity;
    private final long price;
    private final long value;
    private final long cumulativeQuantity;
    private final long tickSequence;
    private final long triggerTick;
    private final long triggeredAt;

    Trade(long sequence, int n, Order order, OrderTraded decision, long value, long cumulative) {
        super(sequence, n, decision.at());
        this.order = order;
        this.exchangeId = decision.exchangeId();
        this.executionId = decision.executionId();
        this.epoch = decision.epoch();
        this.attempt = decision.attempt();
        this.quantity = decision.quantity();
        this.price = decision.price();
        this.value = value;
        this.cumulativeQuantity = cumulative;
        this.tickSequence = decision.tickSequence();
        this.triggerTick = decision.triggerTick();
        this.triggeredAt = decision.triggeredAt();
    }

    @Override
    public List<Line> lines() {
        boolean buy = order.terms().isBuy();
        long cash = buy ? -value : value;
        long shares = buy ? quantity : -quantity;
        String exchange = "exchange:" + exchangeId;
        String stock = "stock:" + order.terms().stockId();
        return List.of(
                new Line("trader", "USD", cash),
                new Line(exchange, "USD", -cash),
                new Line("trader", stock, shares),
                new Line(exchange, stock, -shares));
    }

    @Override
    public String kind() {
        return "trade";
    }

    @Override
    public UUID reference() {
        return order.terms().orderId();
    }

    @Override
    public Account account() {
        return order.account();
    }

    public Order order() {
        return order;
    }

    public int exchangeId() {
        return exchangeId;
    }

    /** Counts the exchange's fills from 1. */
    public long executionId() {
        return executionId;
    }

    public long epoch() {
        return epoch;
    }

    public int attempt() {
        return attempt;
    }

    /** Shares. */
    public long quantity() {
        return quantity;
    }

    /** In 1/10,000. */
    public long price() {
        return price;
    }

    /** Shares of the order traded so far, this trade included. */
    public long cumulativeQuantity() {
        return cumulativeQuantity;
    }

    /** Shares of the order left to trade. */
    public long leavesQuantity() {
        return order.terms().quantity() - cumulativeQuantity;
    }

    /** The tick the exchange priced it by. */
    public long tickSequence() {
        return tickSequence;
    }

    /** The tick that triggered the order; 0 when it traded at once. */
    public long triggerTick() {
        return triggerTick;
    }

    public long triggeredAt() {
        return triggeredAt;
    }
}
