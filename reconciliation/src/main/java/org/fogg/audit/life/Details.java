package org.fogg.audit.life;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.fogg.audit.wire.Terms;
import org.fogg.contracts.Ids;

/** Collects a step's details, leaving out what is absent. */
final class Details {

    private final Map<String, String> details = new LinkedHashMap<>();

    Details text(String name, Object value) {
        details.put(name, value.toString());
        return this;
    }

    Details word(String name, Enum<?> value) {
        return text(name, value.name().toLowerCase(Locale.ROOT));
    }

    Details number(String name, long value) {
        return value == 0 ? this : text(name, value);
    }

    Details money(String name, long value) {
        return value == 0 ? this : text(name, Amounts.of(value));
    }

    Details id(String name, UUID value) {
        return value.equals(Ids.NONE) ? this : text(name, value);
    }

    Details terms(Terms terms) {
        return word("side", terms.side())
                .word("type", terms.type())
                .word("time_in_force", terms.timeInForce())
                .number("stock_id", terms.stockId())
                .number("qty", terms.quantity())
                .money("limit_price", terms.limitPrice())
                .money("stop_price", terms.stopPrice());
    }

    Map<String, String> map() {
        return details;
    }
}
