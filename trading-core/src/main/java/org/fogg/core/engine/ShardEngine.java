package org.fogg.core.engine;

import java.util.Objects;
import java.util.UUID;
import java.util.function.Consumer;
import org.fogg.core.funding.SenderId;
import org.fogg.core.funding.Transfer;
import org.fogg.core.funding.TransferOutcome;
import org.fogg.core.funding.TransferRequest;
import org.fogg.core.funding.TransferTerms;
import org.fogg.core.order.OrderSnapshot;
import org.fogg.core.order.OrderTerms;
import org.fogg.core.snapshot.SnapshotChunk;
import org.fogg.core.trigger.TriggerBook;
import org.jspecify.annotations.Nullable;

/**
 * Decides for one shard. Every input may lead to calls of the listener, within the call. Times are
 * nanoseconds since the Unix epoch and come from outside; they are taken as told, also when they go
 * back. Every token is answered once, unless the engine or its epoch ends before. Not thread-safe:
 * one thread at a time.
 *
 * <p>A life begins with {@link #restore} or not, {@link #replay}, then {@link #beginEpoch}, then
 * all other inputs. What a caller gets wrong changes nothing: null where it is not allowed gives a
 * NullPointerException, a command or tick before the first epoch an IllegalStateException.
 */
public final class ShardEngine {

    private final Shard shard;
    private final Fold fold;
    private final Administration administration;
    private final Placing placing;
    private final Changing changing;
    private final Attempts attempts;
    private final Reports reports;
    private final Clockwork clockwork;
    private final Funding funding;
    private final Receiving receiving;

    /**
     * An engine without accounts, stocks and orders.
     *
     * @param limits pre-trade limits
     * @param listener hears of all that follows from an input; what it throws leaves the engine in
     *     no state to go on with
     */
    public ShardEngine(TradingLimits limits, EngineListener listener) {
        this(limits, listener, ClosedOrders.WHOLE);
    }

    /** With another number of closed orders that are whole, 4 or more. */
    ShardEngine(TradingLimits limits, EngineListener listener, int wholeClosedOrders) {
        shard = new Shard(wholeClosedOrders);
        Checks checks = new Checks(limits);
        CapPrices capPrices = new CapPrices(limits.collar());
        fold = new Fold(shard, limits.duplicateWindow());
        Decider decider = new Decider(fold, listener);
        attempts = new Attempts(shard, decider, listener);
        administration = new Administration(shard, decider);
        placing = new Placing(shard, checks, capPrices, decider, attempts);
        changing = new Changing(shard, checks, capPrices, decider, attempts);
        reports = new Reports(shard, decider, attempts, changing);
        clockwork = new Clockwork(shard, decider, attempts);
        funding = new Funding(shard, decider, listener);
        receiving = new Receiving(shard, decider, listener, placing);
    }

    /**
     * Makes a stock known, or changes its increment; not journaled.
     *
     * @param stockId above 0
     * @param exchangeId the only exchange that lists it, above 0
     * @param priceIncrement in 1/10,000, 1 to {@link TriggerBook#MAX_PRICE}
     * @throws IllegalArgumentException for a value out of range
     */
    public void list(int stockId, int exchangeId, long priceIncrement) {
        requireAboveZero("stockId", stockId);
        requireAboveZero("exchangeId", exchangeId);
        requireAboveZero("priceIncrement", priceIncrement);
        if (priceIncrement > TriggerBook.MAX_PRICE) {
            throw new IllegalArgumentException(
                    "priceIncrement must be at most "
                            + TriggerBook.MAX_PRICE
                            + ", but is "
                            + priceIncrement);
        }
        shard.stockFor(stockId).priceIncrement = priceIncrement;
    }

