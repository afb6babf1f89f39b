package org.fogg.stack;

import com.datastax.oss.driver.api.core.CqlSession;
import com.datastax.oss.driver.api.core.cql.PreparedStatement;
import com.datastax.oss.driver.api.core.cql.SimpleStatement;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;

/** Rows written to one Cassandra node, many at a time, until it is killed between two of them. */
final class AcknowledgedWrites {
    private static final int ENOUGH = 3_000;
    private static final int UNDER_WAY = 64;

    private final Set<Integer> acknowledged = ConcurrentHashMap.newKeySet();
    private int next;

    /**
     * Makes a table and writes to it.
     *
     * @param kill ends the node, while writes are under way
     */
    void writeUntilKilled(ServerState node, Runnable kill) throws InterruptedException {
        try (CqlSession session = Clients.session(node)) {
            session.execute(
                    "CREATE KEYSPACE crash WITH replication ="
                            + " {'class': 'SimpleStrategy', 'replication_factor': 1}");
            session.execute("CREATE TABLE crash.rows (id int PRIMARY KEY, value text)");
            PreparedStatement insert =
                    session.prepare("INSERT INTO crash.rows (id, value) VALUES (?, ?)");
            Semaphore room = new Semaphore(UNDER_WAY);
            while (acknowledged.size() < ENOUGH) {
                int id = next++;
                room.acquire();
                session.executeAsync(insert.bind(id, "x".repeat(id % 500)))
                        .whenComplete(
                                (result, failure) -> {
                                    if (failure == null) {
                                        acknowledged.add(id);
                                    }
                                    room.release();
                                });
            }
            kill.run();
            room.acquire(UNDER_WAY);
        }
    }

    /** The ids that the node said it had written. */
    Set<Integer> acknowledged() {
        return acknowledged;
    }

    /** The ids that the node has now. */
    static Set<Integer> stored(ServerState node) throws Exception {
        Set<Integer> stored = new HashSet<>();
        try (CqlSession session = Clients.session(node)) {
            Clients.execute(session, SimpleStatement.newInstance("SELECT id FROM crash.rows"))
                    .forEach(row -> stored.add(row.getInt(0)));
        }
        return stored;
    }
}
