package org.fogg.broker.web;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Text forms of times. Inside, a time is nanoseconds since the Unix epoch, 0 for none. */
public final class Times {

    /** Nanoseconds of a second. */
    public static final long SECOND = 1_000_000_000L;

    /** Nanoseconds of a day. */
    public static final long DAY = 86_400 * SECOND;

    /** Years of more than four digits have no place here. */
    private static final int DATE_LENGTH = 10;

    private static final DateTimeFormatter RFC_3339 =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSSSSSSS'Z'", Locale.ROOT)
                    .withZone(ZoneOffset.UTC);

    private Times() {}

    /** RFC 3339 with nanoseconds, in UTC; null for 0. */
    public static @Nullable String format(long nanos) {
        return nanos == 0 ? null : RFC_3339.format(instant(nanos));
    }

    /** The time as an instant. */
    public static Instant instant(long nanos) {
        return Instant.ofEpochSecond(Math.floorDiv(nanos, SECOND), Math.floorMod(nanos, SECOND));
    }

    /**
     * The instant in nanoseconds.
     *
     * @throws ArithmeticException beyond the years 1677 to 2262
     */
    public static long nanos(Instant instant) {
        return Math.addExact(
                Math.multiplyExact(instant.getEpochSecond(), SECOND), instant.getNano());
    }

    /** The day of a time, in days since the Unix epoch, UTC. */
    public static int day(long nanos) {
        return Math.toIntExact(Math.floorDiv(nanos, DAY));
    }

    /**
     * Reads RFC 3339 with an offset, or a date, which stands for its first moment in UTC.
     *
     * @param field what to name in an error
     * @throws ApiException when it is neither
     */
    public static long parse(String field, String text) {
        try {
            Instant instant =
                    text.length() == DATE_LENGTH
                            ? LocalDate.parse(text).atStartOfDay(ZoneOffset.UTC).toInstant()
                            // A '+' that was not encoded in a query arrives as a space.
                            : OffsetDateTime.parse(text.replace(' ', '+')).toInstant();
            return nanos(instant);
        } catch (DateTimeException | ArithmeticException e) {
            throw ApiException.invalid(
                    field,
                    "must be a time of RFC 3339 as in 2026-11-21T14:30:00Z, or a date, was "
                            + Texts.quoted(text));
        }
    }

    /**
     * Reads a date.
     *
     * @throws ApiException when it is none
     */
    public static LocalDate parseDate(String field, String text) {
        try {
            if (text.length() == DATE_LENGTH) {
                return LocalDate.parse(text);
            }
        } catch (DateTimeException e) {
            // Falls through to the error, as a text of the wrong length does.
        }
        throw ApiException.invalid(
                field, "must be a date as in 2026-11-21, was " + Texts.quoted(text));
    }
}
