package org.fogg.trader.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.fogg.trader.bench.BenchResult.FloorResult;
import org.fogg.trader.bench.BenchResult.ForeignResult;
import org.fogg.trader.bench.BenchResult.MaxRate;
import org.fogg.trader.bench.BenchResult.OperationResult;
import org.fogg.trader.bench.BenchResult.Ratios;
import org.fogg.trader.bench.BenchResult.Spread;
import org.fogg.trader.bench.BenchResult.Step;
import org.fogg.trader.bench.BenchResult.WindowRatios;
import org.fogg.trader.bench.measure.GeneratorHealth;
import org.fogg.trader.bench.measure.Latency;
import org.fogg.trader.bench.measure.OrderCounts;
import org.fogg.trader.bench.measure.Problems;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class ResultJsonTest {

    private static BenchResult result(@Nullable Ratios ratio, List<String> failures) {
        Map<String, OperationResult> operations = new LinkedHashMap<>();
        operations.put(
                "market",
                new OperationResult(10, 8, 1, 1, new Latency(1500, 1900, 2500, 3000, 4000)));
        operations.put("cancel", new OperationResult(1, 0, 1, 0, null));
        return new BenchResult(
                "20261121-101500-abcd",
                60,
                100,
                200,
                1,
                "thirds",
                Map.of("date", "2026-11-21T10:15:00Z"),
                operations,
                Map.of("market", new OrderCounts(9, 8, 0, 0, 1, 1, 12_345_500)),
                new Latency(1200, 1500, 2000, 2500, 9000),
                null,
                new FloorResult(
                        new Latency(900, 1000, 1500, 2000, 3000),
                        new Latency(1000, 1100, 1600, 2100, 3100),
                        Map.of("append", new Latency(350, 400, 500, 600, 700)),
                        1000,
                        2),
                ratio,
                12.5,
                new MaxRate(400, 20_000, List.of(new Step(400, 15_000L, 1.0, true))),
                new GeneratorHealth.Report(1000, 2, 0, 17, new Latency(60, 70, 80, 90, 100)),
                List.of(new Problems.Problem("market: 403 insufficient buying power", 1)),
                List.of("1 operations failed"),
                failures);
    }

    private static Ratios ratios() {
        return new Ratios(
                1.333, 1.333, 1.5, 1.563, new WindowRatios(new Spread(8, 1.2, 1.3, 1.5), null));
    }

    private static String golden(String name) throws IOException {
        try (InputStream in = ResultJsonTest.class.getResourceAsStream(name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @Test
    void shouldBeAsAgreed() throws IOException {
        JsonMapper mapper = JsonMapper.builder().build();
        String json = result(ratios(), List.of()).toJson().toString();

        assertThat(mapper.readTree(json)).isEqualTo(mapper.readTree(golden("result.json")));
    }

    @Test
    void shouldTellOrdersAbroadApartByWay() {
        Latency latency = new Latency(95_000, 96_000, 97_000, 98_000, 99_000);
        OperationResult there = new OperationResult(3, 2, 1, 0, latency);
        ForeignResult foreign =
                new ForeignResult(3, 2, 1, 0, latency, Map.of("europe>north-america", there));
        OperationResult limit = new OperationResult(1, 1, 0, 0, null, foreign);

        JsonNode json = ResultJson.tree(limit);

        assertThat(json.at("/foreign/latency_us/p50").asLong()).isEqualTo(95_000);
        assertThat(json.at("/foreign/rejected").asLong()).isEqualTo(1);
        JsonNode pair = json.path("foreign").path("pairs").path("europe>north-america");
        assertThat(pair.path("sent").asLong()).isEqualTo(3);
        assertThat(pair.has("foreign")).isFalse();
    }

    @Test
    void shouldHaveNoRatioWhenTheFloorIsVoid() {
        BenchResult result = result(null, List.of("floor: void"));

        assertThat(result.toJson().get("ratio").isNull()).isTrue();
        assertThat(result.checksHeld()).isFalse();
        assertThat(result.toText())
                .contains("ratio to the floor: none")
                .contains("FAILED: floor: void");
    }

    @Test
    void shouldShowPeopleATable() throws IOException {
        assertThat(result(ratios(), List.of()).toText()).isEqualTo(golden("result.txt"));
    }
}
