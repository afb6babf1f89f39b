package org.fogg.core.snapshot;

import java.util.List;
import java.util.UUID;
import org.fogg.core.funding.SenderId;
import org.fogg.core.funding.Transfer;
import org.fogg.core.funding.TransferOutcome;
import org.fogg.core.order.OrderSnapshot;
import org.fogg.core.order.OrderType;
import org.fogg.core.order.Side;
import org.jspecify.annotations.Nullable;

/**
 * One thing that a shard knows from its journal. Money in 1/10,000, times in nanoseconds since the
 * Unix epoch. Numbers of decisions count from 1.
 */
public sealed interface SnapshotRecord {

    /**
     * What is true for the whole shard.
     *
     * @param halted whether its kill switch is on
     * @param haltDecision number of the latest decision about that; 0 when there was none
     */
    record Whole(boolean halted, long haltDecision) implements SnapshotRecord {}

    /**
     * An account. What it has reserved follows from its open orders.
     *
     * @param openedBy the command that opened it
     * @param cash all cash, the reserved part included
     * @param halted whether its kill switch is on
     * @param lastDecision number of the latest decision that changed it
     * @param home the georegion whose transfer opened it; null where it was opened here, or that is
     *     not known
     */
    record Account(
            UUID traderId,
            UUID openedBy,
            long cash,
            boolean halted,
            long createdAt,
            long lastDecision,
            @Nullable String home)
            implements SnapshotRecord {}

    /** What an account has of one stock. */
    record Holding(UUID traderId, int stockId, long quantity, long cost)
            implements SnapshotRecord {}

    /**
     * An order, open or closed not long ago. The closed ones come in the order they closed in.
     *
     * @param number of the decision that accepted it
     * @param priority number of the decision that gave it its place in its queue
     * @param rested whether a market or stop order has become a limit order
     * @param notBefore only ticks after it trigger the order, as far as the journal says
     * @param executions in the order they were recorded
     */
    record Order(
            OrderSnapshot order,
            long number,
            long priority,
            boolean rested,
            long notBefore,
            List<Execution> executions)
            implements SnapshotRecord {}

    /**
     * An order that closed long ago.
     *
     * @param content hash of what makes a repeated order the same
     */
    record ClosedOrder(UUID orderId, long content) implements SnapshotRecord {}

    /** Names a recorded execution of an order. */
    record Execution(long executionId, long epoch, int attempt) {}

    /** What an account has ordered lately, oldest first, to find orders that say the same again. */
    record RecentOrder(
            UUID traderId,
            int stockId,
            Side side,
            OrderType type,
            long quantity,
            long limitPrice,
            long stopPrice,
            long at)
            implements SnapshotRecord {}

    /** A deposit that was made, by its command. */
    record Deposit(UUID commandId) implements SnapshotRecord {}

    /** A transfer to another georegion, open or ended. */
    record Outgoing(Transfer transfer) implements SnapshotRecord {}

    /** All transfers of this sender below the mark have ended. */
    record Sender(SenderId sender, long mark) implements SnapshotRecord {}

    /** What became of a transfer from another georegion, at or above its sender's mark. */
    record Incoming(SenderId sender, long number, TransferOutcome outcome)
            implements SnapshotRecord {}
}
