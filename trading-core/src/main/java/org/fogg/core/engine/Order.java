package org.fogg.core.engine;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.fogg.core.order.OrderSnapshot;
import org.fogg.core.order.OrderStatus;
import org.fogg.core.order.OrderTerms;
import org.fogg.core.order.OrderType;
import org.fogg.core.order.Reason;
import org.fogg.core.order.Side;
import org.fogg.core.snapshot.SnapshotRecord;
import org.fogg.core.trigger.Direction;
import org.jspecify.annotations.Nullable;

/** A journaled order: what its decisions say, then what only memory knows. */
final class Order {

    private static final int WORDS_PER_EXECUTION = 3;
    private static final long[] NO_EXECUTIONS = {};

    final OrderTerms terms;
    final Account account;
    final Stock stock;
    final long capPrice;
    final long acceptedTick;
    final long lastPrice;
    final long createdAt;

    /** Number of the decision that accepted it. */
    final long number;

    final @Nullable UUID replaces;

    OrderStatus status = OrderStatus.NEW;
    Reason reason = Reason.NONE;
    int version = 1;
    long filledQuantity;
    long filledValue;
    long updatedAt;
    long filledAt;
    long closedAt;
    @Nullable UUID replacedBy;

    /** Whether a market or stop order has become a limit order at its cap. */
    boolean rested;

    /** Number of the decision that gave it its place among orders at the same trigger price. */
    long priority;

    /** Per execution: its id, epoch and attempt. */
    private long[] executions = NO_EXECUTIONS;

    /** Its only attempt whose outcome is not known; then it is not in the trigger book. */
    @Nullable Attempt attempt;

    /** The trigger book's name for it; below 0 when it is not there. */
    int reference = -1;

    /** Only ticks after this one trigger it. */
    long notBefore;

    /** What the journal alone says about that; attempts under way may have moved it on. */
    final long journaledNotBefore;

    /** It was due while an attempt was under way. */
    boolean expiryDue;

    Order(Decision.OrderAccepted accepted, Account account, Stock stock, long number) {
        this(
                accepted.terms(),
                account,
                stock,
                accepted.capPrice(),
                accepted.acceptedTick(),
                accepted.lastPrice(),
                accepted.at(),
                number,
                null,
                accepted.acceptedTick());
    }

    Order(Decision.OrderReplaced replaced, Order old, long number) {
        this(
                replaced.terms(),
                old.account,
                old.stock,
                replaced.capPrice(),
                replaced.acceptedTick(),
                replaced.lastPrice(),
                replaced.at(),
                number,
                replaced.orderId(),
                replaced.keepsPriority()
                        ? Math.max(replaced.acceptedTick(), old.journaledNotBefore)
                        : replaced.acceptedTick());
        rested = old.rested && hasPricesOf(old.terms);
        if (replaced.keepsPriority()) {
            priority = old.priority;
            notBefore = Math.max(notBefore, old.notBefore);
        }
    }

    /** As it was when a snapshot was taken. */
    Order(SnapshotRecord.Order from, Account account, Stock stock) {
        this(
                from.order().terms(),
                account,
                stock,
                from.order().capPrice(),
                from.order().acceptedTick(),
                from.order().lastPrice(),
                from.order().createdAt(),
                from.number(),
                from.order().replaces(),
                from.notBefore());
        OrderSnapshot order = from.order();
        status = order.status();
        reason = order.reason();
        version = order.version();
        filledQuantity = order.filledQuantity();
        filledValue = order.filledValue();
        updatedAt = order.updatedAt();
        filledAt = order.filledAt();
        closedAt = order.closedAt();
        replacedBy = order.replacedBy();
        rested = from.rested();
        priority = from.priority();
        from.executions().forEach(e -> addExecution(e.executionId(), e.epoch(), e.attempt()));
    }

    private Order(
            OrderTerms terms,
            Account account,
            Stock stock,
            long capPrice,
            long acceptedTick,
            long lastPrice,
            long createdAt,
            long number,
            @Nullable UUID replaces,
            long journaledNotBefore) {
        this.terms = terms;
        this.account = account;
        this.stock = stock;
        this.capPrice = capPrice;
        this.acceptedTick = acceptedTick;
        this.lastPrice = lastPrice;
        this.createdAt = createdAt;
        this.number = number;
        this.replaces = replaces;
        updatedAt = createdAt;
        priority = number;
        this.journaledNotBefore = journaledNotBefore;
        notBefore = journaledNotBefore;
    }

    boolean isOpen() {
        return status.isOpen();
    }

    boolean isBuy() {
        return terms.side() == Side.BUY;
    }

    long leavesQuantity() {
        return terms.quantity() - filledQuantity;
    }

    /** What it holds back of its account's cash. */
    long reserve() {
        return isOpen() && isBuy() ? capPrice * leavesQuantity() : 0;
    }

    /** Whether it waits for its stop price. */
    boolean isStop() {
        return !rested && Checks.needsStop(terms.type());
    }

    /** Whether what is left of it after an attempt rests at its cap from then on. */
    boolean becomesLimit() {
        return terms.type() != OrderType.LIMIT && !rested;
    }

    Direction direction() {
        return isBuy() == isStop() ? Direction.RISING : Direction.FALLING;
    }

    long triggerPrice() {
        return isStop() ? terms.stopPrice() : capPrice;
    }

    boolean isMetBy(long price) {
        return direction() == Direction.FALLING ? price <= triggerPrice() : price >= triggerPrice();
    }

    boolean hasPricesOf(OrderTerms other) {
        return terms.limitPrice() == other.limitPrice() && terms.stopPrice() == other.stopPrice();
    }

    boolean hasExecution(long executionId) {
        for (int i = 0; i < executions.length; i += WORDS_PER_EXECUTION) {
            if (executions[i] == executionId) {
                return true;
            }
        }
        return false;
    }

    boolean hasExecutionOf(long epoch, int number) {
        for (int i = 0; i < executions.length; i += WORDS_PER_EXECUTION) {
            if (executions[i + 1] == epoch && executions[i + 2] == number) {
                return true;
            }
        }
        return false;
    }

    void addExecution(long executionId, long epoch, int number) {
        int at = executions.length;
        executions = Arrays.copyOf(executions, at + WORDS_PER_EXECUTION);
        executions[at] = executionId;
        executions[at + 1] = epoch;
        executions[at + 2] = number;
    }

    long executionsHash() {
        return Arrays.hashCode(executions);
    }

    SnapshotRecord.Order record() {
        List<SnapshotRecord.Execution> recorded = new ArrayList<>();
        for (int i = 0; i < executions.length; i += WORDS_PER_EXECUTION) {
            recorded.add(
                    new SnapshotRecord.Execution(
                            executions[i], executions[i + 1], (int) executions[i + 2]));
        }
        return new SnapshotRecord.Order(
                snapshot(), number, priority, rested, journaledNotBefore, recorded);
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
