package org.fogg.trader.bench;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SteadyStateTest {

    @ParameterizedTest
    @CsvSource({
        "0, 0, 3000, true",
        "1, 0, 3000, false",
        "100, 300, 3000, true",
        "101, 300, 3000, false",
        "20, 10, 500, true",
        "21, 10, 500, false",
        "2000000000, 9000000000, 4000, true"
    })
    void shouldBeReachedWhileNoMoreIsUnderWayThanIsSentInASecond(
            int underWay, long sent, long millis, boolean reached) {
        assertThat(SteadyState.isReached(underWay, sent, millis * 1_000_000)).isEqualTo(reached);
    }
}
