package org.fogg.stack;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.fogg.stack.process.ProcessIdentity;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OrphansIT {
    private static final Map<String, String> ANY_PORTS =
            Map.of(
                    "FOGG_CASSANDRA_PORT",
                    "0",
                    "FOGG_KAFKA_PORT",
                    "0",
                    "FOGG_ELASTICSEARCH_PORT",
                    "0");
    private static final Pattern STARTING = Pattern.compile("Starting ");

    @TempDir private Path folder;

    @AfterEach
    void stopWhatIsLeft() {
        stack().stop(StackListener.SILENT);
    }

    @Test
    void shouldStopAllServersWhenTheirStarterWasKilledWhileStartingThem() throws Exception {
        try (ChildJvm starter = stackMain("up")) {
            Await.until(
                    "all three were started: " + starter.output(),
                    () -> STARTING.matcher(starter.output()).results().count() == 3);
            starter.kill();
        }
        List<ServerState> orphans = stack().status();
        assertThat(orphans).hasSize(3).allMatch(ServerState::running);

        try (ChildJvm down = stackMain("down")) {
            assertThat(down.await()).as(down.output()).isZero();
            assertThat(down.output())
                    .contains("Cassandra has stopped", "Kafka has stopped", "Elasticsearch has");
        }

        assertThat(orphans).noneMatch(server -> ProcessIdentity.of(server.pid()).isPresent());
        assertThat(stack().status()).noneMatch(ServerState::running);
    }

    @Test
    void shouldTakeServersOverWhenTheirStarterWasKilledWhileStartingThem() throws Exception {
        ServerSpec kafka = KafkaSpec.single().withPort(0);
        try (ChildJvm starter =
                ChildJvm.start(
                        folder.resolve("starter.out"),
                        Map.of(),
                        List.of(),
                        StartKafka.class,
                        stack().folder().toString())) {
            Await.until("it was started", () -> starter.output().contains("STARTING"));
            starter.kill();
        }
        long pid = stack().status().get(0).pid();

        ServerState taken = stack().start(List.of(kafka), StackListener.SILENT).get(0);

        assertThat(taken.pid()).isEqualTo(pid);
        assertThat(taken.healthy()).isTrue();
    }

    /** What the other JVM runs. */
    static final class StartKafka {
        private StartKafka() {}

        public static void main(String[] args) {
            LocalStack.in(Path.of(args[0]))
                    .startingQuickly()
                    .start(
                            List.of(KafkaSpec.single().withPort(0)),
                            progress -> System.out.println(progress.step()));
        }
    }

    private LocalStack stack() {
        return LocalStack.in(folder.resolve("stack")).startingQuickly();
    }

    private ChildJvm stackMain(String command) throws Exception {
        return ChildJvm.start(
                folder.resolve(command + ".out"),
                ANY_PORTS,
                List.of(),
                StackMain.class,
                stack().folder().toString(),
                command);
    }
}
