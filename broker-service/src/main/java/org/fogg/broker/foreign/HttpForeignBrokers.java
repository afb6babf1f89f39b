package org.fogg.broker.foreign;

import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.github.resilience4j.circuitbreaker.CircuitBreakerRegistry;
import io.micrometer.core.instrument.MeterRegistry;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ScheduledExecutorService;
import org.fogg.broker.command.Command;
import org.fogg.broker.command.CommandAnswer;
import org.fogg.broker.http.BinaryHttp;
import org.fogg.ticker.wan.Routes;
import org.jspecify.annotations.Nullable;

/**
 * The other georegions' brokers over kept-alive HTTP, with a circuit breaker, a bulkhead and a time
 * limit for each georegion.
 */
public final class HttpForeignBrokers implements ForeignBrokers, AutoCloseable {

    private final BinaryHttp http;
    private final CircuitBreakerRegistry breakers =
            CircuitBreakerRegistry.of(
                    CircuitBreakerConfig.custom()
                            .slidingWindowSize(20)
                            .minimumNumberOfCalls(5)
                            .failureRateThreshold(50)
                            .waitDurationInOpenState(Duration.ofSeconds(1))
                            .permittedNumberOfCallsInHalfOpenState(3)
                            .automaticTransitionFromOpenToHalfOpenEnabled(true)
                            .build());
    private final Map<String, Georegion> georegions = new TreeMap<>();

    /**
     * Connects to nobody yet.
     *
     * @param brokers the bases of the brokers' REST APIs, by georegion
     * @param key headers by which brokers know each other
     * @param timer ends calls that last too long
     * @param routes the ways to the georegions
     * @param meters counts what goes there and comes back
     */
    public HttpForeignBrokers(
            Map<String, List<URI>> brokers,
            Map<String, String> key,
            ScheduledExecutorService timer,
            Routes routes,
            MeterRegistry meters) {
        http = new BinaryHttp(key);
        brokers.forEach(
                (name, bases) ->
                        georegions.put(
                                name,
                                new Georegion(
                                        name,
                                        bases,
                                        http,
                                        routes.toGeoregion(name),
                                        breakers.circuitBreaker(name),
                                        timer,
                                        meters)));
    }

    /** The circuit breakers, named by georegion, for metrics. */
    public CircuitBreakerRegistry breakers() {
        return breakers;
    }

    /** Asks each georegion whether it is there, so that it is known before an order needs it. */
    public void probe() {
        georegions.values().forEach(Georegion::probe);
    }

    @Override
    public boolean isReachable(String georegion) {
        Georegion known = georegions.get(georegion);
        return known != null && known.isReachable();
    }

    @Override
    public CompletableFuture<CommandAnswer> ask(String georegion, Command command) {
        @Nullable Georegion known = georegions.get(georegion);
        return known == null
                ? CompletableFuture.failedFuture(Unreachable.of(georegion))
                : known.ask(command);
    }

    /** Ends its connections and its thread; calls under way fail. */
    @Override
    public void close() {
        http.close();
    }
}
