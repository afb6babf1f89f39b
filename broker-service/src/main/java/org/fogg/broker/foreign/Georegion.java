package org.fogg.broker.foreign;

import io.github.resilience4j.bulkhead.Bulkhead;
import io.github.resilience4j.bulkhead.BulkheadConfig;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.timelimiter.TimeLimiter;
import io.github.resilience4j.timelimiter.TimeLimiterConfig;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.net.ConnectException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.hc.client5.http.ConnectTimeoutException;
import org.fogg.broker.command.AnswerCodec;
import org.fogg.broker.command.Command;
import org.fogg.broker.command.CommandAnswer;
import org.fogg.broker.command.CommandCodec;
import org.fogg.broker.http.BinaryHttp;
import org.fogg.broker.probe.Presence;
import org.fogg.broker.wire.MalformedMessageException;
import org.fogg.ticker.wan.Route;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The brokers of one georegion, of which any will do. A broker that refuses the connection has got
 * nothing, so the next one is tried at once; after any other failure the next call goes to the next
 * one. Nothing is repeated here that may have arrived: the owner of a transfer asks every second,
 * and a client repeats its request.
 */
final class Georegion {

    private static final Logger log = LoggerFactory.getLogger(Georegion.class);
    private static final String PATH = "/v2/brokers/commands";

    /** More than a command may take there, and a round trip around the world. */
    private static final Duration CALL_LIMIT = Duration.ofSeconds(3);

    private static final Duration PROBE_LIMIT = Duration.ofSeconds(1);
    private static final int MOST_CALLS = 500;

    private final String name;
    private final List<URI> brokers;
    private final BinaryHttp http;
    private final Route route;
    private final CircuitBreaker breaker;
    private final Bulkhead bulkhead;
    private final TimeLimiter callLimit = limit(CALL_LIMIT);
    private final TimeLimiter probeLimit = limit(PROBE_LIMIT);
    private final ScheduledExecutorService timer;
    private final Counter requests;
    private final Counter replies;
    private final Presence presence = new Presence();
    private final AtomicInteger preferred = new AtomicInteger();
    private final ThreadLocal<CommandCodec> commands = ThreadLocal.withInitial(CommandCodec::new);
    private final ThreadLocal<AnswerCodec> answers = ThreadLocal.withInitial(AnswerCodec::new);

    Georegion(
            String name,
            List<URI> bases,
            BinaryHttp http,
            Route route,
            CircuitBreaker breaker,
            ScheduledExecutorService timer,
            MeterRegistry meters) {
        this.name = name;
        this.brokers = bases.stream().map(base -> URI.create(base + PATH)).toList();
        this.http = http;
        this.route = route;
        this.breaker = breaker;
        this.timer = timer;
        requests = messages("request", meters);
        replies = messages("answer", meters);
        bulkhead =
                Bulkhead.of(
                        name,
                        BulkheadConfig.custom()
                                .maxConcurrentCalls(MOST_CALLS)
                                .maxWaitDuration(Duration.ZERO)
                                .build());
    }

    private Counter messages(String kind, MeterRegistry meters) {
        return Counter.builder("fogg.wan.messages")
                .description("Commands to brokers of another georegion, and their answers")
                .tag("peer", name)
                .tag("kind", kind)
                .register(meters);
    }

    private static TimeLimiter limit(Duration duration) {
        return TimeLimiter.of(
                TimeLimiterConfig.custom()
                        .timeoutDuration(duration)
                        .cancelRunningFuture(true)
                        .build());
    }

    boolean isReachable() {
        return presence.isThere() && breaker.getState() != CircuitBreaker.State.OPEN;
    }

    void probe() {
        int broker = preferred.get();
        probeLimit
                .executeCompletionStage(
                        timer, () -> route.call(() -> http.get(brokers.get(broker))))
                .whenComplete(
                        (answer, failure) -> {
                            if (failure == null) {
                                presence.answered();
                            } else {
                                turnFrom(broker);
                                noteMissed(root(failure));
                            }
                        });
    }

    private void noteMissed(Throwable cause) {
        if (brokers.size() == 1 && isNotSent(cause)) {
            presence.refused();
        } else {
            presence.missed();
        }
    }

    CompletableFuture<CommandAnswer> ask(Command command) {
        if (!breaker.tryAcquirePermission()) {
            return CompletableFuture.failedFuture(Unreachable.of(name));
        }
        if (!bulkhead.tryAcquirePermission()) {
            breaker.releasePermission();
            return CompletableFuture.failedFuture(Unreachable.busy(name));
        }
        long start = System.nanoTime();
        CompletableFuture<CommandAnswer> done = new CompletableFuture<>();
        CompletableFuture<byte[]> call = new CompletableFuture<>();
        call.whenComplete(
                (answer, failure) -> {
                    bulkhead.onComplete();
                    long nanos = System.nanoTime() - start;
                    if (failure != null) {
                        breaker.onError(nanos, TimeUnit.NANOSECONDS, failure);
                    } else {
                        breaker.onSuccess(nanos, TimeUnit.NANOSECONDS);
                    }
                    complete(done, answer, failure);
                });
        post(commands.get().encode(command), brokers.size(), call);
        return done;
    }

    private void post(byte[] body, int triesLeft, CompletableFuture<byte[]> call) {
        int broker = preferred.get();
        requests.increment();
        callLimit
                .executeCompletionStage(
                        timer, () -> route.call(() -> http.post(brokers.get(broker), body)))
                .whenComplete(
                        (answer, failure) -> {
                            if (failure == null) {
                                replies.increment();
                                call.complete(answer);
                                return;
                            }
                            turnFrom(broker);
                            Throwable cause = root(failure);
                            if (isNotSent(cause) && triesLeft > 1) {
                                post(body, triesLeft - 1, call);
                            } else {
                                call.completeExceptionally(cause);
                            }
                        });
    }

    /** Unless somebody else has turned already. */
    private void turnFrom(int broker) {
        preferred.compareAndSet(broker, (broker + 1) % brokers.size());
    }

    private void complete(
            CompletableFuture<CommandAnswer> done, byte[] answer, @Nullable Throwable failure) {
        if (failure != null) {
            done.completeExceptionally(
                    isNotSent(failure) ? Unreachable.of(name) : Unreachable.unanswered(name));
            return;
        }
        try {
            done.complete(answers.get().decode(answer));
        } catch (MalformedMessageException e) {
            log.warn("A broker of {} answered what cannot be decoded", name, e);
            done.completeExceptionally(Unreachable.unanswered(name));
        }
    }

    private static boolean isNotSent(Throwable cause) {
        return cause instanceof ConnectException || cause instanceof ConnectTimeoutException;
    }

    private static Throwable root(Throwable failure) {
        Throwable cause = failure;
        while (cause.getCause() != null && !isNotSent(cause)) {
            cause = cause.getCause();
        }
        return cause;
    }
}
