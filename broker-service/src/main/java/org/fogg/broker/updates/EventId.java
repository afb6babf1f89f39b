package org.fogg.broker.updates;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.fogg.broker.web.ApiException;
import org.fogg.broker.web.Texts;

/**
 * Where an update is in the log, as clients see it: {@code <partition>-<offset>}.
 *
 * @param partition of the log, 0 or more
 * @param offset in the partition, 0 or more; grows from update to update
 */
public record EventId(int partition, long offset) {

    private static final Pattern FORM = Pattern.compile("([0-9]{1,9})-([0-9]{1,18})");

    /**
     * Reads what {@link #toString} writes.
     *
     * @param field what to name in an error
     * @throws ApiException when it is not that
     */
    static EventId parse(String field, String text) {
        Matcher form = FORM.matcher(text);
        if (!form.matches()) {
            throw ApiException.invalid(
                    field, "must be the event_id of an update, was " + Texts.quoted(text));
        }
        return new EventId(Integer.parseInt(form.group(1)), Long.parseLong(form.group(2)));
    }

    @Override
    public String toString() {
        return partition + "-" + offset;
    }
}
