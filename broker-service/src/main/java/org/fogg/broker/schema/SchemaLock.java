package org.fogg.broker.schema;

import com.datastax.oss.driver.api.core.ConsistencyLevel;
import com.datastax.oss.driver.api.core.CqlSession;
import com.datastax.oss.driver.api.core.cql.SimpleStatement;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/**
 * The right to change the schema: a row that one broker of all data centres has at a time, and that
 * ends by itself when its holder died. For one thread.
 *
 * <p>The holder is told by the moment it took the lock, to the millisecond of its own clock.
 * Holders follow each other, so two of the same moment would need clocks apart by just the time
 * between.
 */
final class SchemaLock {

    /** More than twice what one statement may take, the nodes' agreement included. */
    private static final Duration LIFE = Duration.ofMinutes(2);

    private static final String ROW = "scope = 'lock' AND version = 0";

    private final CqlSession session;
    private final String table;
    private final Duration patience;
    private final long takenAt;
    private long renewedAtNanos = System.nanoTime();

    private SchemaLock(CqlSession session, String table, Duration patience, long takenAt) {
        this.session = session;
        this.table = table;
        this.patience = patience;
        this.takenAt = takenAt;
    }

    /**
     * Takes the lock.
     *
     * @param table with columns scope, version and applied_at
     * @param patience with one statement
     * @return empty while another has it
     */
    static Optional<SchemaLock> take(CqlSession session, String table, Duration patience) {
        long now = Instant.now().truncatedTo(ChronoUnit.MILLIS).toEpochMilli();
        var lock = new SchemaLock(session, table, patience, now);
        boolean taken =
                lock.execute(
                        """
                        INSERT INTO %s (scope, version, applied_at) VALUES ('lock', 0, %d)
                        IF NOT EXISTS USING TTL %d"""
                                .formatted(table, now, LIFE.toSeconds()));
        return taken ? Optional.of(lock) : Optional.empty();
    }

    /**
     * Makes sure that the lock lasts as long as one more statement.
     *
     * @throws UnsettledSchemaException when it ended, and perhaps another has it
     */
    void renew() {
        if (System.nanoTime() - renewedAtNanos < LIFE.toNanos() / 4) {
            return;
        }
        extend();
    }

    /** As {@link #renew}, whether it is old or not. */
    void extend() {
        boolean held =
                execute(
                        """
                        UPDATE %s USING TTL %d SET applied_at = %d WHERE %s
                        IF applied_at = %d"""
                                .formatted(table, LIFE.toSeconds(), takenAt, ROW, takenAt));
        if (!held) {
            throw new UnsettledSchemaException(
                    "another broker may change the schema, since this one took long");
        }
        renewedAtNanos = System.nanoTime();
    }

    /** Gives the lock back; another's stays. */
    void release() {
        execute("DELETE FROM %s WHERE %s IF applied_at = %d".formatted(table, ROW, takenAt));
    }

    private boolean execute(String cql) {
        return session.execute(
                        SimpleStatement.builder(cql)
                                .setConsistencyLevel(ConsistencyLevel.QUORUM)
                                .setSerialConsistencyLevel(ConsistencyLevel.SERIAL)
                                .setTimeout(patience)
                                .build())
                .wasApplied();
    }
}
