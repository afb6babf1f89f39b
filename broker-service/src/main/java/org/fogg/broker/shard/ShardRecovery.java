package org.fogg.broker.shard;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.fogg.broker.journal.AppendOutcome;
import org.fogg.broker.journal.DurableEntry;
import org.fogg.broker.journal.Effect;
import org.fogg.broker.journal.History;
import org.fogg.broker.journal.JournalCodec;
import org.fogg.broker.journal.JournalStore.Slot;
import org.fogg.broker.projection.Projector.ShardMarks;
import org.fogg.broker.snapshot.Restored;
import org.fogg.core.engine.ShardEngine;
import org.fogg.core.owner.JournalEntry;
import org.fogg.core.owner.JournalFold;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes a shard over: folds its journal into a new engine, from the latest snapshot on, then takes
 * the next slot with an OWNER entry. While others take slots, it reads on and tries again. Blocks;
 * a recovery runs on one thread at a time.
 */
final class ShardRecovery {

    private static final Logger log = LoggerFactory.getLogger(ShardRecovery.class);

    /** Entries whose rows and events may have been on their way when a home was lost. */
    private static final long AGAIN = 1024;

    private final ShardPorts ports;

    ShardRecovery(ShardPorts ports) {
        this.ports = ports;
    }

    /**
     * Takes over.
     *
     * @return null when the claim ended meanwhile
     */
    @Nullable RecoveredShard recover(Claim claim) {
        long start = ports.clock().getAsLong();
        History history = ports.journal().begin(claim.term(), claim.shard());
        ShardMarks done = done(claim, history);
        // What is to be projected again is folded again, for that is where its rows come from.
        long doneUpTo = Math.min(done.projected(), done.published());
        Restored begin = ports.snapshots().restore(claim.shard(), doneUpTo, history);
        long restored = ports.clock().getAsLong();
        JournalFold fold = begin.fold();
        var backlog = new Backlog(begin.engine(), doneUpTo);
        while (claim.isValid()) {
            ports.journal()
                    .read(
                            claim.term(),
                            claim.shard(),
                            fold.next(),
                            entry -> backlog.fold(entry, fold));
            long now = ports.clock().getAsLong();
            JournalEntry owner =
                    fold.ownerEntry(claim.term(), claim.shard(), UUID.randomUUID(), now);
            if (append(claim, owner) == AppendOutcome.APPENDED) {
                long taken = ports.clock().getAsLong();
                var split =
                        new RecoverySplit(
                                begin.sequence(),
                                restored - start,
                                backlog.folded,
                                taken - restored);
                return new RecoveredShard(
                        claim,
                        fold.takeOver(owner),
                        begin.relay(),
                        owner,
                        done,
                        backlog.entries,
                        split);
            }
        }
        return null;
    }

    /**
     * How far tables and events are. What a lost home recorded may be of entries that nobody has
     * seen, and its last rows may be lost with it.
     */
    private ShardMarks done(Claim claim, History history) {
        ShardMarks marks = ports.projector().marks(claim.shard());
        if (Math.min(marks.projected(), marks.published()) >= history.first()
                || claim.term() == 1) {
            return marks;
        }
        long farthest = Math.max(marks.projected(), marks.published());
        long ahead = farthest - history.before();
        if (ahead > 0 && farthest < history.first()) {
            log.warn(
                    "Shard {}: the home before had decided at least {} entries more, which are lost",
                    claim.shard(),
                    ahead);
        }
        return new ShardMarks(again(marks.projected(), history), again(marks.published(), history));
    }

    private static long again(long mark, History history) {
        return Math.max(-1, Math.min(mark, history.before()) - AGAIN);
    }

    private AppendOutcome append(Claim claim, JournalEntry owner) {
        var outcome = new CompletableFuture<AppendOutcome>();
        ports.journal()
                .append(
                        new Slot(claim.term(), claim.shard(), owner.sequence()),
                        owner.incarnation(),
                        new JournalCodec().encode(owner),
                        claim::isValid,
                        outcome::complete);
        try {
            return outcome.join();
        } catch (CompletionException e) {
            throw new IllegalStateException("Append without an outcome", e);
        }
    }

    /** The entries that are to be projected or published again. */
    private final class Backlog {

        private final ShardEngine engine;
        private final long doneUpTo;
        private final List<DurableEntry> entries = new ArrayList<>();
        private long folded;

        private Backlog(ShardEngine engine, long doneUpTo) {
            this.engine = engine;
            this.doneUpTo = doneUpTo;
        }

        private void fold(JournalEntry entry, JournalFold fold) {
            boolean wanted = entry.sequence() > doneUpTo;
            folded++;
            List<Effect> effects = new ArrayList<>();
            fold.add(
                    entry,
                    decision -> {
                        if (wanted) {
                            effects.add(Effect.of(engine, decision));
                        }
                    });
            if (wanted) {
                long now = ports.clock().getAsLong();
                entries.add(new DurableEntry(entry.shard(), entry.sequence(), now, effects));
            }
        }
    }
}
