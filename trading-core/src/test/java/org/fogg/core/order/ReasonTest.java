package org.fogg.core.order;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class ReasonTest {

    @Test
    void shouldComeBackFromItsCode() {
        for (Reason reason : Reason.values()) {
            assertThat(Reason.ofCode(reason.code())).isSameAs(reason);
        }
    }

    @Test
    void shouldThrowWhenNoReasonHasTheCode() {
        for (int code : new int[] {-1, 5, 63, 64, Integer.MAX_VALUE}) {
            assertThatThrownBy(() -> Reason.ofCode(code))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("No reason has code " + code);
        }
    }
}
