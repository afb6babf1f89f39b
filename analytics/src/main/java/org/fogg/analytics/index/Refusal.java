package org.fogg.analytics.index;

import java.time.Instant;
import java.util.Map;

/**
 * Something that cannot be indexed, kept for people to look at.
 *
 * @param id names it, the same in every replay
 * @param at when it was written; decides on the index
 * @param where the index it was meant for, or the topic it came from
 * @param reason why it cannot be indexed
 * @param content what it is
 */
public record Refusal(String id, Instant at, String where, String reason, String content) {

    private static final int MAX_LENGTH = 8_000;

    Document document() {
        return new Document(
                IndexNames.of(IndexNames.REFUSED, at),
                id,
                Map.of(
                        "at", at.toString(),
                        "where", where,
                        "reason", cut(reason),
                        "content", cut(content)));
    }

    private static String cut(String text) {
        return text.length() <= MAX_LENGTH ? text : text.substring(0, MAX_LENGTH);
    }
}
