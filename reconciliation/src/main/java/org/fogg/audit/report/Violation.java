package org.fogg.audit.report;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * One broken promise, by name. Two violations are equal when everything about them is, the values
 * included: that is how a difference that lasts is told from a world in motion.
 *
 * @param promise which of the design's promises, 1 to 9
 * @param kind the kind of difference, a stable word for programs, e.g. {@code trade-missing}
 * @param ids what it is about, by name, e.g. order_id, shard, sequence
 * @param message one sentence that names what differs
 * @param expected what should be there
 * @param found what is there
 * @param where the table, topic or file, and the place in it
 */
public record Violation(
        int promise,
        String kind,
        Map<String, String> ids,
        String message,
        String expected,
        String found,
        String where) {

    /** Keeps the order of the ids. */
    public Violation {
        ids = Collections.unmodifiableMap(new LinkedHashMap<>(ids));
    }

    /**
     * The ids of a violation, in this order.
     *
     * @param namesAndValues name, value, name, value …
     * @throws IllegalArgumentException for a name without a value
     */
    public static Map<String, String> ids(Object... namesAndValues) {
        if (namesAndValues.length % 2 != 0) {
            throw new IllegalArgumentException("A name without a value");
        }
        Map<String, String> ids = new LinkedHashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            ids.put(namesAndValues[i].toString(), namesAndValues[i + 1].toString());
        }
        return ids;
    }
}
