package org.fogg.ticker.price;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RandomWalkTest {

    private static final long SEED = 42;
    private static final long ANCHOR = 1_000_000;
    private static final long CENT = 100;
    private static final int STEPS = 20_000;

    @Test
    void shouldGiveTheSamePricesWhenTheSeedIsTheSame() {
        assertThat(prices(walk(SEED, 2_000), 1_000)).isEqualTo(prices(walk(SEED, 2_000), 1_000));
    }

    @Test
    void shouldGiveOtherPricesWhenTheSeedDiffers() {
        assertThat(prices(walk(SEED, 2_000), 1_000))
                .isNotEqualTo(prices(walk(SEED + 1, 2_000), 1_000));
    }

    @Test
    void shouldKeepItsDirectionMostOfTheTime() {
        long[] prices = prices(walk(SEED, 2_000), STEPS);

        int kept = 0;
        int turned = 0;
        for (int i = 2; i < prices.length; i++) {
            boolean same = (prices[i] > prices[i - 1]) == (prices[i - 1] > prices[i - 2]);
            kept += same ? 1 : 0;
            turned += same ? 0 : 1;
        }

        assertThat(kept).isBetween(STEPS * 85 / 100, STEPS * 95 / 100);
        assertThat(turned).isPositive();
    }

    @Test
    void shouldMoveMoreWhenTheStockIsMoreVolatile() {
        assertThat(meanStep(prices(walk(SEED, 6_000), STEPS)))
                .isGreaterThan(2 * meanStep(prices(walk(SEED, 2_000), STEPS)));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void shouldStayOnTheIncrementAndNearTheAnchor(long seed) {
        long[] prices = prices(walk(seed, 20_000), STEPS);

        assertThat(LongStream.of(prices)).allMatch(price -> price % CENT == 0);
        assertThat(LongStream.of(prices).min().getAsLong()).isGreaterThan(ANCHOR / 5);
        assertThat(LongStream.of(prices).max().getAsLong()).isLessThan(ANCHOR * 5);
    }

    @Test
    void shouldMoveWithEveryStepWhenItIsNotAtTheLowestPrice() {
        long[] prices = prices(walk(SEED, 1), 1_000);

        for (int i = 1; i < prices.length; i++) {
            assertThat(prices[i]).isNotEqualTo(prices[i - 1]);
        }
    }

    @Test
    void shouldNeverFallBelowOneIncrement() {
        RandomWalk walk = new RandomWalk(SEED, CENT, CENT, 100_000);

        assertThat(LongStream.of(prices(walk, STEPS)).min().getAsLong()).isEqualTo(CENT);
    }

    @Test
    void shouldGoOnFromThePriceItIsMovedTo() {
        RandomWalk walk = walk(SEED, 2_000);

        walk.moveTo(2_345_678);

        assertThat(walk.price()).isEqualTo(2_345_600);
        assertThat(walk.next()).isBetween(2_300_000L, 2_400_000L);
    }

    @Test
    void shouldNotOverflowWhenThePriceIsHuge() {
        long huge = 10_000_000_000_000L;

        long[] prices = prices(new RandomWalk(SEED, huge, CENT, 100_000), STEPS);

        assertThat(LongStream.of(prices)).allMatch(price -> price > 0 && price < 5 * huge);
    }

    @Test
    void shouldRefuseSettingsThatMakeNoSense() {
        assertThatIllegalArgumentException().isThrownBy(() -> new RandomWalk(1, 99, 100, 1));
        assertThatIllegalArgumentException().isThrownBy(() -> new RandomWalk(1, 100, 0, 1));
        assertThatIllegalArgumentException().isThrownBy(() -> new RandomWalk(1, 100, 100, -1));
    }

    private static RandomWalk walk(long seed, int volatility) {
        return new RandomWalk(seed, ANCHOR, CENT, volatility);
    }

    private static long[] prices(RandomWalk walk, int count) {
        return LongStream.generate(walk::next).limit(count).toArray();
    }

    private static double meanStep(long[] prices) {
        double sum = 0;
        for (int i = 1; i < prices.length; i++) {
            sum += Math.abs(prices[i] - prices[i - 1]) / (double) prices[i - 1];
        }
        return sum / prices.length;
    }
}
