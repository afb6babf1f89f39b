package org.fogg.broker.shard;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import org.fogg.broker.web.Stages;
import org.junit.jupiter.api.Test;

/** Both sides time their stages under one name, which Prometheus allows in one form only. */
final class StageMetricsTest {

    @Test
    void shouldTellTheStagesOfBothSidesTogether() {
        PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
        Stages web = new Stages(registry);
        Stage.Timers shards = new Stage.Timers(registry);
        web.authenticated(1_000);
        web.validated(1_000);
        web.answered(1_000);
        for (Stage stage : Stage.values()) {
            shards.record(stage, 1_000);
        }

        String metrics = registry.scrape();

        for (String stage :
                new String[] {
                    "authenticate",
                    "validate",
                    "request",
                    "enqueue",
                    "decide",
                    "execute",
                    "append",
                    "project",
                    "publish",
                    "answer",
                    "tick_to_trade"
                }) {
            assertThat(metrics).contains("fogg_stage_seconds_count{stage=\"" + stage + "\"} 1");
        }
    }
}
