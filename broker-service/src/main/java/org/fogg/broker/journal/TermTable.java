package org.fogg.broker.journal;

import com.datastax.oss.driver.api.core.ConsistencyLevel;
import com.datastax.oss.driver.api.core.CqlSession;
import com.datastax.oss.driver.api.core.cql.PreparedStatement;
import com.datastax.oss.driver.api.core.cql.Row;
import com.datastax.oss.driver.api.core.cql.SimpleStatement;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.fogg.broker.journal.History.Followed;
import org.fogg.broker.statement.Preparation;

/** The table {@code terms}: how each term of a shard began. The first to say so is believed. */
final class TermTable {

    private final CqlSession session;
    private final PreparedStatement select;
    private final PreparedStatement insert;

    TermTable(CqlSession session, String keyspace) {
        this.session = session;
        String table = keyspace + ".terms";
        select = prepare("SELECT term, follows_term, follows FROM " + table + " WHERE shard = ?");
        insert =
                prepare(
                        "INSERT INTO "
                                + table
                                + " (shard, term, follows_term, follows) VALUES (?, ?, ?, ?)"
                                + " IF NOT EXISTS");
    }

    private PreparedStatement prepare(String cql) {
        return Preparation.prepare(
                session,
                SimpleStatement.builder(cql)
                        .setConsistencyLevel(ConsistencyLevel.LOCAL_QUORUM)
                        .setSerialConsistencyLevel(ConsistencyLevel.LOCAL_SERIAL)
                        .build());
    }

    /** Terms of a shard that have begun, the first one left out, up to a term. */
    NavigableMap<Integer, Followed> begun(int shard, int upTo) {
        NavigableMap<Integer, Followed> begun = new TreeMap<>();
        for (Row row :
                session.execute(
                        select.bind(shard).setConsistencyLevel(ConsistencyLevel.LOCAL_SERIAL))) {
            if (row.getInt("term") <= upTo) {
                begun.put(
                        row.getInt("term"),
                        new Followed(row.getInt("follows_term"), row.getLong("follows")));
            }
        }
        return begun;
    }

    /**
     * Says how a term begins, unless another has said so.
     *
     * @param level where that has to be
     */
    void begin(int shard, int term, Followed followed, ConsistencyLevel level) {
        session.execute(
                insert.bind(shard, term, followed.term(), followed.sequence())
                        .setConsistencyLevel(level));
    }
}
