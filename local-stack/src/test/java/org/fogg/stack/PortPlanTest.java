package org.fogg.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.List;
import java.util.Map;
import org.fogg.stack.StackException.Problem;
import org.junit.jupiter.api.Test;

class PortPlanTest {
    @Test
    void shouldFillInFreePortsWhenAnyWillDo() {
        ServerSpec kafka = resolve(KafkaSpec.single().withPort(0));

        assertThat(kafka.ports()).hasSize(2);
        assertThat(kafka.ports().values())
                .doesNotHaveDuplicates()
                .allMatch(port -> Ports.isFree(kafka.host(), port));
    }

    @Test
    void shouldKeepThePortsOfTheLastTimeWhenTheyAreFree() {
        ServerSpec asked = CassandraSpec.single("dc").withPort(0);
        ServerSpec before = resolve(asked);

        List<ServerSpec> again = PortPlan.resolve(List.of(asked), Map.of(asked.name(), before));

        assertThat(again).containsExactly(before);
    }

    @Test
    void shouldChooseAnotherPortWhenThatOfTheLastTimeIsTaken() throws IOException {
        ServerSpec asked = ElasticsearchSpec.single().withPort(0);
        ServerSpec before = resolve(asked);
        try (ServerSocket taken = listen(before.port())) {
            ServerSpec now = PortPlan.resolve(List.of(asked), Map.of(asked.name(), before)).get(0);

            assertThat(now.port()).isNotEqualTo(taken.getLocalPort()).isNotZero();
        }
    }

    @Test
    void shouldSayWhichPortIsTakenAndHowToChangeItWhenSomeoneElseHasIt() throws IOException {
        try (ServerSocket taken = listen(0)) {
            int port = taken.getLocalPort();

            assertThatThrownBy(() -> resolve(KafkaSpec.single().withPort(port)))
                    .isInstanceOfSatisfying(
                            StackException.class,
                            e -> assertThat(e.problem()).isEqualTo(Problem.PORT_TAKEN))
                    .hasMessage(
                            "Port "
                                    + port
                                    + " on 127.0.0.1 is taken by another program, so Kafka cannot"
                                    + " start: stop that program, or set FOGG_KAFKA_PORT to"
                                    + " another port (0 for any free one).");
        }
    }

    @Test
    void shouldGiveAllNodesTheSameStoragePortWhenTheyFormACluster() {
        CassandraSpec first = CassandraSpec.node("a", "127.0.0.1", "one", List.of());
        CassandraSpec second = CassandraSpec.node("b", "127.0.0.2", "two", List.of("127.0.0.1"));

        List<ServerSpec> resolved =
                PortPlan.resolve(List.of(first.withPort(0), second.withPort(0)), Map.of());

        assertThat(resolved.get(0).ports().get("storage"))
                .isEqualTo(resolved.get(1).ports().get("storage"))
                .isNotZero();
        assertThat(resolved.get(0).ports().get("jmx"))
                .isNotEqualTo(resolved.get(1).ports().get("jmx"));
    }

    @Test
    void shouldUseTheStoragePortOfTheRunningNodesWhenOneJoinsLater() {
        ServerSpec first = resolve(CassandraSpec.single("one").withPort(0));
        CassandraSpec second = CassandraSpec.node("b", "127.0.0.2", "two", List.of("127.0.0.1"));

        List<ServerSpec> resolved =
                PortPlan.resolve(List.of(second.withPort(0)), Map.of(first.name(), first));

        assertThat(resolved.get(0).ports().get("storage")).isEqualTo(first.ports().get("storage"));
    }

    private static ServerSpec resolve(ServerSpec spec) {
        return PortPlan.resolve(List.of(spec), Map.of()).get(0);
    }

    private static ServerSocket listen(int port) throws IOException {
        return new ServerSocket(port, 1, InetAddress.getByName(ServerSpec.LOOPBACK));
    }
}
