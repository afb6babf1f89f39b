package org.fogg.broker.schema;

import com.datastax.oss.driver.api.core.ConsistencyLevel;
import com.datastax.oss.driver.api.core.CqlSession;
import com.datastax.oss.driver.api.core.DriverException;
import com.datastax.oss.driver.api.core.cql.ResultSet;
import com.datastax.oss.driver.api.core.cql.SimpleStatement;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.fogg.contracts.Keyspaces;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Applies the versioned scripts of the global and of one georegion's keyspace that are not applied
 * yet. Several brokers may start at once: one works at a time, the others find it done.
 */
public final class SchemaMigration {

    private static final Logger log = LoggerFactory.getLogger(SchemaMigration.class);

    /** Fixed, because two tables of one name created at once would get two ids. */
    private static final UUID VERSIONS_ID = UUID.fromString("f0990000-0000-11f0-8000-000000000001");

    private static final String VERSIONS = Keyspaces.GLOBAL + ".schema_versions";
    private static final Duration PAUSE = Duration.ofMillis(250);
    private static final Duration DDL_TIMEOUT = Duration.ofSeconds(20);
    private static final int LOCK_SECONDS = 30;

    private final CqlSession session;
    private final String replication;
    private final Duration patience;

    /**
     * @param replication CQL map with which keyspaces are made where they are absent
     * @param patience how long to go on in the face of failures
     */
    public SchemaMigration(CqlSession session, String replication, Duration patience) {
        this.session = session;
        this.replication = replication;
        this.patience = patience;
    }

    /**
     * Brings both keyspaces to the latest version.
     *
     * @throws IllegalStateException when it did not succeed within the patience
     */
    public void apply(String georegion) throws InterruptedException {
        long deadline = System.nanoTime() + patience.toNanos();
        while (true) {
            try {
                if (tryApply(georegion)) {
                    return;
                }
            } catch (DriverException | DisagreementException e) {
                if (System.nanoTime() > deadline) {
                    throw new IllegalStateException(
                            "Cannot bring Cassandra's schema up to date", e);
                }
                log.warn("Schema change failed, trying again: {}", e.getMessage());
            }
            Thread.sleep(PAUSE.toMillis());
        }
    }

    private boolean tryApply(String georegion) {
        // Else the driver reads the whole schema anew after every statement, a second later.
        session.setSchemaMetadataEnabled(false);
        try {
            return applyLocked(georegion);
        } finally {
            session.setSchemaMetadataEnabled(null);
        }
    }

    private boolean applyLocked(String georegion) {
        makeVersionsTable();
        if (!lock()) {
            return false;
        }
        try {
            applyScope("global", Keyspaces.GLOBAL);
            applyScope("georegion", Keyspaces.of(georegion));
        } finally {
            unlock();
        }
        return true;
    }

    private void makeVersionsTable() {
        ddl(
                "CREATE KEYSPACE IF NOT EXISTS "
                        + Keyspaces.GLOBAL
                        + " WITH replication = "
                        + replication);
        ddl(
                "CREATE TABLE IF NOT EXISTS "
                        + VERSIONS
                        + " (scope text, version int, applied_at timestamp,"
                        + " PRIMARY KEY (scope, version)) WITH ID = "
                        + VERSIONS_ID);
    }

    private void applyScope(String scope, String keyspace) {
        int version = 1;
        while (true) {
            List<String> statements = CqlScript.read(scope, version, keyspace, replication);
            if (statements == null) {
                return;
            }
            if (!isApplied(keyspace, version)) {
                statements.forEach(this::ddl);
                record(keyspace, version);
                log.info("Keyspace {} is at version {}", keyspace, version);
            }
            version++;
        }
    }

    private boolean isApplied(String keyspace, int version) {
        return quorum("SELECT version FROM " + VERSIONS + row(keyspace, version)).one() != null;
    }

    private void record(String keyspace, int version) {
        quorum(
                "INSERT INTO "
                        + VERSIONS
                        + " (scope, version, applied_at) VALUES ('"
                        + keyspace
                        + "', "
                        + version
                        + ", toTimestamp(now()))");
    }

    private boolean lock() {
        return quorum(
                        "INSERT INTO "
                                + VERSIONS
                                + " (scope, version) VALUES ('lock', 0) IF NOT EXISTS USING TTL "
                                + LOCK_SECONDS)
                .wasApplied();
    }

    private void unlock() {
        quorum("DELETE FROM " + VERSIONS + row("lock", 0) + " IF EXISTS");
    }

    private static String row(String scope, int version) {
        return " WHERE scope = '" + scope + "' AND version = " + version;
    }

    private ResultSet quorum(String cql) {
        return session.execute(
                SimpleStatement.builder(cql)
                        .setConsistencyLevel(ConsistencyLevel.LOCAL_QUORUM)
                        .setSerialConsistencyLevel(ConsistencyLevel.LOCAL_SERIAL)
                        .setTimeout(DDL_TIMEOUT)
                        .build());
    }

    private void ddl(String cql) {
        session.execute(SimpleStatement.builder(cql).setTimeout(DDL_TIMEOUT).build());
        if (!session.checkSchemaAgreement()) {
            throw new DisagreementException();
        }
    }

    /** The nodes did not say in time that they have the same schema; they may a moment later. */
    private static final class DisagreementException extends RuntimeException {

        private static final long serialVersionUID = 1L;

        private DisagreementException() {
            super("Cassandra's nodes do not agree on the schema");
        }
    }
}
