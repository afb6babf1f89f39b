package org.fogg.audit.cassandra;

import com.datastax.oss.driver.api.core.CqlSession;
import com.datastax.oss.driver.api.core.cql.PreparedStatement;
import com.datastax.oss.driver.api.core.cql.SimpleStatement;
import java.net.InetSocketAddress;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Counts what a lost home had written, and its successor had not seen. */
public final class UnseenEntries {

    private UnseenEntries() {}

    /**
     * Counts the journal entries in one data centre that are not part of the journal by the terms
     * that the other has begun.
     *
     * @param lost a node of the data centre that was home
     * @param successor a node of the one that is home now
     */
    public static long count(
            String keyspace,
            InetSocketAddress lost,
            String lostDc,
            InetSocketAddress successor,
            String successorDc) {
        try (CqlSession there = Sessions.open(List.of(lost), lostDc);
                CqlSession here = Sessions.open(List.of(successor), successorDc)) {
            return count(keyspace, there, here);
        }
    }

    private static long count(String keyspace, CqlSession there, CqlSession here) {
        Map<Integer, Terms> terms = new HashMap<>();
        long[] count = new long[1];
        PreparedStatement rows =
                there.prepare(
                        "SELECT sequence FROM "
                                + keyspace
                                + ".journal WHERE term = ? AND shard = ? AND segment = ?");
        Pages.forEach(
                there,
                SimpleStatement.newInstance(
                        "SELECT DISTINCT term, shard, segment FROM " + keyspace + ".journal"),
                partition -> {
                    int term = partition.getInt("term");
                    int shard = partition.getInt("shard");
                    Terms begun =
                            terms.computeIfAbsent(shard, each -> Terms.read(here, keyspace, each));
                    if (begun.hasLater(term)) {
                        Pages.forEach(
                                there,
                                rows.bind(term, shard, partition.getLong("segment")),
                                row -> {
                                    if (!begun.has(term, row.getLong("sequence"))) {
                                        count[0]++;
                                    }
                                });
                    }
                });
        return count[0];
    }
}
