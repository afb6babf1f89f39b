package org.fogg.core.engine;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class TradingLimitsTest {

    @Test
    void shouldNameTheLimitThatIsOutOfRange() {
        assertRefused("maxOrderValue", 0, 1, 1, 1, 1, 0);
        assertRefused("maxOrderQuantity", 1, 0, 1, 1, 1, 0);
        assertRefused("maxPriceDistance", 1, 1, 0, 1, 1, 0);
        assertRefused("maxOpenOrders", 1, 1, 1, 0, 1, 0);
        assertRefused("collar", 1, 1, 1, 1, 0, 0);
        assertRefused("collar", 1, 1, 1, 1, 5_001, 0);
        assertRefused("duplicateWindow", 1, 1, 1, 1, 1, -1);
        assertThatCode(() -> new TradingLimits(1, 1, 1, 1, 5_000, 0)).doesNotThrowAnyException();
    }

    private static void assertRefused(
            String name,
            long value,
            long quantity,
            int distance,
            int orders,
            int collar,
            long window) {
        assertThatThrownBy(
                        () -> new TradingLimits(value, quantity, distance, orders, collar, window))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith(name + " must be");
    }
}
