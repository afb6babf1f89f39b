package org.fogg.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.fogg.stack.StackException.Problem;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FailedStartIT {
    private static final ServerSpec KAFKA = KafkaSpec.single().withPort(0);
    private static final ServerSpec ELASTICSEARCH = ElasticsearchSpec.single().withPort(0);

    @TempDir private Path folder;

    @AfterEach
    void shouldLeaveNothingRunning() {
        assertThat(stack().status()).noneMatch(ServerState::running);
    }

    @Test
    void shouldNameTheLogAndTheReasonWhenAServerDiesWhileStarting() throws IOException {
        Path data = stack().folder().resolve("kafka").resolve("data");
        Files.createDirectories(data);
        Files.writeString(data.resolve("meta.properties"), "version=none\n");

        assertThatThrownBy(() -> stack().start(List.of(KAFKA, ELASTICSEARCH), StackListener.SILENT))
                .isInstanceOfSatisfying(
                        StackException.class, e -> assertThat(e.problem()).isEqualTo(Problem.DIED))
                .hasMessageStartingWith("Kafka (kafka) ended while starting (exit code 1): ")
                .hasMessageContaining("No available log directories to format.")
                .hasMessageEndingWith("(log: " + stack().folder() + "/logs/kafka.log)");
    }

    @Test
    void shouldStartNothingWhenAPortIsTaken() throws IOException {
        try (ServerSocket taken =
                new ServerSocket(0, 1, InetAddress.getByName(ServerSpec.LOOPBACK))) {
            ServerSpec collides = KafkaSpec.single().withPort(taken.getLocalPort());

            assertThatThrownBy(
                            () ->
                                    stack().start(
                                                    List.of(ELASTICSEARCH, collides),
                                                    StackListener.SILENT))
                    .hasMessageStartingWith("Port " + taken.getLocalPort() + " on 127.0.0.1");
        }
        assertThat(stack().status()).isEmpty();
    }

    @Test
    void shouldPrintOneSentenceWhenTheJdkDoesNotFit() throws Exception {
        Path java = folder.resolve("jdk-25");
        Files.createDirectories(java.resolve("bin"));
        Files.createFile(java.resolve("bin").resolve("java")).toFile().setExecutable(true);
        Files.writeString(java.resolve("release"), "JAVA_VERSION=\"25.0.1\"\n");
        try (ChildJvm up =
                ChildJvm.start(
                        folder.resolve("up.out"),
                        Map.of(JavaSearch.SETTING, java.toString()),
                        List.of(),
                        StackMain.class,
                        stack().folder().toString(),
                        "up")) {
            assertThat(up.await()).isEqualTo(1);
            assertThat(up.output())
                    .isEqualTo(
                            "Cassandra needs a JDK of version 17 to 23, but"
                                    + " FOGG_SERVERS_JAVA_HOME names version 25.0.1 in "
                                    + java
                                    + "; install one, or set FOGG_SERVERS_JAVA_HOME to its"
                                    + " folder.");
        }
    }

    @Test
    void shouldSayHowToBuildTheJarsWhenTheyAreNotThere() throws Exception {
        try (ChildJvm up =
                ChildJvm.start(
                        folder.resolve("up.out"),
                        Map.of(),
                        List.of("-D" + ServerHome.PROPERTY + "=" + folder),
                        StackMain.class,
                        stack().folder().toString(),
                        "up")) {
            assertThat(up.await()).isEqualTo(1);
            assertThat(up.output())
                    .startsWith("The jars of Cassandra are not in " + folder)
                    .endsWith("build them with \"mvn -Pfast -pl local-stack -am package\".");
        }
    }

    private LocalStack stack() {
        return LocalStack.in(folder.resolve("stack")).startingQuickly();
    }
}
