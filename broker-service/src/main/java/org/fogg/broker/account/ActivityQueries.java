package org.fogg.broker.account;

import java.time.ZoneOffset;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.fogg.broker.web.ApiException;
import org.fogg.broker.web.Parameters;
import org.fogg.broker.web.Texts;
import org.fogg.broker.web.Times;
import org.jspecify.annotations.Nullable;

/** Reads the parameters of a listing of activities. */
final class ActivityQueries {

    private static final int MOST = 100;
    private static final Pattern TYPE = Pattern.compile("[A-Z]{2,8}");
    private static final Map<String, Boolean> DIRECTIONS = Map.of("asc", true, "desc", false);
    private static final Map<String, Boolean> CATEGORIES =
            Map.of("trade_activity", true, "non_trade_activity", false);

    private ActivityQueries() {}

    static boolean wantsFills(@Nullable String types, @Nullable String category) {
        if (types == null || types.isEmpty()) {
            return Parameters.oneOf("category", category, CATEGORIES, true);
        }
        if (category != null) {
            throw ApiException.invalid("category", "must be absent where activity_types is given");
        }
        boolean fills = false;
        for (String type : Parameters.list(types)) {
            if (!TYPE.matcher(type).matches()) {
                throw ApiException.invalid(
                        "activity_types",
                        "must be types of activities as in FILL, was " + Texts.quoted(type));
            }
            fills |= type.equals("FILL");
        }
        return fills;
    }

    static TradeQuery query(
            UUID traderId,
            @Nullable String date,
            @Nullable String after,
            @Nullable String until,
            @Nullable String direction,
            @Nullable String pageSize,
            @Nullable String pageToken) {
        long from = Parameters.time("after", after, -1) + 1;
        long to = Parameters.time("until", until, Long.MAX_VALUE) - 1;
        if (date != null && !date.isEmpty()) {
            if (after != null || until != null) {
                throw ApiException.invalid("date", "must be absent where after or until is given");
            }
            from =
                    Times.nanos(
                            Times.parseDate("date", date).atStartOfDay(ZoneOffset.UTC).toInstant());
            to = from + Times.DAY - 1;
        }
        return new TradeQuery(
                traderId,
                from,
                to,
                Parameters.oneOf("direction", direction, DIRECTIONS, false),
                Parameters.number("page_size", pageSize, 1, MOST, MOST),
                pageToken == null || pageToken.isEmpty()
                        ? null
                        : ActivityIds.place("page_token", pageToken));
    }
}
