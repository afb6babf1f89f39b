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
import org.fogg.core.engine.ShardEngine;
import org.fogg.core.owner.EngineRelay;
import org.fogg.core.owner.JournalEntry;
import org.fogg.core.owner.JournalFold;
import org.jspecify.annotations.Nullable;

/**
 * Takes a shard over: folds its journal into a new engine, then takes the next slot with an OWNER
 * entry. While others take slots, it reads on and tries again. Blocks; a recovery runs on one
 * thread at a time.
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
        ShardMarks done = ports.projector().marks(claim.shard());
        var relay = new EngineRelay();
        var engine = new ShardEngine(ports.limits(), relay);
        var fold = new JournalFold(engine);
        var backlog = new Backlog(engine, done);
        while (claim.isValid()) {
            ports.journal()
                    .read(
                            ShardPorts.TERM,
                            claim.shard(),
                            fold.next(),
                            entry -> backlog.fold(entry, fold));
            JournalEntry owner =
                    fold.ownerEntry(
                            ShardPorts.TERM,
                            claim.shard(),
                            UUID.randomUUID(),
                            ports.clock().getAsLong());
            if (append(claim, owner) == AppendOutcome.APPENDED) {
                return new RecoveredShard(
                        claim, fold.takeOver(owner), relay, owner, done, backlog.entries);
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

        private Backlog(ShardEngine engine, ShardMarks done) {
            this.engine = engine;
            this.doneUpTo = Math.min(done.projected(), done.published());
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
