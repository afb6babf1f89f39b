package org.fogg.trader.bench.client;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MoneyTest {

    @ParameterizedTest
    @CsvSource({"1012500, 101.25", "1000000, 100", "1, 0.0001", "0, 0", "-25000, -2.5"})
    void shouldWriteAndReadAmounts(long amount, String text) {
        assertThat(Money.text(amount)).isEqualTo(text);
        assertThat(Money.parse(text)).isEqualTo(amount);
    }

    @ParameterizedTest
    @CsvSource({"100.00009, 1000000", "100.50, 1005000"})
    void shouldCutOffWhatIsFiner(String text, long amount) {
        assertThat(Money.parse(text)).isEqualTo(amount);
    }
}
