package org.fogg.analytics.events;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.fogg.core.order.Reason;
import org.junit.jupiter.api.Test;

class ReasonsTest {

    @Test
    void shouldNameEveryReasonAsTheCoreDoes() {
        for (Reason reason : Reason.values()) {
            assertThat(Reasons.name(reason.code()))
                    .isEqualTo(reason.name().toLowerCase(Locale.ROOT));
        }
    }

    @Test
    void shouldTellTheCodeWhenItIsNew() {
        assertThat(Reasons.name(9_999)).isEqualTo("code_9999");
    }
}
