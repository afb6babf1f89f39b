package org.fogg.trader.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BenchSettingsTest {

    @TempDir private Path folder;

    @Test
    void shouldNameOptionAndRuleWhenAValueIsOutOfRange() {
        assertThatThrownBy(() -> BenchSettings.defaults().withLoad(0, 200))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("--seconds must be from 1 to 86400, not 0");
        assertThatThrownBy(() -> BenchSettings.defaults().withLoad(10, 100_001))
                .hasMessage("--rate must be from 1 to 100000, not 100001");
    }

    @Test
    void shouldKnowItsMixesAndMixFiles() throws IOException {
        Path file = Files.writeString(folder.resolve("my.mix"), "limit = 1\n");

        assertThat(Workload.named("thirds")).isNotNull();
        assertThat(Workload.named("stockonline")).isNotNull();
        assertThat(Workload.named(file.toString())).isNotNull();
        assertThatThrownBy(() -> Workload.named("third"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "--mix must be thirds, stockonline or a file, and there is no file third");
    }
}
