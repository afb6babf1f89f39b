package org.fogg.ticker.wan;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The way to somebody who is called: a request arrives half a round trip after it was sent, and its
 * answer another half after it was given. Both halves are spent at the caller's end, so whoever is
 * called needs to know nothing. No thread waits meanwhile. Thread-safe.
 */
public final class Route {

    /** No distance: calls are made at once, and nothing is held back. */
    public static final Route NONE = new Route(0, 0, null);

    private final long thereNanos;
    private final long backNanos;
    private final @Nullable ScheduledExecutorService timer;

    private Route(long thereNanos, long backNanos, @Nullable ScheduledExecutorService timer) {
        this.thereNanos = thereNanos;
        this.backNanos = backNanos;
        this.timer = timer;
    }

    /**
     * A way of this length.
     *
     * @param roundTrip there and back; none for zero
     * @param timer makes the calls and completes the futures; one thread keeps the order of calls
     */
    public static Route of(Duration roundTrip, ScheduledExecutorService timer) {
        long nanos = roundTrip.toNanos();
        return nanos == 0 ? NONE : new Route(nanos / 2, nanos - nanos / 2, timer);
    }

    /**
     * Makes a call. Whoever cancels the future gives the call up: one that has not left yet is not
     * made.
     *
     * @param call must not wait; made in this thread where there is no distance, else in the
     *     timer's
     */
    public <T> CompletableFuture<T> call(Supplier<CompletableFuture<T>> call) {
        if (timer == null) {
            return call.get();
        }
        CompletableFuture<T> done = new CompletableFuture<>();
        ScheduledExecutorService clock = timer;
        clock.schedule(() -> arrive(call, done, clock), thereNanos, TimeUnit.NANOSECONDS);
        return done;
    }

    private <T> void arrive(
            Supplier<CompletableFuture<T>> call,
            CompletableFuture<T> done,
            ScheduledExecutorService clock) {
        if (done.isDone()) {
            return;
        }
        CompletableFuture<T> answer;
        try {
            answer = call.get();
        } catch (RuntimeException e) {
            answer = CompletableFuture.failedFuture(e);
        }
        CompletableFuture<T> answered = answer;
        done.whenComplete((value, failure) -> cancelIf(failure != null, answered));
        answered.whenComplete(
                (value, failure) ->
                        clock.schedule(
                                () -> complete(done, value, failure),
                                backNanos,
                                TimeUnit.NANOSECONDS));
    }

    private static void cancelIf(boolean failed, CompletableFuture<?> answer) {
        if (failed) {
            answer.cancel(false);
        }
    }

    private static <T> void complete(
            CompletableFuture<T> done, T value, @Nullable Throwable failure) {
        if (failure == null) {
            done.complete(value);
        } else {
            done.completeExceptionally(failure);
        }
    }
}
