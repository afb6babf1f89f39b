package org.fogg.ticker.wan;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class RouteTest {

    private static final Duration ROUND_TRIP = Duration.ofMillis(40);
    private static final Duration NEVER = Duration.ofDays(2);

    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor();

    @AfterEach
    void end() {
        timer.shutdownNow();
    }

    @Test
    void shouldHoldTheRequestForHalfAndTheAnswerForTheOtherHalf() throws Exception {
        List<Long> arrived = new ArrayList<>();
        long sent = System.nanoTime();

        String answer =
                Route.of(ROUND_TRIP, timer)
                        .call(
                                () -> {
                                    arrived.add(System.nanoTime());
                                    return CompletableFuture.completedFuture("yes");
                                })
                        .get(10, TimeUnit.SECONDS);

        long back = System.nanoTime();
        assertThat(answer).isEqualTo("yes");
        assertThat(arrived).hasSize(1);
        assertThat(arrived.get(0) - sent).isGreaterThanOrEqualTo(ROUND_TRIP.toNanos() / 2);
        assertThat(back - arrived.get(0)).isGreaterThanOrEqualTo(ROUND_TRIP.toNanos() / 2);
    }

    @Test
    void shouldCallInTheCallersThreadWhenThereIsNoDistance() {
        Thread here = Thread.currentThread();
        List<Thread> called = new ArrayList<>();

        CompletableFuture<String> answer =
                Route.of(Duration.ZERO, timer)
                        .call(
                                () -> {
                                    called.add(Thread.currentThread());
                                    return CompletableFuture.completedFuture("yes");
                                });

        assertThat(answer).isCompletedWithValue("yes");
        assertThat(called).containsExactly(here);
    }

    @Test
    void shouldKeepTheOrderOfCallsAndOfAnswers() throws Exception {
        Route route = Route.of(Duration.ofMillis(2), timer);
        List<Integer> made = new ArrayList<>();
        List<Integer> answered = new ArrayList<>();
        List<CompletableFuture<?>> all = new ArrayList<>();

        for (int i = 0; i < 200; i++) {
            int number = i;
            all.add(
                    route.call(
                                    () -> {
                                        made.add(number);
                                        return CompletableFuture.completedFuture(number);
                                    })
                            .thenAccept(answered::add));
        }
        CompletableFuture.allOf(all.toArray(CompletableFuture[]::new)).get(10, TimeUnit.SECONDS);

        assertThat(made).isSorted().hasSize(200);
        assertThat(answered).isEqualTo(made);
    }

    @Test
    void shouldBringAFailureBackToo() {
        CompletableFuture<String> answer =
                Route.of(ROUND_TRIP, timer)
                        .call(
                                () ->
                                        CompletableFuture.failedFuture(
                                                new IllegalStateException("no")));

        assertThat(answer)
                .failsWithin(10, TimeUnit.SECONDS)
                .withThrowableOfType(java.util.concurrent.ExecutionException.class)
                .withCauseInstanceOf(IllegalStateException.class);
    }

    @Test
    void shouldNotMakeACallThatWasGivenUpBeforeItArrived() throws Exception {
        AtomicBoolean made = new AtomicBoolean();
        // Nothing arrives before the timer's only thread is let go on.
        CountDownLatch givenUp = new CountDownLatch(1);
        timer.submit(() -> givenUp.await(10, TimeUnit.SECONDS));
        CompletableFuture<String> given =
                Route.of(Duration.ofMillis(2), timer)
                        .call(
                                () -> {
                                    made.set(true);
                                    return new CompletableFuture<>();
                                });
        given.cancel(false);
        givenUp.countDown();

        // The timer has one thread and takes what is due in order.
        timer.schedule(() -> {}, 5, TimeUnit.MILLISECONDS).get(10, TimeUnit.SECONDS);

        assertThat(made).isFalse();
    }

    @Test
    void shouldGiveUpTheCallThatIsUnderWayWhenItsFutureIsCanceled() throws Exception {
        CompletableFuture<String> there = new CompletableFuture<>();
        CompletableFuture<Void> arrived = new CompletableFuture<>();
        CompletableFuture<String> given =
                Route.of(Duration.ofNanos(2), timer)
                        .call(
                                () -> {
                                    arrived.complete(null);
                                    return there;
                                });
        arrived.get(10, TimeUnit.SECONDS);
        timer.submit(() -> {}).get(10, TimeUnit.SECONDS);

        given.cancel(false);

        assertThat(there).isCancelled();
    }

    @Test
    void shouldWaitInNoThreadWhileACallIsUnderWay() throws Exception {
        Route.of(NEVER, timer).call(() -> new CompletableFuture<String>());

        assertThat(timer.submit(() -> "free").get(10, TimeUnit.SECONDS)).isEqualTo("free");
    }
}
