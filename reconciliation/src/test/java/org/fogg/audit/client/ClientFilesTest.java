package org.fogg.audit.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ClientFilesTest {
    private static final UUID TRADER = new UUID(1, 2);
    private static final String LINE =
            "{\"run\":\"r\",\"trader\":\"" + TRADER + "\",\"op\":\"open\",\"amount\":1.5}";

    @TempDir private Path folder;
    private final List<ClientRecord> records = new ArrayList<>();
    private final List<String> malformed = new ArrayList<>();

    @Test
    void shouldReadEveryLineWhenAllAreFinished() throws IOException {
        read(LINE + "\n\n" + LINE + "\n");

        assertThat(records).hasSize(2);
        assertThat(records.get(1).place()).isEqualTo("run.jsonl line 3");
        assertThat(records.get(0).amount()).isEqualByComparingTo(new BigDecimal("1.5"));
        assertThat(records.get(0).http()).isZero();
        assertThat(malformed).isEmpty();
    }

    @Test
    void shouldLeaveOutTheLastLineWhenItIsStillBeingWritten() throws IOException {
        read(LINE + "\n" + LINE.substring(0, 20));

        assertThat(records).hasSize(1);
        assertThat(malformed).isEmpty();
    }

    @Test
    void shouldTellThePlaceWhenALineIsNoRecord() throws IOException {
        read("[\n" + LINE + "\n");

        assertThat(records).hasSize(1);
        assertThat(malformed).containsExactly("run.jsonl line 1");
    }

    @Test
    void shouldFailWhenAFileIsNotThere() {
        ClientFiles files = new ClientFiles(List.of(folder.resolve("none.jsonl")));

        assertThatThrownBy(() -> files.read(records::add, (place, problem) -> {}))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageContaining("none.jsonl");
    }

    private void read(String content) throws IOException {
        Path file = folder.resolve("run.jsonl");
        Files.writeString(file, content);
        new ClientFiles(List.of(file)).read(records::add, (place, problem) -> malformed.add(place));
    }
}
