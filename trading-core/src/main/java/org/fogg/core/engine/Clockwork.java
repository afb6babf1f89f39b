package org.fogg.core.engine;

import java.util.Comparator;
import java.util.List;
import org.fogg.core.order.OrderStatus;
import org.fogg.core.order.Reason;
import org.jspecify.annotations.Nullable;

/** What ticks and the passing of time lead to. */
final class Clockwork {

    /**
     * Orders that end at one call, so that midnight does not make one journal entry of all of them,
     * which no store would take.
     */
    private static final int MOST_EXPIRIES = 2_000;

    private final Shard shard;
    private final Decider decider;
    private final Attempts attempts;

    Clockwork(Shard shard, Decider decider, Attempts attempts) {
        this.shard = shard;
        this.decider = decider;
        this.attempts = attempts;
    }

    void onTick(int stockId, long sequence, long price, long publishedAt, long now) {
        Stock stock = note(stockId, sequence, price, publishedAt);
        if (stock == null || shard.halted) {
            return;
        }
        List<Order> triggered = shard.resting.trigger(stock, sequence, price);
        for (int i = 0; i < triggered.size(); i++) {
            attempts.trigger(triggered.get(i), sequence, publishedAt, now);
        }
    }

    /** Takes the price of a tick; its stock, or null when the tick is to be ignored. */
    @Nullable Stock note(int stockId, long sequence, long price, long publishedAt) {
        Stock stock = shard.stock(stockId);
        if (stock == null || sequence <= stock.lastSequence || !Checks.isPrice(price)) {
            return null;
        }
        stock.lastSequence = sequence;
        stock.lastPrice = price;
        stock.lastPublishedAt = publishedAt;
        return stock;
    }

    /** Those that the price met when they were accepted, and of which nothing is recorded since. */
    void retryAtOnce(long now) {
        List<Order> lost =
                shard.orders.values().stream()
                        .filter(Clockwork::isLost)
                        .filter(order -> !shard.isHalted(order.account))
                        .sorted(Comparator.comparingLong(order -> order.number))
                        .toList();
        lost.forEach(order -> attempts.trigger(order, 0, 0, now));
    }

    private static boolean isLost(Order order) {
        return order.status == OrderStatus.NEW
                && order.version == 1
                && order.attempt == null
                && order.stock.hasPrice()
                && order.lastPrice != 0
                && order.isMetBy(order.lastPrice);
    }

    void onTime(long now) {
        Order order = shard.expiries.poll(now);
        int left = MOST_EXPIRIES;
        while (order != null) {
            if (order.attempt == null) {
                decider.decide(
                        new Decision.OrderClosed(
                                order.terms.orderId(),
                                order.terms.traderId(),
                                OrderStatus.EXPIRED,
                                Reason.EXPIRED,
                                now));
            } else {
                order.expiryDue = true;
            }
            left--;
            order = left > 0 ? shard.expiries.poll(now) : null;
        }
    }
}
