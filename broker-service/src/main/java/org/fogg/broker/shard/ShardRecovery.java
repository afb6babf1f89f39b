package org.fogg.broker.shard;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.fogg.broker.journal.AppendOutcome;
import org.fogg.broker.journal.DurableEntry;
import org.fogg.broker.journal.Effect;
import org.fogg.broker.journal.JournalCodec;
import org.fogg.broker.journal.JournalStore.Slot;
import org.fogg.broker.projection.Projector.ShardMarks;
import org.fogg.broker.snapshot.Restored;
import org.fogg.core.engine.ShardEngine;
import org.fogg.core.owner.JournalEntry;
import org.fogg.core.owner.JournalFold;
import org.jspecify.annotations.Nullable;

/**
 * Takes a shard over: folds its journal into a new engine, from the latest snapshot on, then takes
 * the next slot with an OWNER entry. While others take slots, it reads on and tries again. Blocks;
 * a recovery runs on one thread at a time.
 */
final class ShardRecovery {

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
        ShardMarks done = ports.projector().marks(claim.shard());
        // What is to be projected again is folded again, for that is where its rows come from.
        long doneUpTo = Math.min(done.projected(), done.published());
        Restored begin = ports.snapshots().restore(claim.shard(), doneUpTo);
        long restored = ports.clock().getAsLong();
        JournalFold fold = begin.fold();
        var backlog = new Backlog(begin.engine(), doneUpTo);
        while (claim.isValid()) {
            ports.journal()
                    .read(
                            ShardPorts.TERM,
                            claim.shard(),
                            fold.next(),
                            entry -> backlog.fold(entry, fold));
            long now = ports.clock().getAsLong();
            JournalEntry owner =
                    fold.ownerEntry(ShardPorts.TERM, claim.shard(), UUID.randomUUID(), now);
            if (append(claim, owner) == AppendOutcome.APPENDED) {
                long entries = owner.sequence() - begin.sequence() - 1;
                long taken = ports.clock().getAsLong();
                var split =
                        new RecoverySplit(
                                begin.sequence(), restored - start, entries, taken - restored);
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

    private AppendOutcome append(Claim claim, JournalEntry owner) {
        var outcome = new CompletableFuture<AppendOutcome>();
        ports.journal()
                .append(
                        new Slot(ShardPorts.TERM, claim.shard(), owner.sequence()),
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

        private Backlog(ShardEngine engine, long doneUpTo) {
            this.engine = engine;
            this.doneUpTo = doneUpTo;
        }

        private void fold(JournalEntry entry, JournalFold fold) {
            boolean wanted = entry.sequence() > doneUpTo;
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
