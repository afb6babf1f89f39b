package org.fogg.audit.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class NumberingTest {
    private final Numbering numbering = new Numbering();

    @Test
    void shouldHaveNoGapsWhenNumbersCount() {
        assertThat(numbering.take(1)).isTrue();
        assertThat(numbering.take(2)).isTrue();

        assertThat(numbering.gaps()).isEmpty();
        assertThat(numbering.highest()).isEqualTo(2);
    }

    @Test
    void shouldNameGapsWhenNumbersAreLeftOut() {
        numbering.take(3);
        numbering.take(7);

        assertThat(numbering.gaps()).isEqualTo(Map.of(1L, 2L, 4L, 6L));
    }

    @Test
    void shouldSplitAGapWhenANumberInItsMiddleComesLate() {
        numbering.take(7);
        numbering.take(3);

        assertThat(numbering.gaps()).isEqualTo(Map.of(1L, 2L, 4L, 6L));
    }

    @Test
    void shouldRefuseANumberWhenItWasTakenOrCannotBe() {
        numbering.take(5);
        numbering.take(2);

        assertThat(numbering.take(5)).isFalse();
        assertThat(numbering.take(2)).isFalse();
        assertThat(numbering.take(0)).isFalse();
        assertThat(numbering.take(-1)).isFalse();
    }

    @Test
    void shouldCloseAllGapsWhenAllNumbersComeInAnyOrder() {
        List<Long> numbers = new ArrayList<>();
        for (long n = 1; n <= 1000; n++) {
            numbers.add(n);
        }
        Collections.shuffle(numbers, new Random(1));

        assertThat(numbers).allMatch(numbering::take);
        assertThat(numbering.gaps()).isEmpty();
        assertThat(numbers).noneMatch(numbering::take);
    }
}
