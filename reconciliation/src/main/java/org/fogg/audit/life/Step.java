package org.fogg.audit.life;

import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * One thing that happened to an order.
 *
 * @param ledger which ledger says so: journal, exchange or event
 * @param what what happened, e.g. accepted, traded, filled
 * @param shard the shard of its journal place
 * @param sequence the sequence of its journal place; of an exchange's record its offset
 * @param n the decision's index in its entry; -1 where there is none
 * @param at when, nanoseconds since the Unix epoch
 * @param details the rest, by name
 */
public record Step(
        String ledger,
        String what,
        int shard,
        long sequence,
        int n,
        long at,
        Map<String, String> details) {

    private static final long NANOS = 1_000_000_000L;

    /** Keeps the order of the details. */
    public Step {
        details = Collections.unmodifiableMap(new LinkedHashMap<>(details));
    }

    /** One line for people. */
    public String text() {
        StringBuilder line = new StringBuilder();
        line.append(Instant.ofEpochSecond(Math.floorDiv(at, NANOS), Math.floorMod(at, NANOS)));
        line.append("  ").append(String.format("%-8s", ledger)).append("  ").append(place());
        line.append("  ").append(what);
        details.forEach((name, value) -> line.append(' ').append(name).append('=').append(value));
        return line.toString();
    }

    private String place() {
        if (ledger.equals("exchange")) {
            return "shard " + shard + " offset " + sequence;
        }
        return "shard " + shard + " sequence " + sequence + (n < 0 ? "" : "." + n);
    }
}
