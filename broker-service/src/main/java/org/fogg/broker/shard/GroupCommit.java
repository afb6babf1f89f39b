package org.fogg.broker.shard;

import java.nio.ByteBuffer;
import java.util.List;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.fogg.broker.journal.AppendOutcome;
import org.fogg.broker.journal.DurableEntry;
import org.fogg.broker.journal.Effect;
import org.fogg.broker.journal.EntryKind;
import org.fogg.broker.journal.JournalCodec;
import org.fogg.broker.journal.JournalEntry;
import org.fogg.broker.journal.JournalStore.Slot;
import org.fogg.broker.journal.Marks;
import org.fogg.core.engine.Decision.OrderTraded;
import org.jspecify.annotations.Nullable;

/**
 * Appends a shard's decisions, one entry at a time: what is decided while an append is under way
 * goes into the next entry. Confined to the agent's thread.
 */
final class GroupCommit {

    private final int shard;
    private final UUID incarnation;
    private final long epoch;
    private final ShardPorts ports;
    private final DurablePipeline pipeline;
    private final Listener listener;
    private final BooleanSupplier wanted;
    private final JournalCodec codec = new JournalCodec();
    private final Supplier<Marks> marks;
    private PendingEntry current = new PendingEntry();
    private @Nullable PendingEntry underWay;
    private @Nullable Marks appended;
    private long nextSequence;
    private long lastAppendAt;
    private long decided;
    private long durableDecisions;

    /** Hears how appends end. */
    interface Listener {

        /** So many decisions are durable now. */
        void durable(long decisions);

        /** Another owner has the shard. */
        void taken();
    }

    /**
     * @param owner the entry with which the shard was taken over
     * @param decisions how many decisions were made before, all durable
     * @param marks how far the inputs have had their effect at the time it is asked
     */
    GroupCommit(
            JournalEntry owner,
            long decisions,
            ShardPorts ports,
            DurablePipeline pipeline,
            Supplier<Marks> marks,
            Listener listener,
            BooleanSupplier wanted) {
        this.shard = owner.shard();
        this.incarnation = owner.incarnation();
        this.epoch = owner.epoch();
        this.nextSequence = owner.sequence() + 1;
        this.lastAppendAt = owner.at();
        this.appended = owner.marks();
        this.decided = decisions;
        this.durableDecisions = decisions;
        this.ports = ports;
        this.pipeline = pipeline;
        this.marks = marks;
        this.listener = listener;
        this.wanted = wanted;
    }

    /** Takes a decision into the next entry. */
    void add(Effect effect) {
        current.add(effect);
        decided++;
    }

    /** Lets an answer leave when all that was decided so far is durable and readable. */
    void add(PendingEntry.Answer answer) {
        if (current.hasDecisions()) {
            current.add(answer);
        } else if (underWay != null) {
            underWay.add(answer);
        } else {
            pipeline.answer(answer);
        }
    }

    /** How many decisions are durable. */
    long durableDecisions() {
        return durableDecisions;
    }

    /** How many decisions wait for their append to begin. */
    int backlog() {
        return current.decisions().size();
    }

    /** Whether nothing waits and nothing is under way. */
    boolean isIdle() {
        return underWay == null && !current.hasDecisions();
    }

    /** Whether an append is under way. */
    boolean isAppending() {
        return underWay != null;
    }

    /** Begins an append if there are decisions and none is under way. */
    void flush(long now) {
        if (underWay == null && current.hasDecisions()) {
            append(EntryKind.DECISIONS, now);
        }
    }

    /** Appends the marks alone, if they moved since they were appended last, a while ago. */
    void flushMarks(long now, long longestAge) {
        if (isIdle() && now - lastAppendAt >= longestAge && !marks.get().equals(appended)) {
            append(EntryKind.MARKS, now);
        }
    }

    private void append(EntryKind kind, long now) {
        PendingEntry pending = current;
        underWay = pending;
        current = new PendingEntry();
        lastAppendAt = now;
        appended = marks.get();
        long decisions = decided;
        long sequence = nextSequence;
        ByteBuffer bytes =
                codec.encode(
                        new JournalEntry(
                                ShardPorts.TERM,
                                shard,
                                sequence,
                                incarnation,
                                kind,
                                now,
                                epoch,
                                appended,
                                pending.decisions()));
        ports.journal()
                .append(
                        new Slot(ShardPorts.TERM, shard, sequence),
                        incarnation,
                        bytes,
                        wanted,
                        outcome -> {
                            long at = ports.clock().getAsLong();
                            ports.agent().post(() -> ended(pending, outcome, decisions, at));
                        });
    }

    private void ended(PendingEntry pending, AppendOutcome outcome, long decisions, long at) {
        if (!wanted.getAsBoolean()) {
            // Whoever owns the shard now reads the slot.
            underWay = null;
            return;
        }
        switch (outcome) {
            case TAKEN -> listener.taken();
            case ABANDONED -> underWay = null;
            case APPENDED -> {
                ports.timers().record(Stage.APPEND, at - lastAppendAt);
                underWay = null;
                long sequence = nextSequence++;
                durableDecisions = decisions;
                listener.durable(decisions);
                flush(at);
                pipeline.add(
                        new DurableEntry(shard, sequence, at, pending.effects()),
                        pending.answers());
                recordTrades(pending.effects(), at);
            }
        }
    }

    private void recordTrades(List<Effect> effects, long at) {
        for (Effect effect : effects) {
            if (effect.decision() instanceof OrderTraded trade && trade.triggeredAt() > 0) {
                ports.timers().record(Stage.TICK_TO_TRADE, at - trade.triggeredAt());
            }
        }
    }
}
