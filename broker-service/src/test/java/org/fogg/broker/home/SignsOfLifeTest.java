package org.fogg.broker.home;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class SignsOfLifeTest {

    private static final long SECOND = 1_000_000_000L;

    private final SignsOfLife signs = new SignsOfLife(2, Duration.ofSeconds(3), 0);

    @Test
    void shouldBeLostWhenAllPartsRefuseForLong() {
        signs.refused(0);
        signs.refused(1);

        assertThat(signs.isLost(3 * SECOND)).isFalse();
        assertThat(signs.isLost(3 * SECOND + 1)).isTrue();
    }

    @Test
    void shouldNotBeLostWhenOnePartAnswers() {
        signs.refused(0);
        signs.answered(1, 2 * SECOND);
        signs.refused(1);

        assertThat(signs.isLost(5 * SECOND)).isFalse();
        assertThat(signs.isLost(5 * SECOND + 1)).isTrue();
    }

    @Test
    void shouldNotBeThereBeforeItHasAnswered() {
        assertThat(signs.isThere(1)).isFalse();
        assertThat(signs.isLost(1)).isFalse();

        signs.answered(0, 1);

        assertThat(signs.isThere(2)).isTrue();
    }

    @Test
    void shouldWaitThreeTimesAsLongWhenAPartIsOnlySilent() {
        signs.refused(0);
        signs.refused(1);
        signs.silent(1);

        assertThat(signs.isLost(9 * SECOND)).isFalse();
        assertThat(signs.isLost(9 * SECOND + 1)).isTrue();
    }
}
