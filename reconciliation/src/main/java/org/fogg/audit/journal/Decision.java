package org.fogg.audit.journal;

import java.util.UUID;
import org.fogg.audit.wire.Terms;
import org.fogg.contracts.sbe.OrderStatus;
import org.fogg.contracts.sbe.Side;
import org.fogg.contracts.sbe.TransferOutcome;
import org.jspecify.annotations.Nullable;

/** A journaled decision, as its message has it. An absent id is {@code Ids.NONE}. */
public sealed interface Decision {

    /** When it was decided, nanoseconds since the Unix epoch. */
    long at();

    /** An account now exists. */
    record AccountOpened(UUID commandId, UUID traderId, long cash, long at) implements Decision {}

    /** Cash was paid in. */
    record CashDeposited(UUID commandId, UUID traderId, long amount, long at) implements Decision {}

    /** An order is in force. */
    record OrderAccepted(
            Terms terms,
            String clientOrderId,
            long capPrice,
            long acceptedTick,
            long lastPrice,
            long at)
            implements Decision {}

    /** A command changed nothing. */
    record CommandRefused(UUID traderId, UUID orderId, int reason, long at) implements Decision {}

    /** An execution at the exchange, recorded. */
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

    /** An order left the open orders, canceled, expired or rejected. */
    record OrderClosed(UUID orderId, UUID traderId, OrderStatus status, int reason, long at)
            implements Decision {}

    /** An order gave its place to another. */
    record OrderReplaced(
            UUID orderId,
            Terms terms,
            String clientOrderId,
            long capPrice,
            long acceptedTick,
            long lastPrice,
            boolean keepsPriority,
            long at)
            implements Decision {}

    /** A triggered order rests as a limit order from now on. */
    record OrderRested(UUID orderId, UUID traderId, long limitPrice, long at) implements Decision {}

    /** The kill switch, of one trader or of the shard. */
    record HaltChanged(UUID traderId, boolean halted, long at) implements Decision {}

    /**
     * Money was set aside for another georegion.
     *
     * @param number counts the shard's transfers from 1
     * @param transferId the order's id where there is an order
     */
    record TransferHeld(
            long number,
            UUID transferId,
            UUID traderId,
            long amount,
            String destination,
            @Nullable Terms order,
            long at)
            implements Decision {}

    /** A transfer may leave from now on. */
    record TransferSent(long number, UUID traderId, long at) implements Decision {}

    /** A transfer's money is with the receiver, or back. */
    record TransferEnded(
            long number,
            UUID transferId,
            UUID traderId,
            long amount,
            TransferOutcome outcome,
            long at)
            implements Decision {}

    /** Money came from another georegion. */
    record TransferApplied(
            String sender,
            int senderShard,
            long number,
            UUID transferId,
            UUID traderId,
            long amount,
            long at)
            implements Decision {}

    /** A transfer from another georegion will never be applied. */
    record TransferBarred(String sender, int senderShard, long number, UUID traderId, long at)
            implements Decision {}
}
