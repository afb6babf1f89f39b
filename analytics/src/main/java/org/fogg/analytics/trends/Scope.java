package org.fogg.analytics.trends;

import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which documents a trend is of.
 *
 * @param from the earliest time
 * @param to the latest time, not included
 * @param georegion where the trades were; null for everywhere
 */
record Scope(Instant from, Instant to, @Nullable String georegion) {

    static Scope of(Instant now, Duration window, @Nullable String georegion) {
        return new Scope(now.minus(window), now, georegion);
    }

    Duration length() {
        return Duration.between(from, to);
    }

    /** The query, with a further condition on one field. */
    Query query(String field, String value) {
        return query(List.of(term(field, value)));
    }

    /** The query. */
    Query query() {
        return query(List.of());
    }

    private Query query(List<Query> more) {
        List<Query> filters = new ArrayList<>(more);
        filters.add(
                Query.of(
                        query ->
                                query.range(
                                        range ->
                                                range.date(
                                                        date ->
                                                                date.field("at")
                                                                        .gte(from.toString())
                                                                        .lt(to.toString())))));
        if (georegion != null) {
            filters.add(term("georegion", georegion));
        }
        return Query.of(query -> query.bool(bool -> bool.filter(filters)));
    }

    private static Query term(String field, String value) {
        return Query.of(query -> query.term(term -> term.field(field).value(value)));
    }
}
