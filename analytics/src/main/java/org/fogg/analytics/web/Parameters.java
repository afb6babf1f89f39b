package org.fogg.analytics.web;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A request's parameters; each is checked when it is read, and there must be no others. */
public final class Parameters {

    private static final Pattern WINDOW = Pattern.compile("([0-9]{1,5})([smhd])");
    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9-]{0,39}");
    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,18}");
    private static final Duration SHORTEST = Duration.ofSeconds(10);
    private static final Duration LONGEST = Duration.ofDays(7);
    private static final int SHOWN = 40;

    private final Map<String, String[]> given;

    /**
     * Some parameters.
     *
     * @param given as the request has them
     * @param known the names that may be there
     * @throws BadParameterException for another name, or one that comes twice
     */
    public Parameters(Map<String, String[]> given, Set<String> known) {
        this.given = given;
        for (Map.Entry<String, String[]> parameter : given.entrySet()) {
            if (!known.contains(parameter.getKey())) {
                String name = parameter.getKey();
                throw new BadParameterException(
                        name.length() > SHOWN ? name.substring(0, SHOWN) : name,
                        "is not known here; known: "
                                + String.join(", ", known.stream().sorted().toList()));
            }
            if (parameter.getValue().length != 1) {
                throw new BadParameterException(parameter.getKey(), "may come once only");
            }
        }
    }

    /** A length of time, e.g. {@code 10m}; from 10 seconds to 7 days. */
    public Duration window(String name, Duration otherwise) {
        String value = value(name);
        if (value == null) {
            return otherwise;
        }
        Matcher matcher = WINDOW.matcher(value);
        if (matcher.matches()) {
            long number = Long.parseLong(matcher.group(1));
            Duration window =
                    switch (matcher.group(2)) {
                        case "s" -> Duration.ofSeconds(number);
                        case "m" -> Duration.ofMinutes(number);
                        case "h" -> Duration.ofHours(number);
                        default -> Duration.ofDays(number);
                    };
            if (window.compareTo(SHORTEST) >= 0 && window.compareTo(LONGEST) <= 0) {
                return window;
            }
        }
        throw new BadParameterException(
                name, "must be a number and s, m, h or d, from 10s to 7d, e.g. 10m");
    }

    /** A whole number within bounds. */
    public long number(String name, long otherwise, long least, long most) {
        String value = value(name);
        if (value == null) {
            return otherwise;
        }
        if (NUMBER.matcher(value).matches()) {
            long number = Long.parseLong(value);
            if (number >= least && number <= most) {
                return number;
            }
        }
        throw new BadParameterException(
                name, "must be a whole number from " + least + " to " + most);
    }

    /** One of some words. */
    public String word(String name, String otherwise, String... allowed) {
        String value = value(name);
        if (value == null) {
            return otherwise;
        }
        List<String> words = Arrays.asList(allowed);
        if (!words.contains(value)) {
            throw new BadParameterException(name, "must be one of " + String.join(", ", words));
        }
        return value;
    }

    /** A georegion's name; null when it is absent. */
    public @Nullable String georegion(String name) {
        String value = value(name);
        if (value != null && !NAME.matcher(value).matches()) {
            throw new BadParameterException(
                    name, "must be of lower-case letters, digits and hyphens, at most 40");
        }
        return value;
    }

    private @Nullable String value(String name) {
        String[] values = given.get(name);
        return values == null ? null : values[0];
    }
}
