package org.fogg.broker.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads query and path parameters; each error names the parameter and its rule. */
public final class Parameters {

    private static final Pattern UUID_TEXT =
            Pattern.compile("[0-9a-fA-F]{8}-([0-9a-fA-F]{4}-){3}[0-9a-fA-F]{12}");

    private Parameters() {}

    /** One of some values by its name; the fallback when absent or empty. */
    public static <T> T oneOf(
            String name, @Nullable String text, Map<String, T> values, T fallback) {
        if (text == null || text.isEmpty()) {
            return fallback;
        }
        T value = values.get(text);
        if (value == null) {
            throw ApiException.invalid(
                    name,
                    "must be one of "
                            + String.join(", ", values.keySet().stream().sorted().toList())
                            + ", was "
                            + Texts.quoted(text));
        }
        return value;
    }

    /** A whole number within bounds; the fallback when absent or empty. */
    public static int number(
            String name, @Nullable String text, int least, int most, int fallback) {
        if (text == null || text.isEmpty()) {
            return fallback;
        }
        boolean digits = text.length() <= 9 && text.chars().allMatch(c -> c >= '0' && c <= '9');
        int value = digits ? Integer.parseInt(text) : least - 1;
        if (value < least || value > most) {
            throw ApiException.invalid(
                    name,
                    "must be a whole number from "
                            + least
                            + " to "
                            + most
                            + ", was "
                            + Texts.quoted(text));
        }
        return value;
    }

    /** True or false; the fallback when absent or empty. */
    public static boolean flag(String name, @Nullable String text, boolean fallback) {
        return oneOf(name, text, Map.of("true", true, "false", false), fallback);
    }

    /** A time in nanoseconds since the Unix epoch; the fallback when absent or empty. */
    public static long time(String name, @Nullable String text, long fallback) {
        return text == null || text.isEmpty() ? fallback : Times.parse(name, text);
    }

    /** An id in a UUID's text form. */
    public static UUID uuid(String name, String text) {
        if (!isUuid(text)) {
            throw ApiException.invalid(name, "must be a UUID, was " + Texts.quoted(text));
        }
        return UUID.fromString(text);
    }

    /** Whether the text is a UUID's text form. */
    public static boolean isUuid(String text) {
        return UUID_TEXT.matcher(text).matches();
    }

    /** The parts of a comma list; empty when absent. */
    public static List<String> list(@Nullable String text) {
        List<String> parts = new ArrayList<>();
        if (text != null) {
            for (String part : text.split(",", -1)) {
                if (!part.isBlank()) {
                    parts.add(part.strip());
                }
            }
        }
        return parts;
    }
}
