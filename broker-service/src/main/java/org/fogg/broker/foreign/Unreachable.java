package org.fogg.broker.foreign;

import java.time.Duration;
import org.fogg.broker.command.UnavailableException;

/** What is told of a georegion that does not answer. */
public final class Unreachable {

    private static final Duration SOON = Duration.ofSeconds(1);

    private Unreachable() {}

    /** Nothing was sent. */
    public static UnavailableException of(String georegion) {
        return new UnavailableException(
                "The georegion " + georegion + " is out of reach", SOON, false);
    }

    /** Too much is under way already; nothing was sent. */
    public static UnavailableException busy(String georegion) {
        return new UnavailableException(
                "Too many requests wait for the georegion " + georegion, SOON, false);
    }

    /** Whatever was sent may have arrived. */
    public static UnavailableException unanswered(String georegion) {
        return new UnavailableException(
                "The georegion " + georegion + " did not answer in time", SOON, true);
    }
}
