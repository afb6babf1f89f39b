package org.fogg.broker.journal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class RepeatedAppendTest {

    private static final UUID MINE = new UUID(1, 1);
    private static final UUID THEIRS = new UUID(2, 2);

    private final ScheduledExecutorService pauses = Executors.newScheduledThreadPool(1);
    private final ArrayDeque<CompletionStage<UUID>> tries = new ArrayDeque<>();
    private final List<AppendOutcome> outcomes = new ArrayList<>();
    private final CountDownLatch ended = new CountDownLatch(1);

    @AfterEach
    void stop() {
        pauses.shutdownNow();
    }

    private AppendOutcome append(boolean wanted) throws InterruptedException {
        new RepeatedAppend(
                        tries::removeFirst,
                        MINE,
                        () -> wanted,
                        outcome -> {
                            outcomes.add(outcome);
                            ended.countDown();
                        },
                        pauses,
                        pause -> {})
                .start();
        assertThat(ended.await(2, TimeUnit.MINUTES)).isTrue();
        assertThat(outcomes).hasSize(1);
        return outcomes.get(0);
    }

    private static CompletionStage<UUID> failed() {
        return CompletableFuture.failedFuture(new IllegalStateException("time-out"));
    }

    @Test
    void shouldBeAppendedWhenTheSlotHoldsItsOwnEntry() throws InterruptedException {
        tries.add(CompletableFuture.completedFuture(MINE));

        assertThat(append(true)).isEqualTo(AppendOutcome.APPENDED);
    }

    @Test
    void shouldBeTakenWhenTheSlotHoldsAnothersEntry() throws InterruptedException {
        tries.add(CompletableFuture.completedFuture(THEIRS));

        assertThat(append(true)).isEqualTo(AppendOutcome.TAKEN);
    }

    @Test
    void shouldRepeatUntilTheOutcomeIsKnown() throws InterruptedException {
        tries.addAll(List.of(failed(), failed(), CompletableFuture.completedFuture(MINE)));

        assertThat(append(true)).isEqualTo(AppendOutcome.APPENDED);
        assertThat(tries).isEmpty();
    }

    @Test
    void shouldFindAnothersEntryAfterATimeOut() throws InterruptedException {
        tries.addAll(List.of(failed(), CompletableFuture.completedFuture(THEIRS)));

        assertThat(append(true)).isEqualTo(AppendOutcome.TAKEN);
    }

    @Test
    void shouldGiveUpWhenTheShardIsNotWantedAnyMore() throws InterruptedException {
        tries.add(failed());

        assertThat(append(false)).isEqualTo(AppendOutcome.ABANDONED);
    }
}
