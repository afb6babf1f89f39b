package org.fogg.exchange.fault;

import java.util.Map;
import java.util.Optional;

/**
 * How often which fault happens. Probabilities from 0 to 1.
 *
 * @param seed decides which requests and ticks are hit
 * @param delay of an answer that comes {@code delayMs} late
 * @param delayMs from 0 to 60,000
 * @param lostAnswer of a request that is done, but whose connection is closed without an answer
 * @param refusal of an attempt that is refused as if nothing could be traded
 * @param duplicate of a request that is processed twice, and of a tick that is published twice
 * @param partialFill of an attempt that gets half of what it wants
 */
public record FaultProfile(
        long seed,
        double delay,
        long delayMs,
        double lostAnswer,
        double refusal,
        double duplicate,
        double partialFill) {

    /** No faults. */
    public static final FaultProfile NONE = new FaultProfile(0, 0, 0, 0, 0, 0, 0);

    /** The longest delay. */
    public static final long MAX_DELAY_MS = 60_000;

    /** The name of a field that breaks its rule, and the rule. */
    public record Broken(String field, String rule) {}

    /** The first rule that does not hold. */
    public Optional<Broken> broken() {
        if (delayMs < 0 || delayMs > MAX_DELAY_MS) {
            return Optional.of(new Broken("delay_ms", "must be from 0 to " + MAX_DELAY_MS));
        }
        return Map.of(
                        "delay", delay,
                        "lost_answer", lostAnswer,
                        "refusal", refusal,
                        "duplicate", duplicate,
                        "partial_fill", partialFill)
                .entrySet()
                .stream()
                .filter(each -> !(each.getValue() >= 0 && each.getValue() <= 1))
                .map(each -> new Broken(each.getKey(), "must be from 0 to 1"))
                .findFirst();
    }
}
