package org.fogg.ticker.stream;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TickFilterTest {

    private final TickFilter filter = new TickFilter();

    @Test
    void shouldAcceptTicksOfRisingSequence() {
        assertThat(filter.accept(1, 1)).isTrue();
        assertThat(filter.accept(1, 2)).isTrue();
        assertThat(filter.accept(1, 1_000)).isTrue();
        assertThat(filter.duplicates()).isZero();
        assertThat(filter.late()).isZero();
    }

    @Test
    void shouldDropAndCountATickThatComesTwice() {
        filter.accept(1, 7);

        assertThat(filter.accept(1, 7)).isFalse();
        assertThat(filter.duplicates()).isEqualTo(1);
        assertThat(filter.late()).isZero();
    }

    @Test
    void shouldDropAndCountATickThatComesLate() {
        filter.accept(1, 7);

        assertThat(filter.accept(1, 6)).isFalse();
        assertThat(filter.accept(1, 8)).isTrue();
        assertThat(filter.late()).isEqualTo(1);
        assertThat(filter.duplicates()).isZero();
    }

    @Test
    void shouldKeepStocksApart() {
        filter.accept(1, 7);

        assertThat(filter.accept(2, 1)).isTrue();
        assertThat(filter.accept(10_001, 7)).isTrue();
    }
}
