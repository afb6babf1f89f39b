package org.fogg.stack;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SpecFileTest {
    @TempDir private Path folder;

    static Stream<ServerSpec> specs() {
        return Stream.of(
                CassandraSpec.single("europe-eu-central-1"),
                CassandraSpec.node("c2", "127.0.0.2", "dc", List.of("127.0.0.1", "127.0.0.2"))
                        .withRack("r2")
                        .withHeapMb(300),
                new KafkaSpec("kafka", "127.0.0.1", 1, 2, 128),
                new ElasticsearchSpec("elasticsearch", "127.0.0.1", 3, 4, 256));
    }

    @ParameterizedTest
    @MethodSource("specs")
    void shouldReadWhatWasWritten(ServerSpec spec) throws IOException {
        Path file = folder.resolve("new").resolve("spec.properties");

        SpecFile.write(spec, file);

        assertThat(SpecFile.read(file)).contains(spec);
    }

    @Test
    void shouldReadNothingWhenThereIsNoFile() throws IOException {
        assertThat(SpecFile.read(folder.resolve("none"))).isEmpty();
    }
}
