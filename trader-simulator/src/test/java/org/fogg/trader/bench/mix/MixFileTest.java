package org.fogg.trader.bench.mix;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MixFileTest {

    @TempDir private Path folder;

    @Test
    void shouldReadWeights() throws IOException {
        Path file = folder.resolve("my.mix");
        Files.writeString(file, "# orders\nmarket = 2\n\nlimit=1 # some\n stop = 0\nquote = 30\n");

        assertThat(MixFile.read(file).byOperation())
                .isEqualTo(Map.of(Operation.MARKET, 2, Operation.LIMIT, 1, Operation.QUOTE, 30));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "markt = 1 | my.mix line 2: there is no operation \"markt\"; there are market,",
                "limit | my.mix line 2: must be \"operation = weight\", not \"limit\"",
                "limit = -1 | my.mix line 2: limit must be a whole number from 0 to 1000000",
                "limit = 1.5 | my.mix line 2: limit must be a whole number from 0 to 1000000",
                "limit = 1000001 | my.mix line 2: limit must be a whole number from 0 to 1000000",
                "limit = | my.mix line 2: limit must be a whole number from 0 to 1000000",
                "market = 2 | my.mix line 2: market already has a weight in line 1",
            })
    void shouldNameLineAndRuleWhenALineIsWrong(String line, String message) {
        assertThatThrownBy(() -> MixFile.parse("my.mix", List.of("market = 1", line)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith(message);
    }

    @Test
    void shouldRefuseAMixWithoutOrders() {
        assertThatThrownBy(() -> MixFile.parse("my.mix", List.of("quote = 1", "limit = 0")))
                .hasMessage(
                        "my.mix: one of market, limit and stop must have a weight above 0:"
                                + " the rate counts orders");
    }

    @Test
    void shouldNameTheFileWhenItCannotBeRead() {
        assertThatThrownBy(() -> MixFile.read(folder.resolve("absent")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("absent cannot be read");
    }
}
