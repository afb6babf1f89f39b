package org.fogg.core.engine;

import java.util.UUID;
import org.fogg.core.funding.SenderId;
import org.fogg.core.funding.TransferOutcome;
import org.fogg.core.funding.TransferTerms;
import org.fogg.core.order.OrderStatus;
import org.fogg.core.order.OrderTerms;
import org.fogg.core.order.Reason;
import org.fogg.core.order.Side;
import org.jspecify.annotations.Nullable;

/**
 * What a shard decided. The journal is a sequence of these, and folding them gives the shard's
 * state. Money in 1/10,000, times ({@code at}) in nanoseconds since the Unix epoch.
 */
public sealed interface Decision {

    /** When it was decided, as told by the input that led to it. */
    long at();

    /** An account now exists. */
    record AccountOpened(UUID commandId, UUID traderId, long cash, long at) implements Decision {}

    /** Cash was paid in. */
    record CashDeposited(UUID commandId, UUID traderId, long amount, long at) implements Decision {}

    /**
     * An order is in force; a buy has reserved capPrice times quantity.
     *
     * @param capPrice the worst price it may trade at
     * @param acceptedTick the stock's tick sequence now; only later ticks trigger it
     * @param lastPrice the stock's last price now
     */
    record OrderAccepted(
            OrderTerms terms, long capPrice, long acceptedTick, long lastPrice, long at)
            implements Decision {}

    /** A command changed nothing. */
    record CommandRefused(UUID traderId, @Nullable UUID orderId, Reason reason, long at)
            implements Decision {}

    /**
     * An execution at the exchange, recorded.
     *
     * @param epoch with attempt: which try of this order it was
     * @param tickSequence the tick the exchange priced it by
     * @param triggerTick the tick that triggered the order; 0 when it traded at once
     * @param triggeredAt publish time of that tick
     */
    record OrderTraded(
            UUID orderId,
            UUID traderId,
            int stockId,
            Side side,
            int exchangeId,
            long executionId,
            long epoch,
            int attempt,
            long quantity,
            long price,
            long tickSequence,
            long triggerTick,
            long triggeredAt,
            long at)
            implements Decision {}

    /**
     * An order left the open orders without being filled or replaced; its reservation is released.
     *
     * @param status canceled, expired or rejected
     */
    record OrderClosed(UUID orderId, UUID traderId, OrderStatus status, Reason reason, long at)
            implements Decision {}

    /**
     * An order gave its place to another.
     *
     * @param orderId the order that ends
     * @param terms the order that takes its place
     * @param keepsPriority whether it keeps the place in its queue
     */
    record OrderReplaced(
            UUID orderId,
            OrderTerms terms,
            long capPrice,
            long acceptedTick,
            long lastPrice,
            boolean keepsPriority,
            long at)
            implements Decision {}

    /**
     * A triggered order met a price beyond its cap and rests as a limit order at it from now on.
     */
    record OrderRested(UUID orderId, UUID traderId, long limitPrice, long at) implements Decision {}

    /**
     * Money, and an order where there is one, is set aside for another georegion: it has left the
     * account's cash and is in transit.
     *
     * @param number counts this shard's transfers from 1
     */
    record TransferHeld(long number, TransferTerms terms, long at) implements Decision {}

    /** A transfer may leave from now on. */
    record TransferSent(long number, UUID traderId, long at) implements Decision {}

    /**
     * A transfer is over for its sender: the money is with the receiver, or back.
     *
     * @param outcome applied or voided
     */
    record TransferEnded(
            long number, UUID id, UUID traderId, long amount, TransferOutcome outcome, long at)
            implements Decision {}

    /**
     * Money came from another georegion.
     *
     * @param number counts the sender's transfers
     * @param lowestOpen all of the sender's transfers below it have ended
     * @param id the sender's id for it: that of the order, where one came with it
     */
    record TransferApplied(
            SenderId sender,
            long number,
            long lowestOpen,
            UUID id,
            UUID traderId,
            long amount,
            long at)
            implements Decision {}

    /** A transfer from another georegion will never be applied. */
    record TransferBarred(SenderId sender, long number, long lowestOpen, UUID traderId, long at)
            implements Decision {}

    /**
     * The kill switch.
     *
     * @param traderId whose; null for the whole shard
     */
    record HaltChanged(@Nullable UUID traderId, boolean halted, long at) implements Decision {}
}
