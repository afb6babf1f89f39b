package org.fogg.ticker.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CandleBuilderTest {

    private static final long SECOND = 1_000_000_000;
    private static final long MINUTE = 60 * SECOND;

    private final CandleBuilder candles = new CandleBuilder(CandleSize.MINUTE);

    @Test
    void shouldHaveNoCandleBeforeTheFirstTick() {
        assertThat(candles.current()).isNull();
    }

    @Test
    void shouldGatherTheTicksOfABucket() {
        candles.onTick(100, 5 * MINUTE + 1);
        candles.onTick(120, 5 * MINUTE + 2);
        candles.onTick(90, 5 * MINUTE + 3);
        candles.onTick(110, 6 * MINUTE - 1);

        assertThat(candles.current()).isEqualTo(new Candle(5 * MINUTE, 100, 120, 90, 110, 4));
    }

    @Test
    void shouldEndTheCandleWhenTheNextBucketBegins() {
        candles.onTick(100, 5 * MINUTE);

        assertThat(candles.onTick(120, 6 * MINUTE))
                .isEqualTo(new Candle(5 * MINUTE, 100, 100, 100, 100, 1));
        assertThat(candles.current()).isEqualTo(new Candle(6 * MINUTE, 120, 120, 120, 120, 1));
    }

    @Test
    void shouldLeaveOutBucketsWithoutTicks() {
        candles.onTick(100, 5 * MINUTE);

        assertThat(candles.onTick(120, 9 * MINUTE)).isNotNull();
        assertThat(candles.current()).isEqualTo(new Candle(9 * MINUTE, 120, 120, 120, 120, 1));
    }

    @Test
    void shouldCountATickIntoTheCurrentBucketWhenTheClockWasSetBack() {
        candles.onTick(100, 5 * MINUTE);

        assertThat(candles.onTick(120, 4 * MINUTE)).isNull();
        assertThat(candles.current()).isEqualTo(new Candle(5 * MINUTE, 100, 120, 100, 120, 2));
    }

    @Test
    void shouldCutTimeIntoBuckets() {
        assertThat(CandleSize.SECOND.bucket(7 * SECOND + 999_999_999)).isEqualTo(7 * SECOND);
        assertThat(CandleSize.HOUR.bucket(61 * MINUTE)).isEqualTo(60 * MINUTE);
        assertThat(CandleSize.MINUTE.bucket(-1)).isEqualTo(-MINUTE);
        assertThat(CandleSize.MINUTE.seconds()).isEqualTo(60);
    }
}
