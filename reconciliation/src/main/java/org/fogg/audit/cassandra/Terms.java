package org.fogg.audit.cassandra;

import com.datastax.oss.driver.api.core.CqlSession;
import com.datastax.oss.driver.api.core.cql.SimpleStatement;
import java.util.TreeMap;

/**
 * How one shard's terms began, by the table {@code terms}. What a term has beyond the entry that
 * the next one follows was written by a home that was lost, unseen by its successor, and is not
 * part of the journal.
 */
final class Terms {

    private static final long SPAN = 1L << 24;

    /** By term, the first one left out. */
    private final TreeMap<Integer, Start> starts = new TreeMap<>();

    private record Start(int term, long follows) {

        private long first(int own) {
            return ((follows + 1) / SPAN + own - term) * SPAN;
        }
    }

    private Terms() {}

    static Terms read(CqlSession session, String keyspace, int shard) {
        Terms terms = new Terms();
        Pages.forEach(
                session,
                SimpleStatement.newInstance(
                        "SELECT term, follows_term, follows FROM "
                                + keyspace
                                + ".terms WHERE shard = ?",
                        shard),
                row ->
                        terms.starts.put(
                                row.getInt("term"),
                                new Start(row.getInt("follows_term"), row.getLong("follows"))));
        return terms;
    }

    /** Whether a later term has begun. */
    boolean hasLater(int term) {
        return starts.higherKey(term) != null;
    }

    /**
     * Whether an entry is part of the journal: each term from the last one on names the one before.
     */
    boolean has(int term, long sequence) {
        long end = Long.MAX_VALUE;
        int current = starts.isEmpty() ? 1 : starts.lastKey();
        while (current > term) {
            Start start = starts.get(current);
            if (start == null || start.term() >= current) {
                return false;
            }
            end = start.follows();
            current = start.term();
        }
        Start own = starts.get(term);
        return current == term && sequence <= end && (own == null || sequence >= own.first(term));
    }

    /** The sequence of the entry before one that is part of the journal. */
    long follows(int term, long sequence) {
        Start own = starts.get(term);
        return own != null && own.first(term) == sequence ? own.follows() : sequence - 1;
    }
}
