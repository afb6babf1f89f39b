package org.fogg.broker.updates;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.fogg.broker.web.ApiException;
import org.fogg.broker.web.Texts;
import org.jspecify.annotations.Nullable;

/**
 * Where an update is in the log, as clients see it: {@code <partition>-<offset>}; before that the
 * georegion and a colon, where it is another one's log.
 *
 * @param georegion whose log, where it is not this one's; else null
 * @param partition of the log, 0 or more
 * @param offset in the partition, 0 or more; grows from update to update
 */
public record EventId(@Nullable String georegion, int partition, long offset) {

    /** A place in the log of this georegion. */
    public EventId(int partition, long offset) {
        this(null, partition, offset);
    }

    private static final Pattern FORM = Pattern.compile("([0-9]{1,9})-([0-9]{1,18})");

    /**
     * Reads what {@link #toString} writes of a place in the log of this georegion.
     *
     * @param field what to name in an error
     * @throws ApiException when it is not that
     */
    static EventId parse(String field, String text) {
        Matcher form = FORM.matcher(text);
        if (!form.matches()) {
            throw ApiException.invalid(
                    field,
                    "must be the event_id of an update of an order at home, was "
                            + Texts.quoted(text));
        }
        return new EventId(Integer.parseInt(form.group(1)), Long.parseLong(form.group(2)));
    }

    @Override
    public String toString() {
        String place = partition + "-" + offset;
        return georegion == null ? place : georegion + ':' + place;
    }
}
