package org.fogg.broker.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class AmountsTest {

    @ParameterizedTest
    @CsvSource({
        "0, 0.00",
        "1, 0.0001",
        "10, 0.001",
        "100, 0.01",
        "1000, 0.10",
        "10000, 1.00",
        "10250, 1.025",
        "1234567, 123.4567",
        "-1, -0.0001",
        "-12500, -1.25",
        "9223372036854775807, 922337203685477.5807",
        "-9223372036854775808, -922337203685477.5808"
    })
    void shouldFormatWithTwoToFourDecimals(long amount, String text) {
        assertThat(Amounts.format(amount)).isEqualTo(text);
        assertThat(Amounts.format(BigInteger.valueOf(amount))).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource({
        "1, 10000",
        "0.0001, 1",
        "1.50, 15000",
        "1e2, 1000000",
        "1.23E1, 123000",
        "100.00000000, 1000000",
        "922337203685477.5807, 9223372036854775807"
    })
    void shouldReadMoneyExactly(String text, long amount) {
        assertThat(Amounts.money("cash", text)).isEqualTo(amount);
    }

    @ParameterizedTest
    @CsvSource({
        "0.00001",
        "922337203685477.5808",
        "1e9999",
        "1e-9999",
        "+1",
        "1.",
        ".5",
        "'1,5'",
        "0",
        "-1",
        "Infinity",
        "0x1",
        "1_000",
        "١"
    })
    void shouldRefuseMoneyThatDoesNotFit(String text) {
        assertThatThrownBy(() -> Amounts.money("cash", text))
                .isInstanceOf(ApiException.class)
                .hasMessageStartingWith("cash: must");
    }

    @Test
    void shouldReadNoMoneyOnlyWhereAllowed() {
        assertThat(Amounts.moneyOrNone("cash", "0")).isZero();
        assertThat(Amounts.moneyOrNone("cash", "-0.00")).isZero();
    }

    @Test
    void shouldReadQuantitiesWrittenAsDecimals() {
        assertThat(Amounts.quantity("qty", "10.000")).isEqualTo(10);
        assertThat(Amounts.quantity("qty", "1e3")).isEqualTo(1000);
        assertThat(Amounts.quantity("qty", "9223372036854775807")).isEqualTo(Long.MAX_VALUE);
    }

    @Test
    void shouldReadPricesOnTheIncrement() {
        assertThat(Amounts.price("limit_price", "100.25", 100)).isEqualTo(1_002_500);
        assertThat(Amounts.price("limit_price", "100.250", 100)).isEqualTo(1_002_500);
        assertThat(Amounts.price("limit_price", "0.4999", 1)).isEqualTo(4_999);
        assertThatThrownBy(() -> Amounts.price("limit_price", "100.30", 2_500))
                .hasMessageEndingWith("limit_price must be a multiple of 0.25");
    }

    @Test
    void shouldRoundAveragesHalfUp() {
        assertThat(Amounts.average(100, 3)).isEqualTo("0.0033");
        assertThat(Amounts.average(5, 2)).isEqualTo("0.0003");
        assertThat(Amounts.average(3_000_000, 3)).isEqualTo("100.00");
    }

    @Test
    void shouldGiveRatiosAsShares() {
        assertThat(Amounts.ratio(BigInteger.ONE, BigInteger.valueOf(3))).isEqualTo("0.333333");
        assertThat(Amounts.ratio(BigInteger.valueOf(-5), BigInteger.TEN)).isEqualTo("-0.5");
        assertThat(Amounts.ratio(BigInteger.TEN, BigInteger.ONE)).isEqualTo("10");
        assertThat(Amounts.ratio(BigInteger.ONE, BigInteger.ZERO)).isEqualTo("0");
    }
}
