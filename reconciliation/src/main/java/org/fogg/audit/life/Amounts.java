package org.fogg.audit.life;

import java.math.BigDecimal;

/** Money as people read it. */
final class Amounts {

    private Amounts() {}

    /** From 1/10,000. */
    static String of(long amount) {
        return BigDecimal.valueOf(amount, 4).setScale(4).toPlainString();
    }
}
