package org.fogg.launcher.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TakeOverLogTest {

    private static final String ASSIGNED =
            "2026-11-29T02:00:0%d.500Z  INFO 1 --- [broker] Shards assigned: [1, 3]\n";

    @TempDir private Path folder;

    @Test
    void shouldTellTheFirstTimeAnyOfThemWasGivenShardsSinceItWasMade() throws IOException {
        Path one = folder.resolve("one.log");
        Path two = folder.resolve("two.log");
        Files.writeString(one, ASSIGNED.formatted(1));
        TakeOverLog log = new TakeOverLog(List.of(one, two));

        Files.writeString(one, "noise\n" + ASSIGNED.formatted(7), StandardOpenOption.APPEND);
        Files.writeString(two, "\tat Shards assigned: [\n" + ASSIGNED.formatted(6));

        assertThat(log.first()).contains(Instant.parse("2026-11-29T02:00:06.500Z"));
    }

    @Test
    void shouldTellNothingWhenNobodyWasGivenShards() {
        assertThat(new TakeOverLog(List.of(folder.resolve("none.log"))).first()).isEmpty();
    }
}
