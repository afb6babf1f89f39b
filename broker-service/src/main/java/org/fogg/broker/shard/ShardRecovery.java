package org.fogg.broker.shard;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.fogg.broker.journal.AppendOutcome;
import org.fogg.broker.journal.DurableEntry;
import org.fogg.broker.journal.Effect;
import org.fogg.broker.journal.EntryKind;
import org.fogg.broker.journal.JournalCodec;
import org.fogg.broker.journal.JournalEntry;
import org.fogg.broker.journal.JournalStore.Slot;
import org.fogg.broker.journal.Marks;
import org.fogg.broker.market.Stock;
import org.fogg.broker.projection.Projector.ShardMarks;
import org.fogg.core.engine.Decision;
import org.fogg.core.engine.ShardEngine;
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
        var fold = new Fold(new ShardEngine(ports.limits(), relay), done);
        for (Stock stock : ports.directory().stocks()) {
            fold.engine.list(stock.id(), stock.exchange().id(), stock.priceIncrement());
        }
        while (claim.isValid()) {
            ports.journal().read(ShardPorts.TERM, claim.shard(), fold.next, fold::add);
            JournalEntry owner = ownerEntry(claim.shard(), fold);
            AppendOutcome outcome = append(claim, owner);
            if (outcome == AppendOutcome.APPENDED) {
                fold.engine.beginEpoch(owner.epoch());
                return new RecoveredShard(claim, fold.engine, relay, owner, done, fold.backlog);
            }
        }
        return null;
    }

    private JournalEntry ownerEntry(int shard, Fold fold) {
        return new JournalEntry(
                ShardPorts.TERM,
                shard,
                fold.next,
                UUID.randomUUID(),
                EntryKind.OWNER,
                ports.clock().getAsLong(),
                fold.next + 1,
                fold.marks,
                List.of());
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

    /** A journal being folded. */
    private final class Fold {

        private final ShardEngine engine;
        private final long doneUpTo;
        private final List<DurableEntry> backlog = new ArrayList<>();
        private Marks marks = Marks.NONE;
        private long next;

        private Fold(ShardEngine engine, ShardMarks done) {
            this.engine = engine;
            this.doneUpTo = Math.min(done.projected(), done.published());
        }

        private void add(JournalEntry entry) {
            boolean capture = entry.sequence() > doneUpTo;
            List<Effect> effects = new ArrayList<>();
            for (Decision decision : entry.decisions()) {
                engine.replay(decision);
                if (capture) {
                    effects.add(Effect.of(engine, decision));
                }
            }
            if (capture) {
                long now = ports.clock().getAsLong();
                backlog.add(new DurableEntry(entry.shard(), entry.sequence(), now, effects));
            }
            marks = entry.marks();
            next = entry.sequence() + 1;
        }
    }
}
