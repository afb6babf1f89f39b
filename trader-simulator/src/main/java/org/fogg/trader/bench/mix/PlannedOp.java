package org.fogg.trader.bench.mix;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.fogg.trader.bench.client.Money;
import org.jspecify.annotations.Nullable;

/**
 * One operation with the time at which it is to be sent. An order chooses its form only then, from
 * what its trader knows by then. Not thread-safe.
 */
public final class PlannedOp {

    private static final long DEPOSIT = 1_000 * Money.UNIT;

    private final @Nullable Operation operation;
    private final long plannedAt;
    private final @Nullable Trader trader;
    private final @Nullable Stock stock;
    private final @Nullable Supplier<@Nullable OrderForm> choice;
    private final @Nullable PlannedOp after;
    private final boolean onlyOld;
    private final LongSupplier amount;
    private final List<Runnable> waiting = new ArrayList<>(0);
    private boolean finished;
    private long filled;

    private PlannedOp(
            @Nullable Operation operation,
            long plannedAt,
            @Nullable Trader trader,
            @Nullable Stock stock,
            @Nullable Supplier<@Nullable OrderForm> choice,
            @Nullable PlannedOp after,
            boolean onlyOld,
            LongSupplier amount) {
        this.operation = operation;
        this.plannedAt = plannedAt;
        this.trader = trader;
        this.stock = stock;
        this.choice = choice;
        this.after = after;
        this.onlyOld = onlyOld;
        this.amount = amount;
    }

    /** An operation of a trader, perhaps on a stock. */
    public static PlannedOp of(Operation operation, long at, Trader trader, @Nullable Stock stock) {
        return new PlannedOp(operation, at, trader, stock, null, null, false, () -> DEPOSIT);
    }

    /** A cancel of an order that has been waiting for long, if there is one. */
    public static PlannedOp cancelOld(long at, Trader trader) {
        return new PlannedOp(Operation.CANCEL, at, trader, null, null, null, true, () -> DEPOSIT);
    }

    /** Brings cash home from another georegion, where the trader has much there. */
    static void sweep(long at, Trader trader, Consumer<PlannedOp> plan) {
        if (!trader.abroad().isEmpty()) {
            plan.accept(of(Operation.SWEEP, at, trader, null));
        }
    }

    /** An order whose form, and with it its type, is chosen when it is sent; none when null. */
    public static PlannedOp order(
            long at,
            Trader trader,
            Supplier<@Nullable OrderForm> choice,
            @Nullable PlannedOp after) {
        return new PlannedOp(null, at, trader, null, choice, after, false, () -> DEPOSIT);
    }

    /** A new account. */
    public static PlannedOp open(long at) {
        return new PlannedOp(Operation.OPEN, at, null, null, null, null, false, () -> DEPOSIT);
    }

    /** A deposit of an amount, in 1/10,000, that is known only when it is sent. */
    static PlannedOp deposit(long at, Trader trader, LongSupplier amount) {
        return new PlannedOp(Operation.DEPOSIT, at, trader, null, null, null, false, amount);
    }

    /** What it does; null for an order, whose type is not chosen yet. */
    public @Nullable Operation operation() {
        return operation;
    }

    /** When it is to be sent, in {@link System#nanoTime} terms; its time is measured from then. */
    public long plannedAt() {
        return plannedAt;
    }

    /** Who does it; null for opening an account. */
    public @Nullable Trader trader() {
        return trader;
    }

    /** How much to pay in, in 1/10,000. */
    public long amount() {
        return amount.getAsLong();
    }

    /** What it is about, or null. */
    public @Nullable Stock stock() {
        return stock;
    }

    /** Of a cancel: whether it spares orders that have not been waiting for long. */
    public boolean isOnlyOld() {
        return onlyOld;
    }

    /** Whether it places an order. */
    public boolean isOrder() {
        return choice != null;
    }

    /** The order's form; null when no order suits now. */
    public @Nullable OrderForm choose() {
        return choice == null ? null : choice.get();
    }

    /** Shares that this operation's order had traded when it was answered. */
    long filled() {
        return filled;
    }

    /** Runs an action when the operation that must come first has finished, perhaps at once. */
    public void whenReady(Runnable action) {
        if (after == null || after.finished) {
            action.run();
        } else {
            after.waiting.add(action);
        }
    }

    /** Says that it is over, with the shares its order has traded. */
    public void finish(long filledShares) {
        filled = filledShares;
        finish();
    }

    /** Says that it is over; whatever waits for it goes on. */
    public void finish() {
        if (!finished) {
            finished = true;
            waiting.forEach(Runnable::run);
            waiting.clear();
        }
    }
}
