package org.fogg.launcher.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.fogg.audit.report.AuditReport;
import org.fogg.audit.report.Totals;
import org.fogg.launcher.chaos.Fault.Signal;
import org.fogg.launcher.json.Json;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class ChaosResultTest {

    private static final String BROKER = "europe-1";
    private static final Totals.Money MONEY =
            Totals.Money.of(100_000_000_000L, 100_000_000_000L, 0);
    private static final List<Strike> STRIKES =
            List.of(
                    new Strike(BROKER, Signal.SIGKILL, 1_500, 9_000, 6_100, 7_000L),
                    new Strike(BROKER, Signal.SIGSTOP, 11_000, 13_000, 2_000, 2_300L));

    @Test
    void shouldWriteExactlyTheAgreedNames() {
        JsonNode json = Json.tree(ChaosResult.of(5, STRIKES, List.of(), report(0, 0, 0, MONEY)));

        assertThat(json.propertyNames())
                .containsExactly(
                        "seed",
                        "kills",
                        "orders",
                        "acknowledged",
                        "executions",
                        "trades",
                        "duplicates",
                        "lost",
                        "unresolved",
                        "money",
                        "recovery_ms",
                        "ok");
        assertThat(json.path("kills").path(0).propertyNames())
                .containsExactly("target", "signal", "at_s", "back_s");
        assertThat(json.path("money").propertyNames())
                .containsExactly("deposited", "held", "in_transit", "difference");
        assertThat(json.path("recovery_ms").toString())
                .isEqualTo("{\"p50\":2300,\"max\":7000,\"detection_p50\":2000}");
        assertThat(Json.pretty(json)).contains("\"deposited\" : 10000000,", "\"at_s\" : 1.5");
    }

    @Test
    void shouldHoldOnlyWhenEveryFigureIsZeroAndNothingFailed() {
        assertThat(ok(List.of(), report(0, 0, 0, MONEY))).isTrue();
        assertThat(ok(List.of("kafka ended by itself"), report(0, 0, 0, MONEY))).isFalse();
        assertThat(ok(List.of(), report(1, 0, 0, MONEY))).isFalse();
        assertThat(ok(List.of(), report(0, 1, 0, MONEY))).isFalse();
        assertThat(ok(List.of(), report(0, 0, 1, MONEY))).isFalse();
        assertThat(ok(List.of(), report(0, 0, 0, Totals.Money.of(2, 1, 0)))).isFalse();
    }

    private static boolean ok(List<String> failures, AuditReport report) {
        return ChaosResult.of(5, STRIKES, failures, report).ok();
    }

    private static AuditReport report(
            long duplicates, long lost, long unresolved, Totals.Money money) {
        return new AuditReport(
                true,
                new AuditReport.Checked(9, 8, 7, 6, 8),
                new Totals(9, duplicates, lost, unresolved, money),
                List.of());
    }
}
