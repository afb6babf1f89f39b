package org.fogg.core.owner;

import java.util.ArrayList;
import java.util.List;
import java.util.function.LongConsumer;
import java.util.function.Supplier;
import org.fogg.core.engine.Decision;
import org.jspecify.annotations.Nullable;

/**
 * Appends a shard's decisions, one entry at a time: what is decided while an append is under way
 * goes into the next entry.
 */
final class GroupCommit<C> {

    private final JournalEntry owner;
    private final OwnerPort<C> port;
    private final Supplier<Marks> marks;
    private List<Decision> decisions = new ArrayList<>();
    private List<Answer<C>> answers = new ArrayList<>();
    private @Nullable UnderWay<C> underWay;
    private Marks appended;
    private long nextSequence;
    private long lastAppendAt;
    private long decided;
    private long durableDecisions;

    /** What is being appended, and how many decisions there are with it. */
    private record UnderWay<C>(JournalEntry entry, List<Answer<C>> answers, long decided) {}

    /**
     * @param owner the entry with which the shard was taken over
     * @param decisions how many decisions were made before, all durable
     * @param marks how far the inputs have had their effect at the time it is asked
     */
    GroupCommit(JournalEntry owner, long decisions, OwnerPort<C> port, Supplier<Marks> marks) {
        this.owner = owner;
        this.port = port;
        this.marks = marks;
        appended = owner.marks();
        nextSequence = owner.sequence() + 1;
        lastAppendAt = owner.at();
        decided = decisions;
        durableDecisions = decisions;
    }

    /** Takes a decision into the next entry. */
    void add(Decision decision) {
        decisions.add(decision);
        decided++;
        port.decided(decision);
    }

    /** Lets an answer leave when all that was decided so far is durable. */
    void add(Answer<C> answer) {
        if (!decisions.isEmpty()) {
            answers.add(answer);
        } else if (underWay != null) {
            underWay.answers().add(answer);
        } else {
            port.answer(answer);
        }
    }

    /** How many decisions are durable. */
    long durableDecisions() {
        return durableDecisions;
    }

    /** How many decisions wait for their append to begin. */
    int backlog() {
        return decisions.size();
    }

    /** Whether nothing waits and nothing is under way. */
    boolean isIdle() {
        return underWay == null && decisions.isEmpty();
    }

    /** Whether an append is under way. */
    boolean isAppending() {
        return underWay != null;
    }

    /** Begins an append if there are decisions and none is under way. */
    void flush(long now) {
        if (underWay == null && !decisions.isEmpty()) {
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
        lastAppendAt = now;
        appended = marks.get();
        JournalEntry entry =
                new JournalEntry(
                        owner.term(),
                        owner.shard(),
                        nextSequence++,
                        owner.incarnation(),
                        kind,
                        now,
                        owner.epoch(),
                        appended,
                        decisions);
        underWay = new UnderWay<>(entry, answers, decided);
        decisions = new ArrayList<>();
        answers = new ArrayList<>();
        port.append(entry);
    }

    /**
     * The append under way has ended well.
     *
     * @param durable hears how many decisions are durable now, before the next append begins
     * @throws IllegalStateException when none is under way
     */
    void appended(long now, LongConsumer durable) {
        UnderWay<C> ended = underWay;
        if (ended == null) {
            throw new IllegalStateException("No append is under way");
        }
        underWay = null;
        durableDecisions = ended.decided();
        durable.accept(durableDecisions);
        flush(now);
        port.durable(ended.entry(), ended.answers(), now);
    }
}