    /**
     * Forgets all attempts under way and begins to number attempts from 1 in a new epoch. Commands
     * that wait for an attempt are forgotten too.
     *
     * @param epoch above the one before, and above 0
     * @throws IllegalArgumentException for another epoch
     */
    public void beginEpoch(long epoch) {
        if (epoch <= shard.epoch) {
            throw new IllegalArgumentException(
                    "epoch must be above " + shard.epoch + ", but is " + epoch);
        }
        attempts.forgetAll();
        funding.forgetAll();
        shard.epoch = epoch;
        shard.lastAttempt = 0;
    }

    /**
     * Opens an account. The same command again is done without effect.
     *
     * @param cash in 1/10,000, 0 or more
     */
    public void openAccount(long token, UUID commandId, UUID traderId, long cash, long now) {
        requireEpoch();
        requireAll(commandId, traderId);
        administration.openAccount(token, commandId, traderId, cash, now);
    }

    /**
     * Pays cash in. The same command again is done without effect.
     *
     * @param amount in 1/10,000, above 0
     */
    public void deposit(long token, UUID commandId, UUID traderId, long amount, long now) {
        requireEpoch();
        requireAll(commandId, traderId);
        administration.deposit(token, commandId, traderId, amount, now);
    }

    /**
     * Places an order. The same order again gets the order as it is by then, or, when it closed
     * long ago, only that it is known.
     */
    public void place(long token, OrderTerms terms, long now) {
        requireEpoch();
        requireComplete(terms);
        placing.place(token, terms, now);
    }

    /** Cancels an open order. Waits while an attempt of it is under way. */
    public void cancel(long token, UUID traderId, UUID orderId, long now) {
        requireEpoch();
        requireAll(traderId, orderId);
        changing.cancel(token, traderId, orderId, now);
    }

    /**
     * Replaces an open order by a changed one; waits while an attempt of it is under way. The new
     * order keeps the old one's place in its queue if the prices stay and it is for no more shares
     * than were left; a triggered stop stays triggered while the prices stay.
     */
    public void replace(long token, ReplaceTerms terms, long now) {
        requireEpoch();
        requireAll(terms.traderId(), terms.orderId(), terms.newOrderId(), terms.newClientOrderId());
        changing.replace(token, terms, now);
    }

    /**
     * Kill switch of one trader, or of the whole shard when traderId is null: no new orders, and
     * resting ones do not trigger. When it ends, they wait for the next tick that meets them.
     */
    public void halt(long token, @Nullable UUID traderId, boolean halted, long now) {
        requireEpoch();
        administration.halt(token, traderId, halted, now);
    }

    /**
     * Sets cash aside for another georegion and sends it, with an order or, to bring it home,
     * without. Done when that is decided; what becomes of it, {@link #transfer(UUID)} tells. The
     * same transfer again is done without effect, also with another amount for the same order; the
     * listener hears how it ended, if it has.
     */
    public void transfer(long token, TransferTerms terms, long now) {
        requireEpoch();
        requireAll(terms.id(), terms.traderId(), terms.destination());
        if (terms.order() != null) {
            requireComplete(terms.order());
        }
        funding.transfer(token, terms, now);
    }

    /**
     * Calls a transfer back. One that has not left is voided at once; for one that has, the answer
     * waits until the receiver has said what became of it. Applied: refused, for what became of its
     * order is then to be asked there.
     */
    public void cancelTransfer(long token, UUID traderId, UUID id, long now) {
        requireEpoch();
        requireAll(traderId, id);
        funding.cancel(token, traderId, id, now);
    }

    /** Whether transfers can leave for a georegion; true until told. Those that wait leave then. */
    public void reach(String georegion, boolean reachable, long now) {
        requireEpoch();
        funding.reach(Objects.requireNonNull(georegion), reachable, now);
    }

    /**
     * Tries again what was to trade at once when it was accepted, and of which nothing is recorded
     * since: its attempt may have ended with the former owner. For a new owner, once it knows what
     * the exchanges did and their prices; orders on stocks without a price stay.
     */
    public void retryAtOnce(long now) {
        requireEpoch();
        clockwork.retryAtOnce(now);
    }

