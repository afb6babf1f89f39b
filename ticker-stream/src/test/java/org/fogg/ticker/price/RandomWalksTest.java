package org.fogg.ticker.price;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.api.Test;

class RandomWalksTest {

    private static final long SECOND = 1_000_000_000;

    private final RandomWalks walks =
            new RandomWalks(
                    List.of(
                            new RandomWalk(1, 1_000_000, 100, 2_000),
                            new RandomWalk(2, 5_000_000, 100, 2_000),
                            new RandomWalk(3, 9_000_000, 100, 2_000)),
                    7,
                    4);

    @Test
    void shouldKeepTheRateWhenRunningLong() {
        for (int i = 0; i < 7 * 3_600; i++) {
            walks.advance();
        }

        assertThat(walks.dueAt()).isEqualTo(3_600 * SECOND);
    }

    @Test
    void shouldMoveEveryStockAboutEquallyOften() {
        int[] ticks = new int[3];
        for (int i = 0; i < 3_000; i++) {
            walks.advance();
            ticks[walks.stock()]++;
        }

        assertThat(ticks[0]).isBetween(900, 1_100);
        assertThat(ticks[1]).isBetween(900, 1_100);
        assertThat(ticks[2]).isBetween(900, 1_100);
    }

    @Test
    void shouldGoOnFromAPriceThatWasSetFromOutside() {
        walks.moveTo(1, 2_000_000);
        do {
            walks.advance();
        } while (walks.stock() != 1);

        assertThat(walks.price()).isBetween(1_900_000L, 2_100_000L);
    }

    @Test
    void shouldRefuseToRunWithoutStocksOrRate() {
        assertThatIllegalArgumentException().isThrownBy(() -> new RandomWalks(List.of(), 1, 1));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new RandomWalks(List.of(new RandomWalk(1, 100, 100, 1)), 0, 1));
    }
}
