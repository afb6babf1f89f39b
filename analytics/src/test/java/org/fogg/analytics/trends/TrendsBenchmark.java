package org.fogg.analytics.trends;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import org.fogg.analytics.Seed;
import org.fogg.analytics.TestAnalytics;
import org.fogg.stack.ServerKind;
import org.fogg.stack.Servers;
import org.fogg.stack.junit.UseServers;
import org.junit.jupiter.api.Test;

/**
 * Measures docs/benchmarks/trends.md. No test by its name, so only where it is asked for; {@code
 * -Dfogg.benchmark} is the number of trades, a million unless said otherwise.
 */
@UseServers({ServerKind.KAFKA, ServerKind.ELASTICSEARCH})
class TrendsBenchmark {

    private static final int WARM_UP = 20;
    private static final int REPEATS = 100;
    private static final Duration PATIENCE = Duration.ofMinutes(10);

    private final Servers servers;
    private final String georegion = Servers.uniqueName("g").replace('_', '-');

    TrendsBenchmark(Servers servers) {
        this.servers = servers;
    }

    @Test
    void shouldIndexAndAnswerQuickly() throws Exception {
        int trades = Integer.getInteger("fogg.benchmark", 1_000_000);
        try (TestAnalytics analytics = new TestAnalytics(servers, georegion)) {
            Seed seed = new Seed(analytics, georegion, georegion.substring(1));
            seed.list();
            seed.spread(trades, Duration.ofMinutes(50));

            long start = System.nanoTime();
            analytics.start();
            index(analytics, seed);
            double seconds = (System.nanoTime() - start) / 1e9;
            int documents = seed.trades() + seed.rejections();
            System.out.printf(
                    "%d documents in %.1f s, start of the service included: %.0f a second%n",
                    documents, seconds, documents / seconds);

            long counted = 0;
            for (var type : analytics.json("/api/v1/trends/loss?window=1d")) {
                counted += type.get("trades").asLong();
            }
            assertThat(counted).as("trades within the window").isEqualTo(seed.trades());
            String symbol = seed.stocks().get(0).symbol();
            for (String path :
                    List.of(
                            "stocks?window=1d&size=10",
                            "stocks?window=1d&size=10&by=value",
                            "stocks/" + symbol + "?window=1d&points=60",
                            "activity?window=1d&points=60",
                            "latency?window=1d",
                            "loss?window=1d",
                            "rejections?window=1d",
                            "flows?window=1d",
                            "stocks?window=10m&size=10")) {
                measure(analytics, path);
            }
        }
    }

    private void index(TestAnalytics analytics, Seed seed) {
        Instant deadline = Instant.now().plus(PATIENCE);
        while (analytics.count("fogg-trades-*", "georegion", georegion) < seed.trades()
                || analytics.count("fogg-orders-*", "georegion", georegion) < seed.rejections()) {
            assertThat(Instant.now()).isBefore(deadline);
            LockSupport.parkNanos(Duration.ofMillis(250).toNanos());
        }
    }

    /** One after the other; Elasticsearch forgets its answers before each. */
    private static void measure(TestAnalytics analytics, String path) throws IOException {
        long[] micros = new long[REPEATS];
        for (int i = -WARM_UP; i < REPEATS; i++) {
            analytics.client().indices().clearCache(cache -> cache.request(true));
            long start = System.nanoTime();
            analytics.json("/api/v1/trends/" + path);
            if (i >= 0) {
                micros[i] = (System.nanoTime() - start) / 1_000;
            }
        }
        Arrays.sort(micros);
        System.out.printf(
                "%-55s p50 %6.1f ms  p99 %6.1f ms%n",
                path, micros[REPEATS / 2] / 1e3, micros[REPEATS * 99 / 100] / 1e3);
    }
}
