package org.fogg.ticker.price;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.OptionalLong;

/** Reads the times of price files. */
final class Times {

    private static final int DATE_LENGTH = 10;
    private static final int MIN_YEAR = 1700;
    private static final int MAX_YEAR = 2199;
    private static final long NANOS_PER_SECOND = 1_000_000_000;

    private Times() {}

    /**
     * Nanoseconds since the Unix epoch; empty when it is no ISO date or time of these centuries.
     */
    static OptionalLong parse(String text) {
        try {
            LocalDateTime time = utc(text);
            if (time.getYear() < MIN_YEAR || time.getYear() > MAX_YEAR) {
                return OptionalLong.empty();
            }
            Instant instant = time.toInstant(ZoneOffset.UTC);
            return OptionalLong.of(instant.getEpochSecond() * NANOS_PER_SECOND + instant.getNano());
        } catch (DateTimeException e) {
            return OptionalLong.empty();
        }
    }

    private static LocalDateTime utc(String text) {
        if (text.length() <= DATE_LENGTH) {
            return LocalDate.parse(text).atStartOfDay();
        }
        String iso = text.replace(' ', 'T');
        boolean zoned = iso.endsWith("Z") || iso.substring(DATE_LENGTH).matches(".*[+-].*");
        return zoned
                ? OffsetDateTime.parse(iso).withOffsetSameInstant(ZoneOffset.UTC).toLocalDateTime()
                : LocalDateTime.parse(iso);
    }
}
