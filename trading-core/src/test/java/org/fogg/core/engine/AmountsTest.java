package org.fogg.core.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.util.Random;
import org.fogg.core.Seeds;
import org.junit.jupiter.api.Test;

class AmountsTest {

    @Test
    void shouldTellWhenProductDoesNotFit() {
        assertThat(Amounts.multiply(3, 4)).isEqualTo(12);
        assertThat(Amounts.multiply(0, Long.MAX_VALUE)).isZero();
        assertThat(Amounts.multiply(1, Long.MAX_VALUE)).isEqualTo(Long.MAX_VALUE);
        assertThat(Amounts.multiply(2, Long.MAX_VALUE)).isEqualTo(Amounts.TOO_LARGE);
        assertThat(Amounts.multiply(1L << 62, 4)).isEqualTo(Amounts.TOO_LARGE);
        assertThat(Amounts.multiply(1L << 40, 1L << 40)).isEqualTo(Amounts.TOO_LARGE);
    }

    @Test
    void shouldGiveExactShareWhenProductDoesNotFit() {
        Random random = new Random(Seeds.seed("AmountsTest"));
        for (int i = 0; i < 100_000; i++) {
            long whole = 1 + (random.nextLong() >>> 1 + random.nextInt(60)) / 2;
            long part = random.nextLong(whole + 1);
            long total = random.nextLong() >>> 1 + random.nextInt(60);

            assertThat(Amounts.share(total, part, whole))
                    .isEqualTo(
                            BigInteger.valueOf(total)
                                    .multiply(BigInteger.valueOf(part))
                                    .divide(BigInteger.valueOf(whole))
                                    .longValueExact());
        }
        assertThat(Amounts.share(Long.MAX_VALUE, Long.MAX_VALUE, Long.MAX_VALUE))
                .isEqualTo(Long.MAX_VALUE);
        assertThat(Amounts.share(Long.MAX_VALUE - 1, Long.MAX_VALUE - 1, Long.MAX_VALUE))
                .isEqualTo(Long.MAX_VALUE - 2);
    }
}
