package org.fogg.broker.account;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.UUID;
import java.util.regex.Pattern;
import org.fogg.broker.web.ApiException;
import org.fogg.broker.web.Texts;
import org.fogg.broker.web.Times;

/**
 * Ids of activities: a time to the millisecond, then a UUID. The UUID holds the trade's place in
 * the journal, so that a page goes on exactly behind an id without a search for it.
 */
final class ActivityIds {

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuuMMddHHmmssSSS", Locale.ROOT).withZone(ZoneOffset.UTC);

    private static final Pattern FORM =
            Pattern.compile(
                    "[0-9]{17}::[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}");

    private static final long VERSION_8 = 0x8000L;
    private static final long VARIANT = 0x8000_0000_0000_0000L;

    private ActivityIds() {}

    static String of(Trade trade) {
        long sequence = trade.place().sequence();
        long high = ((sequence << 4) & ~0xffffL) | VERSION_8 | (sequence & 0xfff);
        UUID id = new UUID(high, VARIANT | trade.place().n());
        return TIME.format(Times.instant(trade.at())) + "::" + id;
    }

    /** The place of an id's trade. */
    static Trade.Place place(String parameter, String id) {
        if (!FORM.matcher(id).matches()) {
            throw invalid(parameter, id);
        }
        UUID place = UUID.fromString(id.substring(19));
        long high = place.getMostSignificantBits();
        try {
            LocalDate day =
                    LocalDate.of(
                            Integer.parseInt(id.substring(0, 4)),
                            Integer.parseInt(id.substring(4, 6)),
                            Integer.parseInt(id.substring(6, 8)));
            return new Trade.Place(
                    Math.toIntExact(day.toEpochDay()),
                    (high >>> 16 << 12) | (high & 0xfff),
                    (int) place.getLeastSignificantBits());
        } catch (DateTimeException e) {
            throw invalid(parameter, id);
        }
    }

    private static ApiException invalid(String parameter, String id) {
        return ApiException.invalid(
                parameter, "must be the id of an activity, was " + Texts.quoted(id));
    }
}
