package org.fogg.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.fogg.launcher.json.Json;
import org.fogg.stack.ProjectRoot;
import org.fogg.stack.junit.SharedServers;
import org.fogg.system.TestWorld.Outcome;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Whatever serves traders is killed or halted while they trade, and every record agrees then. */
@Order(1)
class ChaosSystemTest {

    /** One kill of each kind, and two more faults. */
    private static final int FAULTS = 6;

    /** In a world of its own, before the shared one is started, to have the machine for itself. */
    @Test
    void shouldAgreeInEveryRecordWhenTheServingProcessesFailUnderLoad()
            throws IOException, InterruptedException {
        TestWorld own = TestWorld.in("chaos-world");
        SharedServers.stop();
        try {
            own.world().down(System.out::println);
            own.world().wipe();

            Outcome chaos =
                    own.fogg(
                            "chaos",
                            "--kills",
                            Integer.toString(FAULTS),
                            "--seconds",
                            "60",
                            "--targets",
                            "brokers,exchanges,kafka,cassandra",
                            "--rate",
                            "15",
                            "--traders",
                            "20",
                            "--json",
                            "-");

            assertThat(chaos.exitCode()).as(chaos.err()).isZero();
            check(Json.tree(chaos.out()));
            assertThat(own.world().described()).isEmpty();
            assertThat(archives()).as("archives of classes").hasSize(3);
        } finally {
            own.world().down(System.out::println);
        }
    }

    private static List<Path> archives() throws IOException {
        try (Stream<Path> files =
                Files.find(
                        ProjectRoot.find(),
                        4,
                        (file, attributes) ->
                                file.toString().endsWith(".jsa")
                                        && file.toString().contains("image-"))) {
            return files.toList();
        }
    }

    private static void check(JsonNode result) {
        List<String> hit = new ArrayList<>();
        result.path("kills").forEach(kill -> hit.add(kill.path("target").asString()));
        assertThat(hit).hasSize(FAULTS).contains("exchanges", "kafka", "cassandra");
        assertThat(hit).anyMatch(target -> target.startsWith("europe-"));
        for (String zero : List.of("duplicates", "lost", "unresolved")) {
            assertThat(result.path(zero).asLong(-1)).as(zero).isZero();
        }
        assertThat(result.path("money").path("difference").asLong(-1)).isZero();
        assertThat(result.path("trades").asLong()).isPositive();
        assertThat(result.path("executions")).isEqualTo(result.path("trades"));
        assertThat(result.path("acknowledged").asLong()).isPositive();
        assertThat(result.path("ok").asBoolean()).isTrue();
    }
}
