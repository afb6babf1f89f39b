package org.fogg.ticker.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StockStatisticsTest {

    private static final long SECOND = 1_000_000_000;
    private static final long DAY = 86_400 * SECOND;

    private final StockStatistics statistics = new StockStatistics();

    @Test
    void shouldHaveNoFiguresBeforeTheFirstTick() {
        assertThat(statistics.figures()).isNull();
        assertThat(statistics.candles(CandleSize.SECOND)).isEmpty();
    }

    @Test
    void shouldTellChangeAgainstTheFirstTickOfTheDay() {
        statistics.onTick(400, DAY - 1);
        statistics.onTick(1_000, DAY);
        statistics.onTick(900, DAY + 1);
        statistics.onTick(1_075, DAY + 2);

        Figures figures = figures();
        assertThat(figures.open()).isEqualTo(1_000);
        assertThat(figures.low()).isEqualTo(900);
        assertThat(figures.high()).isEqualTo(1_075);
        assertThat(figures.last()).isEqualTo(1_075);
        assertThat(figures.change()).isEqualTo(75);
        assertThat(figures.changeBasisPoints()).isEqualTo(750);
        assertThat(figures.at()).isEqualTo(DAY + 2);
        assertThat(figures.ticks()).isEqualTo(4);
    }

    @Test
    void shouldCountHowOftenInARowThePriceRoseOrFell() {
        ticks(100, 101, 102, 102);
        assertThat(figures().trend()).isEqualTo(2);

        ticks(101);
        assertThat(figures().trend()).isEqualTo(-1);

        ticks(100, 99);
        assertThat(figures().trend()).isEqualTo(-3);
    }

    @Test
    void shouldHaveNoVolatilityWhenThePriceStands() {
        ticks(100, 100, 100);

        assertThat(figures().volatilityBasisPoints()).isZero();
        assertThat(figures().simpleAverage()).isEqualTo(100);
        assertThat(figures().exponentialAverage()).isEqualTo(100);
    }

    @Test
    void shouldRoundAveragesToTheNearestUnit() {
        ticks(1, 2);
        assertThat(figures().simpleAverage()).isEqualTo(2);

        ticks(1);
        assertThat(figures().simpleAverage()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void shouldEqualThePlainFormulas(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        List<Long> prices = new ArrayList<>();
        for (int i = 0; i < 500; i++) {
            prices.add(random.nextLong(900_000, 1_100_000));
        }

        prices.forEach(price -> statistics.onTick(price, DAY));

        List<Long> latest = prices.subList(500 - StockStatistics.SIMPLE_TICKS, 500);
        double mean = latest.stream().mapToLong(Long::longValue).average().orElseThrow();
        double weight = 2.0 / (StockStatistics.EXPONENTIAL_TICKS + 1);
        double exponential = prices.get(0);
        double variance = 0;
        for (int i = 1; i < prices.size(); i++) {
            double change = (double) (prices.get(i) - prices.get(i - 1)) / prices.get(i - 1);
            variance += weight * (change * change - variance);
            exponential += weight * (prices.get(i) - exponential);
        }
        assertThat((double) figures().simpleAverage()).isCloseTo(mean, within(0.5));
        assertThat((double) figures().exponentialAverage()).isCloseTo(exponential, within(1.0));
        assertThat(figures().volatilityBasisPoints())
                .isCloseTo(Math.sqrt(variance) * 10_000, within(1e-6));
    }

    @Test
    void shouldKeepTheLatestCandlesOfEverySize() {
        for (int second = 0; second < 1_000; second++) {
            statistics.onTick(100 + second, DAY + second * SECOND);
        }

        List<Candle> seconds = statistics.candles(CandleSize.SECOND);
        List<Candle> minutes = statistics.candles(CandleSize.MINUTE);
        assertThat(seconds).hasSize(301);
        assertThat(seconds.get(300))
                .isEqualTo(new Candle(DAY + 999 * SECOND, 1_099, 1_099, 1_099, 1_099, 1));
        assertThat(minutes).hasSize(17);
        assertThat(minutes.get(0)).isEqualTo(new Candle(DAY, 100, 159, 100, 159, 60));
        assertThat(statistics.candles(CandleSize.HOUR)).hasSize(1);
    }

    @Test
    void shouldTellTheListenerOfEveryCandleThatEnds() {
        List<String> ended = new ArrayList<>();
        StockStatistics told =
                new StockStatistics((size, candle) -> ended.add(size + "@" + candle.start()));

        told.onTick(100, 59 * SECOND);
        told.onTick(100, 60 * SECOND);
        told.onTick(100, 61 * SECOND);

        assertThat(ended).containsExactly("SECOND@59000000000", "MINUTE@0", "SECOND@60000000000");
    }

    @Test
    void shouldGiveConsistentFiguresWhenReadWhileTicksCome() throws Exception {
        AtomicBoolean done = new AtomicBoolean();
        List<Figures> torn = new ArrayList<>();
        statistics.onTick(1_000, DAY);
        Thread reader =
                new Thread(
                        () -> {
                            while (!done.get()) {
                                Figures seen = figures();
                                if (seen.last() - seen.open() != seen.change()
                                        || seen.last() != 1_000 + seen.ticks() - 1) {
                                    torn.add(seen);
                                }
                            }
                        });
        reader.start();

        for (int i = 1; i <= 50_000; i++) {
            statistics.onTick(1_000 + i, DAY + i);
        }
        done.set(true);
        reader.join();

        assertThat(torn).isEmpty();
    }

    private void ticks(long... prices) {
        for (long price : prices) {
            statistics.onTick(price, DAY);
        }
    }

    private Figures figures() {
        return Objects.requireNonNull(statistics.figures());
    }
}
