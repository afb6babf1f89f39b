package org.fogg.broker.home;

import com.datastax.oss.driver.api.core.AllNodesFailedException;
import com.datastax.oss.driver.api.core.CqlSession;
import com.datastax.oss.driver.api.core.NodeUnavailableException;
import com.datastax.oss.driver.api.core.cql.SimpleStatement;
import java.net.ConnectException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.fogg.broker.command.UnavailableException;
import org.fogg.broker.home.HomeDecision.Change;
import org.fogg.broker.home.HomeState.Standing;
import org.fogg.broker.http.BinaryHttp;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks after the other data centre, and decides when it is lost. The home goes on alone when the
 * other's Cassandra is gone, for that is what it writes to. The other becomes home when neither
 * Cassandra nor any broker of the home answers, and its own Cassandra has the georegion's tables; a
 * home that lost one of the two mends it itself.
 */
final class HomeWatch implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(HomeWatch.class);
    private static final Duration PATIENCE = Duration.ofSeconds(1);
    private static final long EVERY_MS = 300;
    private static final long PAUSED_NS = TimeUnit.MILLISECONDS.toNanos(5 * EVERY_MS);

    private final HomeLog homes;
    private final CqlSession session;
    private final String tables;
    private final HomeSettings settings;
    private final BinaryHttp http = new BinaryHttp();
    private final ExecutorService decisions = Executors.newSingleThreadExecutor(HomeWatch::daemon);
    private final AtomicBoolean deciding = new AtomicBoolean();
    private final List<URI> brokers;
    private volatile HomeState watched = HomeState.NONE;
    private volatile long checkedAt = System.nanoTime();
    private volatile SignsOfLife own;
    private volatile SignsOfLife cassandra;
    private volatile SignsOfLife everything;

    HomeWatch(HomeLog homes, CqlSession session, String keyspace, HomeSettings settings) {
        this.homes = homes;
        this.session = session;
        this.tables = keyspace + ".terms";
        this.settings = settings;
        brokers = settings.otherBrokers().stream().map(each -> each.resolve("/v2/ping")).toList();
        long now = System.nanoTime();
        own = signs(1, now);
        cassandra = signs(1, now);
        everything = signs(1 + brokers.size(), now);
    }

    private static Thread daemon(Runnable work) {
        var thread = new Thread(work, "home-decisions");
        thread.setDaemon(true);
        return thread;
    }

    private SignsOfLife signs(int sources, long now) {
        return new SignsOfLife(sources, settings.lostAfter(), now);
    }

    void start(ScheduledExecutorService timer) {
        timer.scheduleWithFixedDelay(this::tryCheck, EVERY_MS, EVERY_MS, TimeUnit.MILLISECONDS);
    }

    /** A failure must not end the watch. */
    private void tryCheck() {
        try {
            check();
        } catch (RuntimeException e) {
            log.warn("The other data centre could not be looked after", e);
        }
    }

    private void check() {
        HomeState now = homes.state();
        long at = System.nanoTime();
        if (!now.equals(watched) || at - checkedAt > PAUSED_NS) {
            // What was seen under another home, or before this process stood still, is of no use.
            watched = now;
            own = signs(1, at);
            cassandra = signs(1, at);
            everything = signs(1 + brokers.size(), at);
        }
        checkedAt = at;
        // Whoever would become home has to have the georegion's tables.
        ask(settings.dc(), "SELECT term FROM " + tables + " WHERE shard = 0", List.of(own));
        ask(settings.other(), "SELECT key FROM system.local", List.of(cassandra, everything));
        for (int i = 0; i < brokers.size(); i++) {
            ask(brokers.get(i), 1 + i);
        }
        decide(now, at);
    }

    private void ask(String dc, String query, List<SignsOfLife> signs) {
        SimpleStatement probe =
                SimpleStatement.builder(query)
                        .setExecutionProfileName(dc)
                        .setTimeout(PATIENCE)
                        .setIdempotence(true)
                        .build();
        session.executeAsync(probe)
                .whenComplete((row, failure) -> signs.forEach(each -> note(each, 0, failure)));
    }

    private void ask(URI broker, int source) {
        SignsOfLife signs = everything;
        CompletableFuture<byte[]> answer = http.get(broker);
        answer.orTimeout(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)
                .whenComplete(
                        (body, failure) ->
                                note(
                                        signs,
                                        source,
                                        failure instanceof BinaryHttp.UndecidedException
                                                ? null
                                                : failure));
    }

    private static void note(SignsOfLife signs, int source, @Nullable Throwable failure) {
        Throwable cause = failure instanceof CompletionException ? failure.getCause() : failure;
        if (cause == null) {
            signs.answered(source, System.nanoTime());
        } else if (cause instanceof ConnectException
                || cause instanceof NodeUnavailableException
                || (cause instanceof AllNodesFailedException all && isUnconnected(all))) {
            signs.refused(source);
        } else {
            signs.silent(source);
        }
    }

    /** Without any node, or with nodes that there is no connection to. */
    private static boolean isUnconnected(AllNodesFailedException failure) {
        return failure.getAllErrors().values().stream()
                .flatMap(List::stream)
                .allMatch(NodeUnavailableException.class::isInstance);
    }

    private void decide(HomeState now, long at) {
        boolean isHome = now.home().equals(settings.dc());
        if (isHome && now.takesWrites() && cassandra.isLost(at)) {
            decide(settings.other() + " does not answer", () -> homes.decide(Change.ALONE));
        } else if (!isHome
                && now.other() == Standing.TOGETHER
                && everything.isLost(at)
                && own.isThere(at)) {
            decide(
                    now.home() + " does not answer",
                    () -> homes.move(now.term() + 1, settings.dc()));
        }
    }

    private void decide(String why, Runnable decision) {
        if (deciding.compareAndSet(false, true)) {
            log.warn("{} ({})", why, everything);
            decisions.execute(
                    () -> {
                        try {
                            decision.run();
                        } catch (UnavailableException e) {
                            log.warn("Nothing could be decided on the home: {}", e.getMessage());
                        } finally {
                            deciding.set(false);
                        }
                    });
        }
    }

    @Override
    public void close() {
        decisions.shutdownNow();
        http.close();
    }
}
