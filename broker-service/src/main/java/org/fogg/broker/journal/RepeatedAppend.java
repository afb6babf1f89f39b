package org.fogg.broker.journal;

import java.util.UUID;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.LongConsumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * One append, repeated until its outcome is known. A time-out says nothing about what happened, so
 * the only safe answer is the identical append again.
 */
final class RepeatedAppend {

    private static final long FIRST_PAUSE_MS = 5;
    private static final long LONGEST_PAUSE_MS = 500;

    private final Supplier<CompletionStage<UUID>> insert;
    private final UUID incarnation;
    private final BooleanSupplier wanted;
    private final Consumer<AppendOutcome> done;
    private final ScheduledExecutorService pauses;
    private final LongConsumer failed;
    private long pauseMs = FIRST_PAUSE_MS;

    /**
     * @param insert one try; completes with the incarnation that the slot holds afterwards
     * @param failed told of each failed try, with the pause in milliseconds before the next
     */
    RepeatedAppend(
            Supplier<CompletionStage<UUID>> insert,
            UUID incarnation,
            BooleanSupplier wanted,
            Consumer<AppendOutcome> done,
            ScheduledExecutorService pauses,
            LongConsumer failed) {
        this.insert = insert;
        this.incarnation = incarnation;
        this.wanted = wanted;
        this.done = done;
        this.pauses = pauses;
        this.failed = failed;
    }

    void start() {
        CompletionStage<UUID> tried;
        try {
            tried = insert.get();
        } catch (RuntimeException e) {
            answered(null, e);
            return;
        }
        tried.whenComplete(this::answered);
    }

    private void answered(@Nullable UUID holder, @Nullable Throwable failure) {
        if (holder != null && failure == null) {
            done.accept(holder.equals(incarnation) ? AppendOutcome.APPENDED : AppendOutcome.TAKEN);
            return;
        }
        failed.accept(pauseMs);
        if (!wanted.getAsBoolean() || pauses.isShutdown()) {
            done.accept(AppendOutcome.ABANDONED);
            return;
        }
        long pause = pauseMs;
        pauseMs = Math.min(LONGEST_PAUSE_MS, pauseMs * 2);
        pauses.schedule(this::start, pause, TimeUnit.MILLISECONDS);
    }
}
