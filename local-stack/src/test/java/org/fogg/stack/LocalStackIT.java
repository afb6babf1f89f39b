package org.fogg.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.fogg.stack.StackException.Problem;
import org.fogg.stack.StackListener.Progress;
import org.fogg.stack.StackListener.Step;
import org.fogg.stack.process.ProcessIdentity;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LocalStackIT {
    private static final List<ServerSpec> ANY_PORTS =
            StandardServers.from(
                    Servers.LOCAL_DC,
                    Map.of(
                            "FOGG_CASSANDRA_PORT",
                            "0",
                            "FOGG_KAFKA_PORT",
                            "0",
                            "FOGG_ELASTICSEARCH_PORT",
                            "0"));

    @TempDir private static Path folder;
    private static LocalStack stack;
    private static final List<Progress> FIRST_START = new ArrayList<>();

    @BeforeAll
    static void start() {
        stack =
                LocalStack.in(folder.resolve("stack"))
                        .tiedTo(ProcessIdentity.current())
                        .startingQuickly()
                        .answeringPatiently();
        stack.start(ANY_PORTS, FIRST_START::add);
    }

    @AfterAll
    static void stop() {
        List<Progress> steps = new ArrayList<>();
        stack.stop(steps::add);

        assertThat(steps).extracting(Progress::step).containsOnly(Step.STOPPING, Step.STOPPED);
        assertThat(stack.status()).noneMatch(ServerState::running);
        stack.wipe();
        assertThat(stack.status()).isEmpty();
    }

    @Test
    void shouldTellOfEveryStepWhenStarting() {
        assertThat(FIRST_START).hasSize(6);
        assertThat(FIRST_START)
                .filteredOn(progress -> progress.step() == Step.READY)
                .extracting(Progress::line)
                .satisfiesExactlyInAnyOrder(
                        line -> assertThat(line).matches("Cassandra is ready after [0-9.]+ s"),
                        line -> assertThat(line).matches("Kafka is ready after [0-9.]+ s"),
                        line -> assertThat(line).matches("Elasticsearch is ready after [0-9.]+ s"));
    }

    @Test
    void shouldBeHealthyWhenAskedFromTheFolderAlone() {
        List<ServerState> states = LocalStack.in(stack.folder()).status();

        assertThat(states)
                .extracting(ServerState::name)
                .containsExactly("cassandra", "elasticsearch", "kafka");
        assertThat(states).allMatch(ServerState::healthy);
    }

    @Test
    void shouldLeaveServersAloneWhenTheyRunAlready() {
        List<Long> before = stack.status().stream().map(ServerState::pid).toList();
        List<Progress> steps = new ArrayList<>();

        stack.start(ANY_PORTS, steps::add);

        assertThat(steps).extracting(Progress::step).containsOnly(Step.ALREADY_READY);
        assertThat(stack.status()).extracting(ServerState::pid).isEqualTo(before);
    }

    @Test
    void shouldKeepEveryAcknowledgedWriteWhenKilledAndStartedAgain() throws Exception {
        String name = Servers.uniqueName("survival");
        List<ServerState> before = stack.status();
        for (ServerState server : before) {
            Clients.write(server, name, "kept by " + server.name());
        }

        ServerState cassandra = named(before, "cassandra");
        AcknowledgedWrites writes = new AcknowledgedWrites();

        writes.writeUntilKilled(cassandra, () -> stack.kill("cassandra"));
        stack.kill("kafka");
        // Elasticsearch runs on: what it holds can be had again, from Kafka.
        assertThat(stack.status())
                .filteredOn(ServerState::running)
                .extracting(ServerState::name)
                .containsExactly("elasticsearch");
        List<ServerState> after = stack.start(ANY_PORTS, StackListener.SILENT);

        assertThat(after)
                .extracting(ServerState::spec)
                .containsExactlyInAnyOrderElementsOf(
                        before.stream().map(ServerState::spec).toList());
        for (ServerState server : after) {
            assertThat(Clients.read(server, name)).isEqualTo("kept by " + server.name());
        }
        assertThat(AcknowledgedWrites.stored(named(after, "cassandra")))
                .containsAll(writes.acknowledged());
    }

    private static ServerState named(List<ServerState> servers, String name) {
        return servers.stream()
                .filter(server -> server.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void shouldKeepPortsAndDataWhenOneServerIsStoppedAndStartedAgain() throws Exception {
        String name = Servers.uniqueName("restart");
        ServerState before = stack.start("kafka", StackListener.SILENT);
        Clients.write(before, name, "kept");

        stack.stop("kafka", StackListener.SILENT);
        ServerState after = stack.start("kafka", StackListener.SILENT);

        assertThat(after.spec()).isEqualTo(before.spec());
        assertThat(after.pid()).isNotEqualTo(before.pid());
        assertThat(Clients.read(after, name)).isEqualTo("kept");
    }

    @Test
    void shouldKeepTheDataWhenAskedToDeleteItWhileServersRun() {
        assertThatThrownBy(stack::wipe)
                .isInstanceOfSatisfying(
                        StackException.class,
                        e -> assertThat(e.problem()).isEqualTo(Problem.BROKEN))
                .hasMessageContaining("cannot be deleted while it runs");
    }
}
