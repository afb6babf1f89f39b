package org.fogg.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StandardServersTest {
    @Test
    void shouldUseTheUsualPortsWhenTheEnvironmentSaysNothing() {
        List<ServerSpec> servers = StandardServers.from("dc", Map.of());

        assertThat(servers).extracting(ServerSpec::port).containsExactly(9042, 9092, 9200);
        assertThat(servers).extracting(ServerSpec::heapMb).containsExactly(512, 256, 512);
    }

    @Test
    void shouldFollowTheEnvironmentWhenItSaysOtherwise() {
        List<ServerSpec> servers =
                StandardServers.from(
                        "dc",
                        Map.of(
                                "FOGG_CASSANDRA_PORT",
                                "9142",
                                "FOGG_KAFKA_PORT",
                                "0",
                                "FOGG_ELASTICSEARCH_HEAP",
                                "1024"));

        assertThat(servers).extracting(ServerSpec::port).containsExactly(9142, 0, 9200);
        assertThat(servers).extracting(ServerSpec::heapMb).containsExactly(512, 256, 1024);
    }

    @ParameterizedTest
    @ValueSource(strings = {"-1", "65536", "many", "9042.0"})
    void shouldNameTheVariableWhenItHoldsNoPort(String text) {
        assertThatThrownBy(() -> StandardServers.from("dc", Map.of("FOGG_KAFKA_PORT", text)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("FOGG_KAFKA_PORT: a whole number from 0 to 65535, not " + text);
    }
}
