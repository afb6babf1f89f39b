package org.fogg.analytics.trends;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import org.assertj.core.data.Offset;
import org.fogg.analytics.Seed;
import org.fogg.analytics.TestAnalytics;
import org.fogg.stack.ServerKind;
import org.fogg.stack.Servers;
import org.fogg.stack.junit.UseServers;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

@UseServers({ServerKind.KAFKA, ServerKind.ELASTICSEARCH})
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TrendsIT {

    private final Servers servers;
    private final String georegion = Servers.uniqueName("g").replace('_', '-');
    private TestAnalytics analytics;
    private Seed seed;

    TrendsIT(Servers servers) {
        this.servers = servers;
    }

    @BeforeAll
    void seed() throws Exception {
        analytics = new TestAnalytics(servers, georegion);
        seed = new Seed(analytics, georegion, georegion.substring(1));
        seed.list();
        seed.past();
        analytics.start();
        TestAnalytics.await(
                () ->
                        analytics.count("fogg-trades-*", "georegion", georegion) == seed.trades()
                                && analytics.count("fogg-orders-*", "georegion", georegion)
                                        == seed.rejections()
                                && analytics.count("fogg-tickers-*", "georegion", georegion)
                                        == 180L * seed.stocks().size());
    }

    @AfterAll
    void close() {
        analytics.close();
    }

    @Test
    void shouldOrderTrendingStocksByTradesOrByValue() {
        JsonNode byTrades = trend("stocks?window=1h&size=5");
        JsonNode byValue = trend("stocks?window=1h&size=5&by=value");

        assertThat(byTrades).hasSize(5);
        assertThat(byTrades.get(0).get("trades").asLong())
                .isGreaterThanOrEqualTo(byTrades.get(1).get("trades").asLong());
        assertThat(byValue.get(0).get("value").asDouble())
                .isGreaterThanOrEqualTo(byValue.get(1).get("value").asDouble());
        JsonNode first = byTrades.get(0);
        assertThat(first.get("volume").asLong()).isEqualTo(10 * first.get("trades").asLong());
        assertThat(first.get("vwap").asDouble())
                .isCloseTo(
                        first.get("value").asDouble() / first.get("volume").asLong(),
                        Offset.offset(0.01));
        assertThat(first.get("momentum").isNumber()).isTrue();
        assertThat(first.get("volatility").asDouble()).isPositive();
    }

    @Test
    void shouldTellPriceAndVolumeOverTimeOfAStock() {
        String symbol = seed.stocks().get(0).symbol();

        JsonNode stock = trend("stocks/" + symbol + "?window=1h&points=30");

        assertThat(stock.get("trades").asLong()).isPositive();
        assertThat(stock.get("step_ms").asLong()).isEqualTo(120_000);
        assertThat(stock.get("vwap").asDouble()).isPositive();
        long volume = 0;
        for (JsonNode point : stock.get("series")) {
            volume += point.get("volume").asLong();
            assertThat(point.get("price").toString()).isNotEqualTo("0.0");
        }
        assertThat(volume).isEqualTo(stock.get("volume").asLong());
    }

    @Test
    void shouldTellLatencyByTypeAndGeoregion() {
        JsonNode types = trend("latency?window=1h");

        assertThat(types).hasSize(3);
        long trades = 0;
        for (JsonNode type : types) {
            JsonNode latency = type.get("latency_us");
            assertThat(latency.get("p50").asDouble()).isBetween(900.0, 100_000.0);
            assertThat(latency.get("p99").asDouble())
                    .isGreaterThanOrEqualTo(latency.get("p50").asDouble());
            assertThat(type.get("georegions").get(0).get("georegion").asString())
                    .isEqualTo(georegion);
            trades += type.get("trades").asLong();
        }
        assertThat(trades).isEqualTo(seed.trades());
    }

    @Test
    void shouldTellThatStopsCostAndLimitsGain() {
        for (JsonNode type : trend("loss?window=1h")) {
            double loss = type.get("loss").asDouble();
            switch (type.get("type").asString()) {
                case "limit" -> assertThat(loss).isNegative();
                default -> assertThat(loss).isPositive();
            }
            assertThat(type.get("loss_per_20000").asDouble())
                    .isCloseTo(20_000 * loss / type.get("value").asDouble(), Offset.offset(1e-6));
        }
    }

    @Test
    void shouldCountRejectionsByReason() {
        JsonNode reasons = trend("rejections?window=1h");

        assertThat(reasons.get(0).get("reason").asString()).isEqualTo("insufficient_cash");
        assertThat(reasons.get(1).get("reason").asString()).isEqualTo("price_distance_limit");
        assertThat(reasons.get(0).get("orders").asLong() + reasons.get(1).get("orders").asLong())
                .isEqualTo(seed.rejections());
    }

    @Test
    void shouldCountTradesOverTimeAndOverTheMap() {
        long overTime = 0;
        for (JsonNode step : trend("activity?window=1h&points=20")) {
            overTime += step.get("trades").asLong();
        }
        long overMap = 0;
        for (JsonNode flow : trend("flows?window=1h")) {
            overMap += flow.get("trades").asLong();
        }

        assertThat(overTime).isEqualTo(seed.trades());
        assertThat(overMap).isEqualTo(seed.trades());
    }

    @Test
    void shouldNameWhatRoseAndWhatFell() {
        JsonNode movers = trend("movers?window=1h&size=3");

        for (JsonNode rising : movers.get("rising")) {
            assertThat(rising.get("change").asDouble()).isPositive();
        }
        assertThat(movers.get("falling")).isNotEmpty();
        assertThat(movers.get("falling").get(0).get("change").asDouble()).isNegative();
    }

    @Test
    void shouldAnswerEmptyWhenNothingMatches() {
        assertThat(analytics.json("/api/v1/trends/stocks?georegion=nowhere")).isEmpty();
        assertThat(analytics.json("/api/v1/trends/latency?georegion=nowhere")).isEmpty();
        assertThat(analytics.json("/api/v1/trends/activity?georegion=nowhere")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "trends/stocks?window=8d, window, from 10s to 7d",
        "trends/stocks?window=9s, window, from 10s to 7d",
        "trends/stocks?window=ten, window, from 10s to 7d",
        "trends/stocks?window=10m&window=1h, window, once",
        "trends/stocks?size=0, size, from 1 to 100",
        "trends/stocks?size=99999999999999999999, size, from 1 to 100",
        "trends/stocks?by=name, by, trades",
        "trends/stocks?georegion=Europe, georegion, lower-case",
        "trends/stocks?georegion=%22%7D%7D, georegion, lower-case",
        "trends/stocks?script=1, script, known",
        "trends/stocks/NOPE, symbol, listed",
        "trends/stocks/%3Cscript%3E, symbol, listed",
        "trends/activity?points=501, points, from 2 to 500",
        "trends/latency?size=3, size, known",
        "live?after=-1, after, from 0",
        "health?x=y, x, known",
    })
    void shouldNameFieldAndRuleWhenAParameterIsBad(String path, String field, String rule) {
        HttpResponse<String> response = analytics.get("/api/v1/" + path);

        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(response.body())
                .contains("\"field\":\"" + field + "\"")
                .contains(rule)
                .doesNotContain("Exception");
    }

    private JsonNode trend(String path) {
        return analytics.json("/api/v1/trends/" + path + "&georegion=" + georegion);
    }
}
