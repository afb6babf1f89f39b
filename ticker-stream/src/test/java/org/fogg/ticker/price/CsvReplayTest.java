package org.fogg.ticker.price;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CsvReplayTest {

    private static final long SECOND = 1_000_000_000;

    @TempDir private Path folder;

    private record Change(int stock, long price, long dueAt) {}

    @Test
    void shouldSpreadADailyFileEvenlyOverTheRun() throws Exception {
        CsvReplay replay =
                replay("date,open,high,low,close\n2020-01-03,1,1,1,1\n2020-01-06,2,2,2,2\n", 8);

        assertThat(changes(replay, 8).stream().map(Change::dueAt))
                .containsExactly(
                        0L,
                        SECOND,
                        2 * SECOND,
                        3 * SECOND,
                        4 * SECOND,
                        5 * SECOND,
                        6 * SECOND,
                        7 * SECOND);
    }

    @Test
    void shouldGiveEveryMomentTheSameShareWhenTheyDifferInSize() throws Exception {
        CsvReplay replay =
                replay(
                        "time,symbol,price\n"
                                + "2020-01-01,A,1\n2020-01-01,B,2\n2020-01-01T12:00:00,A,3\n",
                        10);

        assertThat(changes(replay, 3))
                .containsExactly(
                        new Change(0, 10_000, 0),
                        new Change(1, 20_000, 5 * SECOND / 2),
                        new Change(0, 30_000, 5 * SECOND));
    }

    @Test
    void shouldStartOverAtItsEnd() throws Exception {
        CsvReplay replay = replay("time,symbol,price\n2020-01-01,A,1\n2020-01-02,A,2\n", 10);

        assertThat(changes(replay, 5))
                .containsExactly(
                        new Change(0, 10_000, 0),
                        new Change(0, 20_000, 5 * SECOND),
                        new Change(0, 10_000, 10 * SECOND),
                        new Change(0, 20_000, 15 * SECOND),
                        new Change(0, 10_000, 20 * SECOND));
    }

    @Test
    void shouldIgnorePricesThatAreSetFromOutside() throws Exception {
        CsvReplay replay = replay("time,symbol,price\n2020-01-01,A,1\n", 10);

        replay.moveTo(0, 990_000);

        assertThat(changes(replay, 1)).containsExactly(new Change(0, 10_000, 0));
    }

    @Test
    void shouldRefuseARunOfNoLength() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> replay("time,symbol,price\n2020-01-01,A,1\n", 0));
    }

    private CsvReplay replay(String content, int seconds) throws Exception {
        Path file = Files.writeString(folder.resolve("prices.csv"), content);
        return new CsvReplay(PriceFileReader.read(file, 100), Duration.ofSeconds(seconds));
    }

    private static List<Change> changes(CsvReplay replay, int count) {
        List<Change> changes = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            replay.advance();
            changes.add(new Change(replay.stock(), replay.price(), replay.dueAt()));
        }
        return changes;
    }
}
