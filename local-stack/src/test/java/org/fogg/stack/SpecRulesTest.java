package org.fogg.stack;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class SpecRulesTest {
    static Stream<Arguments> broken() {
        return Stream.of(
                Arguments.of(new KafkaSpec("../x", "127.0.0.1", 0, 0, 256), "name:"),
                Arguments.of(new KafkaSpec("kafka", "0.0.0.0", 0, 0, 256), "host:"),
                Arguments.of(new KafkaSpec("kafka", "localhost", 0, 0, 256), "host:"),
                Arguments.of(new KafkaSpec("kafka", "127.0.0.1", 65_536, 0, 256), "client port:"),
                Arguments.of(new KafkaSpec("kafka", "127.0.0.1", 0, -1, 256), "controller port:"),
                Arguments.of(new KafkaSpec("kafka", "127.0.0.1", 0, 0, 63), "heapMb:"));
    }

    @ParameterizedTest
    @MethodSource("broken")
    void shouldNameTheRuleWhenASpecBreaksIt(ServerSpec spec, String rule) {
        assertThatThrownBy(() -> SpecRules.check(spec))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith(rule);
    }

    @Test
    void shouldAcceptTheUsualServers() {
        assertThatCode(() -> SpecRules.check(CassandraSpec.single("dc")))
                .doesNotThrowAnyException();
        assertThatCode(() -> SpecRules.check(KafkaSpec.single())).doesNotThrowAnyException();
        assertThatCode(() -> SpecRules.check(ElasticsearchSpec.single()))
                .doesNotThrowAnyException();
    }

    @Test
    void shouldRefuseANodeWithoutADataCentre() {
        assertThatThrownBy(() -> CassandraSpec.node("c", "127.0.0.1", " ", List.of()))
                .hasMessage("dc and rack: not blank");
    }
}
