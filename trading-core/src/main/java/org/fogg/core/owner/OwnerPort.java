package org.fogg.core.owner;

import java.util.List;
import java.util.SortedMap;
import org.fogg.core.engine.Decision;
import org.fogg.core.funding.TransferRequest;

/**
 * What an owner of a shard asks of the world. Nothing here blocks or calls back within the call;
 * what comes of it is told to the owner later, as an input. While the shard is not this owner's any
 * more, nothing that was asked for may be begun or repeated.
 */
public interface OwnerPort<C> {

    /** A decision was made; it will be in one of the next entries, in this order. */
    void decided(Decision decision);

    /**
     * Puts an entry into its slot if that is empty, repeating the identical append while its
     * outcome is unknown; then {@link ShardOwner#onAppended} or {@link ShardOwner#onTaken}. One is
     * under way at a time.
     */
    void append(JournalEntry entry);

    /**
     * An entry is in the journal: its rows and events may be written, and then its answers leave.
     *
     * @param answers rest on this entry and all before it
     */
    void durable(JournalEntry entry, List<Answer<C>> answers, long now);

    /** An answer that rests on nothing but entries told of in {@link #durable} before. */
    void answer(Answer<C> answer);

    /**
     * Sends an attempt; then {@link ShardOwner#onReport}, {@link ShardOwner#onUntraded}, {@link
     * ShardOwner#onUnknown} or {@link ShardOwner#onFenced}. May arrive more than once.
     */
    void execute(Attempt attempt);

    /** Asks what became of an attempt, or makes it void; then the same as after execute. */
    void resolve(Attempt attempt);

    /**
     * Logs on at an exchange; then {@link ShardOwner#onLoggedOn}, {@link ShardOwner#onNotLoggedOn}
     * or {@link ShardOwner#onFenced}.
     *
     * @param fromReport reports above it are wanted
     */
    void logOn(int exchangeId, long epoch, long fromReport);

    /**
     * Gives all ticks from the offsets on that are there now to {@link ShardOwner#onOldTick}, then
     * calls {@link ShardOwner#onCaughtUp}.
     *
     * @param offsets by partition; from the beginning where there is none
     */
    void catchUp(SortedMap<Integer, Long> offsets);

    /**
     * Sends a transfer to the shard of its trader in its destination, as {@link
     * org.fogg.core.engine.ShardEngine#apply} there; then {@link ShardOwner#onTransferAnswer}, or
     * nothing.
     */
    void send(TransferRequest request);

    /** The same, but as {@link org.fogg.core.engine.ShardEngine#bar} there. */
    void recall(TransferRequest request);

    /** Commands are taken from now on, from this offset of the shard's partition. */
    void ready(long fromOffset);

    /** Another owner has the shard; this one does nothing any more. */
    void lost();
}