    /** Sends all open transfers, as a new owner does when it begins. */
    public void resumeTransfers(long now) {
        requireEpoch();
        funding.resume(now);
    }

    /**
     * What the receiver of a transfer said, however often.
     *
     * @throws IllegalStateException for a transfer that never left, or applied after it was voided;
     *     nothing has changed then
     */
    public void onTransferAnswer(long number, TransferOutcome outcome, long now) {
        requireEpoch();
        funding.onAnswer(number, Objects.requireNonNull(outcome), now);
    }

    /**
     * A transfer from another georegion: takes the money, opening the account if need be, then
     * places the order as {@link #place} does. The listener hears first what the sender is to be
     * told, then the answer. The same one again changes nothing and is told the same.
     *
     * @throws IllegalArgumentException for a number, mark or amount out of range
     */
    public void apply(long token, SenderId sender, TransferRequest request, long now) {
        requireEpoch();
        requireComplete(sender, request);
        receiving.apply(token, sender, request, now);
    }

    /**
     * Sees to it that a transfer from another georegion is never applied, unless it is already.
     *
     * @throws IllegalArgumentException for a number, mark or amount out of range
     */
    public void bar(long token, SenderId sender, TransferRequest request, long now) {
        requireEpoch();
        requireComplete(sender, request);
        receiving.bar(token, sender, request, now);
    }

    /**
     * A tick. Ignored: one at or below the stock's last sequence, of a stock that is not known, or
     * with a price out of 1 to {@link TriggerBook#MAX_PRICE}.
     *
     * @param price in 1/10,000
     * @param publishedAt when the exchange published it
     */
    public void onTick(int stockId, long sequence, long price, long publishedAt, long now) {
        requireEpoch();
        clockwork.onTick(stockId, sequence, price, publishedAt, now);
    }

    /**
     * A tick that has had its effect already, with a former owner: only its price counts. Ignored
     * as in {@link #onTick}.
     */
    public void onOldTick(int stockId, long sequence, long price, long publishedAt) {
        requireEpoch();
        clockwork.note(stockId, sequence, price, publishedAt);
    }

    /**
     * An outcome. One already known (same attempt, or same execution) changes nothing. An execution
     * that is not known is recorded, with its order where that is not known either.
     *
     * @throws IllegalStateException for an execution that cannot be: beyond the order's quantity or
     *     bound, of an order that is closed, or not covered by its account; nothing has changed
     *     then
     */
    public void onReport(ExecutionReport report, long now) {
        requireEpoch();
        requireComplete(report.terms());
        Objects.requireNonNull(report.outcome(), "outcome");
        reports.onReport(report, now);
    }

    /** Expires what is due; where that is very much, a part of it at each call. */
    public void onTime(long now) {
        requireEpoch();
        clockwork.onTime(now);
    }

    /**
     * Folds a journaled decision, without calling the listener.
     *
     * @throws IllegalStateException after the first epoch began, or when the decision does not fit
     *     the state; nothing has changed then
     */
    public void replay(Decision decision) {
        if (shard.epoch != 0) {
            throw new IllegalStateException("A journal is replayed before the first epoch");
        }
        fold.apply(Objects.requireNonNull(decision, "decision"));
    }

    /**
     * Tells the journaled state in bounded chunks: what folding the journal to here would give, and
     * nothing of attempts under way. Visits all state; equal states give equal chunks.
     *
     * @param size most records of a chunk, above 0
     * @param listener must not call the engine's inputs
     * @throws IllegalArgumentException for another size
     */
    public void snapshot(int size, Consumer<SnapshotChunk> listener) {
        requireAboveZero("size", size);
        SnapshotWriter.write(shard, size, listener);
    }

