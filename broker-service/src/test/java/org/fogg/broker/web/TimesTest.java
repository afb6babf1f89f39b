package org.fogg.broker.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class TimesTest {

    @ParameterizedTest
    @CsvSource({
        "2026-11-21T14:30:00Z, 1795271400000000000",
        "2026-11-21T14:30:00.000000123Z, 1795271400000000123",
        "2026-11-21T16:30:00+02:00, 1795271400000000000",
        "2026-11-21T16:30:00 02:00, 1795271400000000000",
        "2026-11-21, 1795219200000000000",
        "1970-01-01T00:00:00Z, 0"
    })
    void shouldReadTimesAndDates(String text, long nanos) {
        assertThat(Times.parse("after", text)).isEqualTo(nanos);
    }

    @ParameterizedTest
    @CsvSource({
        "now",
        "2026-11-21T14:30:00",
        "21.11.2026",
        "2026-02-30",
        "1795271400",
        "2262-12-31",
        "+999999999-12-31T00:00:00Z"
    })
    void shouldRefuseWhatIsNoTime(String text) {
        assertThatThrownBy(() -> Times.parse("after", text))
                .isInstanceOf(ApiException.class)
                .hasMessageStartingWith("after: must be a time of RFC 3339");
    }

    @Test
    void shouldFormatWithNanoseconds() {
        assertThat(Times.format(1_795_271_400_000_000_123L))
                .isEqualTo("2026-11-21T14:30:00.000000123Z");
        assertThat(Times.format(0)).isNull();
        assertThat(Times.format(-1)).isEqualTo("1969-12-31T23:59:59.999999999Z");
    }

    @Test
    void shouldTellTheDay() {
        assertThat(Times.day(0)).isZero();
        assertThat(Times.day(-1)).isEqualTo(-1);
        assertThat(Times.day(Times.DAY)).isEqualTo(1);
    }
}
