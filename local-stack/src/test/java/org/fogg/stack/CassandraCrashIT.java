package org.fogg.stack;

import static org.assertj.core.api.Assertions.assertThat;

import com.datastax.oss.driver.api.core.CqlSession;
import com.datastax.oss.driver.api.core.cql.PreparedStatement;
import com.datastax.oss.driver.api.core.cql.SimpleStatement;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import org.fogg.stack.process.ProcessIdentity;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A single node keeps what it acknowledged, whenever it is killed. */
class CassandraCrashIT {
    private static final int ROUNDS = 2;
    private static final int WRITES_A_ROUND = 5_000;
    private static final int UNDER_WAY = 64;

    @TempDir private static Path folder;
    private static LocalStack stack;

    private final Set<Integer> acknowledged = ConcurrentHashMap.newKeySet();
    private int next;

    @BeforeAll
    static void start() {
        stack =
                LocalStack.in(folder.resolve("stack"))
                        .tiedTo(ProcessIdentity.current())
                        .startingQuickly();
        stack.start(List.of(CassandraSpec.single(Servers.LOCAL_DC).withPort(0)), step -> {});
    }

    @AfterAll
    static void stop() {
        stack.stop(step -> {});
    }

    @Test
    void shouldKeepEveryAcknowledgedWriteWhenKilled() throws Exception {
        try (CqlSession session = session()) {
            session.execute(
                    "CREATE KEYSPACE crash WITH replication ="
                            + " {'class': 'SimpleStrategy', 'replication_factor': 1}");
            session.execute("CREATE TABLE crash.rows (id int PRIMARY KEY, value text)");
        }
        for (int round = 0; round < ROUNDS; round++) {
            try (CqlSession session = session()) {
                writeUntilKilled(session);
            }
            stack.start("cassandra", step -> {});
            assertThat(stored()).as("round %s", round).containsAll(acknowledged);
        }
    }

    private static CqlSession session() {
        return Clients.session(stack.status().get(0));
    }

    private void writeUntilKilled(CqlSession session) throws InterruptedException {
        PreparedStatement insert =
                session.prepare("INSERT INTO crash.rows (id, value) VALUES (?, ?)");
        Semaphore room = new Semaphore(UNDER_WAY);
        int enough = acknowledged.size() + WRITES_A_ROUND;
        while (acknowledged.size() < enough) {
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
        stack.kill("cassandra");
        room.acquire(UNDER_WAY);
    }

    private static Set<Integer> stored() throws Exception {
        Set<Integer> stored = new HashSet<>();
        try (CqlSession session = session()) {
            Clients.execute(session, SimpleStatement.newInstance("SELECT id FROM crash.rows"))
                    .forEach(row -> stored.add(row.getInt(0)));
        }
        return stored;
    }
}