    /**
     * Begins with a snapshot, after which {@link #replay} goes on with the decisions after it.
     *
     * @throws IllegalStateException when something was decided, replayed or restored before
     * @throws IllegalArgumentException when the chunks are not one whole snapshot of a version that
     *     is known, with the state hash it names; the engine is of no use then
     */
    public void restore(Iterable<SnapshotChunk> chunks) {
        if (shard.epoch != 0 || shard.decisionCount != 0 || !shard.accounts.isEmpty()) {
            throw new IllegalStateException("A snapshot is restored before anything else");
        }
        SnapshotReader.read(shard, chunks);
    }

    /** How many decisions were made or replayed so far. */
    public long decisionCount() {
        return shard.decisionCount;
    }

    /**
     * Hash of all journaled state (accounts, holdings, orders, halts); the same on every machine.
     * Visits all of it.
     */
    public long stateHash() {
        return StateHash.of(shard);
    }

    /** An account as of the latest decision; null when there is none. */
    public @Nullable AccountSnapshot account(UUID traderId) {
        Account account = shard.accounts.get(traderId);
        return account == null ? null : account.snapshot();
    }

    /**
     * A holding as of the latest decision; null when there never was one, or it was nothing when a
     * snapshot was taken.
     */
    public @Nullable HoldingSnapshot holding(UUID traderId, int stockId) {
        Account account = shard.accounts.get(traderId);
        Holding holding = account == null ? null : account.holdings.get(stockId);
        return holding == null
                ? null
                : new HoldingSnapshot(traderId, stockId, holding.quantity, holding.cost);
    }

    /**
     * An order as of the latest decision; null when no decision was about it, or it closed long
     * ago.
     */
    public @Nullable OrderSnapshot order(UUID orderId) {
        Order order = shard.orders.get(orderId);
        return order == null ? null : order.snapshot();
    }

    /** A transfer to another georegion as of the latest decision; null when there is none. */
    public @Nullable Transfer transfer(UUID id) {
        return shard.outgoing.find(id);
    }

    /** An account's cash that is on its way to other georegions, in 1/10,000. */
    public long inTransit(UUID traderId) {
        Account account = shard.accounts.get(traderId);
        return account == null ? 0 : account.inTransit;
    }

    /**
     * The georegion that is home to an account's trader; null where it is this one, or there is no
     * such account.
     */
    public @Nullable String home(UUID traderId) {
        Account account = shard.accounts.get(traderId);
        return account == null ? null : account.home;
    }

    /** How many orders are open. */
    public int openOrders() {
        return shard.openOrders;
    }

    private void requireEpoch() {
        if (shard.epoch == 0) {
            throw new IllegalStateException("No epoch has begun");
        }
    }

    private static void requireComplete(OrderTerms terms) {
        requireAll(
                terms.orderId(),
                terms.traderId(),
                terms.clientOrderId(),
                terms.side(),
                terms.type(),
                terms.timeInForce());
    }

    private static void requireComplete(SenderId sender, TransferRequest request) {
        TransferTerms terms = request.terms();
        requireAll(sender.georegion(), terms.id(), terms.traderId());
        if (terms.order() != null) {
            requireComplete(terms.order());
            requireAbsent(!terms.order().traderId().equals(terms.traderId()), "order of another");
        }
        requireAbsent(terms.amount() < 0, "amount below 0");
        requireAbsent(request.lowestOpen() < 1, "lowestOpen below 1");
        requireAbsent(request.lowestOpen() > request.number(), "lowestOpen above the number");
    }

    private static void requireAbsent(boolean present, String what) {
        if (present) {
            throw new IllegalArgumentException("Transfer with " + what);
        }
    }

    private static void requireAll(Object... values) {
        for (Object value : values) {
            Objects.requireNonNull(value);
        }
    }

    private static void requireAboveZero(String name, long value) {
        if (value <= 0) {
            throw new IllegalArgumentException(name + " must be above 0, but is " + value);
        }
    }
}
