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
        String told = "";
        while (true) {
            try {
                applyOnce(georegion);
                return;
            } catch (DriverException | UnsettledSchemaException e) {
                if (System.nanoTime() > deadline) {
                    throw new IllegalStateException(
                            "Cannot bring Cassandra's schema up to date: " + e.getMessage(), e);
                }
                // Another broker may take many tries' time; it is told once.
                if (!told.equals(e.getMessage())) {
                    told = String.valueOf(e.getMessage());
                    log.warn("The schema cannot be changed yet, trying again: {}", told);
                }
            }
            Thread.sleep(PAUSE.toMillis());
        }
    }

    private void applyOnce(String georegion) {
        // Else the driver reads the whole schema anew after every statement, a second later.
        session.setSchemaMetadataEnabled(false);
        try {
            makeVersionsTable();
            applyLocked(georegion);
        } finally {
            session.setSchemaMetadataEnabled(null);
        }
    }

    private void applyLocked(String georegion) {
        SchemaLock lock =
                SchemaLock.take(session, VERSIONS, DDL_TIMEOUT)
                        .orElseThrow(
                                () ->
                                        new UnsettledSchemaException(
                                                "another broker changes the schema"));
        try {
            applyScope(lock, "global", Keyspaces.GLOBAL);
            applyScope(lock, "georegion", Keyspaces.of(georegion));
        } finally {
            lock.release();
        }
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

    private void applyScope(SchemaLock lock, String scope, String keyspace) {
        int version = 1;
        while (true) {
            List<String> statements = CqlScript.read(scope, version, keyspace, replication);
            if (statements == null) {
                return;
            }
            if (!isApplied(keyspace, version)) {
                for (String statement : statements) {
                    lock.renew();
                    ddl(statement);
                }
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
            throw new UnsettledSchemaException("Cassandra's nodes do not agree on the schema");
        }
    }
}
