package org.fogg.broker.exchange;

import io.github.resilience4j.circuitbreaker.CallNotPermittedException;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.github.resilience4j.circuitbreaker.CircuitBreakerRegistry;
import io.github.resilience4j.timelimiter.TimeLimiter;
import io.github.resilience4j.timelimiter.TimeLimiterConfig;
import java.net.ConnectException;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.apache.hc.client5.http.ConnectTimeoutException;
import org.fogg.broker.http.BinaryHttp;
import org.fogg.broker.market.Exchange;
import org.fogg.broker.probe.Presence;
import org.fogg.broker.wire.MalformedMessageException;
import org.fogg.core.engine.ExecutionRequest;
import org.fogg.ticker.wan.Route;
import org.fogg.ticker.wan.Routes;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Binary messages over kept-alive HTTP. Each exchange has a circuit breaker for its executions, and
 * every call a time limit. Only a connection that was refused, or a breaker that is open, means
 * that an attempt was not sent; everything else that goes wrong leaves its outcome unknown.
 */
public final class HttpExchangeClient implements ExchangeClient, AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(HttpExchangeClient.class);
    private static final Duration CALL_LIMIT = Duration.ofSeconds(1);
    private static final Duration LOG_ON_LIMIT = Duration.ofSeconds(10);

    private final BinaryHttp http = new BinaryHttp();
    private final ScheduledExecutorService timer;
    private final CircuitBreakerRegistry breakers;
    private final TimeLimiter callLimit = limit(CALL_LIMIT);
    private final TimeLimiter logOnLimit = limit(LOG_ON_LIMIT);
    private final Routes routes;
    private final ThreadLocal<ExchangeCodec> codec;
    private final Map<URI, Uris> uris = new ConcurrentHashMap<>();
    private final Map<String, Route> ways = new ConcurrentHashMap<>();
    private final Map<Integer, Presence> presences = new ConcurrentHashMap<>();

    private record Uris(URI execute, URI resolve, URI logOn, URI stocks) {

        private static Uris of(URI base) {
            return new Uris(
                    URI.create(base + "/execute"),
                    URI.create(base + "/resolve"),
                    URI.create(base + "/log-on"),
                    URI.create(base + "/stocks"));
        }
    }

    /**
     * @param brokerGroup under which the exchanges know this georegion's brokers
     * @param timer ends calls that last too long
     * @param routes the ways to the exchanges
     */
    public HttpExchangeClient(String brokerGroup, ScheduledExecutorService timer, Routes routes) {
        this.timer = timer;
        this.routes = routes;
        this.codec = ThreadLocal.withInitial(() -> new ExchangeCodec(brokerGroup));
        this.breakers =
                CircuitBreakerRegistry.of(
                        CircuitBreakerConfig.custom()
                                .slidingWindowSize(20)
                                .minimumNumberOfCalls(5)
                                .failureRateThreshold(50)
                                .waitDurationInOpenState(Duration.ofSeconds(1))
                                .permittedNumberOfCallsInHalfOpenState(3)
                                .automaticTransitionFromOpenToHalfOpenEnabled(true)
                                .build());
    }

    private static TimeLimiter limit(Duration duration) {
        return TimeLimiter.of(
                TimeLimiterConfig.custom()
                        .timeoutDuration(duration)
                        .cancelRunningFuture(true)
                        .build());
    }

    /** The circuit breakers, named by exchange code, for metrics. */
    public CircuitBreakerRegistry breakers() {
        return breakers;
    }

    private CircuitBreaker breaker(Exchange exchange) {
        return breakers.circuitBreaker(String.valueOf(exchange.id()));
    }

    @Override
    public boolean isAvailable(int exchangeId) {
        return presence(exchangeId).isThere()
                && breakers.circuitBreaker(String.valueOf(exchangeId)).getState()
                        != CircuitBreaker.State.OPEN;
    }

    /** Asks an exchange for what it lists, to know whether it answers before an order needs it. */
    public void probe(Exchange exchange) {
        limited(exchange, callLimit, () -> http.get(uris(exchange).stocks()))
                .whenComplete((answer, failure) -> note(presence(exchange.id()), failure));
    }

    private Presence presence(int exchangeId) {
        return presences.computeIfAbsent(exchangeId, id -> new Presence());
    }

    private static void note(Presence exchange, @Nullable Throwable failure) {
        if (failure == null) {
            exchange.answered();
        } else if (root(failure) instanceof ConnectException) {
            exchange.refused();
        } else {
            exchange.missed();
        }
    }

    @Override
    public void execute(
            Exchange exchange, int shard, ExecutionRequest request, Consumer<ExchangeReply> done) {
        CircuitBreaker breaker = breaker(exchange);
        try {
            breaker.acquirePermission();
        } catch (CallNotPermittedException e) {
            done.accept(ExchangeReply.NOT_SENT);
            return;
        }
        long start = System.nanoTime();
        byte[] body = codec.get().execute(shard, request);
        post(exchange, uris(exchange).execute(), body, callLimit)
                .whenComplete(
                        (answer, failure) -> {
                            long nanos = System.nanoTime() - start;
                            Throwable cause = failure == null ? null : root(failure);
                            if (cause != null) {
                                breaker.onError(nanos, TimeUnit.NANOSECONDS, cause);
                            } else {
                                breaker.onSuccess(nanos, TimeUnit.NANOSECONDS);
                            }
                            done.accept(reply(answer, cause, isNotSent(cause)));
                        });
    }

    @Override
    public void resolve(
            Exchange exchange, int shard, ExecutionRequest request, Consumer<ExchangeReply> done) {
        byte[] body = codec.get().resolve(shard, request);
        post(exchange, uris(exchange).resolve(), body, callLimit)
                .whenComplete(
                        (answer, failure) ->
                                done.accept(
                                        reply(
                                                answer,
                                                failure == null ? null : root(failure),
                                                false)));
    }

    @Override
    public void logOn(
            Exchange exchange,
            int shard,
            long epoch,
            long fromReport,
            Consumer<LogOnOutcome> done) {
        byte[] body = codec.get().logOn(shard, epoch, fromReport);
        post(exchange, uris(exchange).logOn(), body, logOnLimit)
                .whenComplete(
                        (answer, failure) -> {
                            LogOnOutcome outcome =
                                    failure != null ? null : decode(c -> c.logOnOutcome(answer));
                            done.accept(outcome == null ? LogOnOutcome.FAILED : outcome);
                        });
    }

    private Uris uris(Exchange exchange) {
        return uris.computeIfAbsent(exchange.url(), Uris::of);
    }

    private CompletionStage<byte[]> post(
            Exchange exchange, URI uri, byte[] body, TimeLimiter limit) {
        return limited(exchange, limit, () -> http.post(uri, body));
    }

    private CompletionStage<byte[]> limited(
            Exchange exchange, TimeLimiter limit, Supplier<CompletableFuture<byte[]>> call) {
        Route way = ways.computeIfAbsent(exchange.code(), routes::toExchange);
        return limit.executeCompletionStage(timer, () -> way.call(call));
    }

    private ExchangeReply reply(byte[] answer, @Nullable Throwable cause, boolean notSent) {
        if (notSent) {
            return ExchangeReply.NOT_SENT;
        }
        ExchangeReply reply = cause != null ? null : decode(c -> c.reply(answer));
        return reply == null ? ExchangeReply.UNKNOWN : reply;
    }

    private <T> @Nullable T decode(Function<ExchangeCodec, T> decoding) {
        try {
            return decoding.apply(codec.get());
        } catch (MalformedMessageException e) {
            log.warn("An exchange answered what cannot be decoded", e);
            return null;
        }
    }

    private static boolean isNotSent(@Nullable Throwable cause) {
        return cause instanceof ConnectException || cause instanceof ConnectTimeoutException;
    }

    private static Throwable root(Throwable failure) {
        Throwable cause = failure;
        while (cause.getCause() != null && !isNotSent(cause)) {
            cause = cause.getCause();
        }
        return cause;
    }

    /** Ends its connections and its thread; calls under way fail. */
    @Override
    public void close() {
        http.close();
    }
}
