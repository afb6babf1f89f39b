package org.fogg.broker.schema;

import com.datastax.oss.driver.api.core.ConsistencyLevel;
import com.datastax.oss.driver.api.core.CqlSession;
import com.datastax.oss.driver.api.core.DriverException;
import com.datastax.oss.driver.api.core.cql.ResultSet;
import com.datastax.oss.driver.api.core.cql.SimpleStatement;
import com.datastax.oss.driver.api.core.metadata.Node;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.fogg.contracts.Keyspaces;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Applies the versioned scripts of the global and of one georegion's keyspace that are not applied
 * yet. Several brokers may start at once, also of several georegions: one works at a time, the
 * others find it done. Where all is done, only the own data centre is asked, so that a broker can
 * start while the others are away.
 */
public final class SchemaMigration {

    private static final Logger log = LoggerFactory.getLogger(SchemaMigration.class);

    /** Fixed, because two tables of one name created at once would get two ids. */
    private static final UUID VERSIONS_ID = UUID.fromString("f0990000-0000-11f0-8000-000000000001");

    private static final String VERSIONS = Keyspaces.GLOBAL + ".schema_versions";
    private static final Duration PAUSE = Duration.ofSeconds(1);
    private static final Duration DDL_TIMEOUT = Duration.ofSeconds(20);

    private final CqlSession session;
    private final String replication;
    private final String globalReplication;
    private final Duration patience;

    /**
     * @param replication CQL map with which the georegion's keyspace is made where it is absent
     * @param globalReplication the same for the keyspace of all georegions
     * @param patience how long to go on in the face of failures
     */
    public SchemaMigration(
            CqlSession session, String replication, String globalReplication, Duration patience) {
        this.session = session;
        this.replication = replication;
        this.globalReplication = globalReplication;
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
            if (!isUpToDate(georegion)) {
                // Each one that waits would make the nodes look at their schema again, and slow
                // them.
                if (!isVersioned()) {
                    makeVersionsTable();
                }
                applyLocked(georegion);
            }
        } finally {
            session.setSchemaMetadataEnabled(null);
        }
    }

    private boolean isUpToDate(String georegion) {
        if (!isVersioned()
                || isMissing("global", Keyspaces.GLOBAL, globalReplication)
                || isMissing("georegion", Keyspaces.of(georegion), replication)) {
            return false;
        }
        if (!SchemaAgreement.await(session)) {
            log.warn("Cassandra's nodes do not agree on the schema; going on with this one's");
        }
        return true;
    }

    /** Whether the node that answers knows the table of versions. */
    private boolean isVersioned() {
        String cql =
                "SELECT table_name FROM system_schema.tables"
                        + " WHERE keyspace_name = ? AND table_name = 'schema_versions'";
        return session.execute(cql, Keyspaces.GLOBAL).one() != null;
    }

    private boolean isMissing(String scope, String keyspace, String map) {
        int version = 1;
        while (CqlScript.read(scope, version, keyspace, map) != null) {
            if (!isApplied(keyspace, version, ConsistencyLevel.LOCAL_QUORUM)) {
                return true;
            }
            version++;
        }
        return false;
    }

    private void applyLocked(String georegion) {
        SchemaLock lock =
                SchemaLock.take(session, VERSIONS, DDL_TIMEOUT)
                        .orElseThrow(
                                () ->
                                        new UnsettledSchemaException(
                                                "another broker changes the schema"));
        try {
            // What a holder before began, perhaps through another node.
            requireAgreement();
            applyScope(lock, "global", Keyspaces.GLOBAL, globalReplication);
            applyScope(lock, "georegion", Keyspaces.of(georegion), replication);
        } finally {
            lock.release();
        }
    }

    private void makeVersionsTable() {
        ddl(
                "CREATE KEYSPACE IF NOT EXISTS "
                        + Keyspaces.GLOBAL
                        + " WITH replication = "
                        + globalReplication,
                null);
        requireAgreement();
        ddl(
                "CREATE TABLE IF NOT EXISTS "
                        + VERSIONS
                        + " (scope text, version int, applied_at timestamp,"
                        + " PRIMARY KEY (scope, version)) WITH ID = "
                        + VERSIONS_ID,
                null);
        requireAgreement();
    }

    private void applyScope(SchemaLock lock, String scope, String keyspace, String map) {
        int version = 1;
        while (true) {
            List<String> statements = CqlScript.read(scope, version, keyspace, map);
            if (statements == null) {
                return;
            }
            if (!isApplied(keyspace, version, ConsistencyLevel.QUORUM)) {
                change(lock, statements);
                record(keyspace, version);
                log.info("Keyspace {} is at version {}", keyspace, version);
            }
            version++;
        }
    }

    /**
     * Makes the changes of one version through one node, which knows each before the next. That the
     * others know them, too, is waited for once: gossip tells it a second later. Only a keyspace
     * has to be known everywhere before its tables are.
     */
    private void change(SchemaLock lock, List<String> statements) {
        Node node = null;
        for (String statement : statements) {
            lock.renew();
            node = ddl(statement, node);
            if (statement.startsWith("CREATE KEYSPACE")) {
                requireAgreement();
            }
        }
        requireAgreement();
    }

    private boolean isApplied(String keyspace, int version, ConsistencyLevel level) {
        String cql = "SELECT version FROM " + VERSIONS + row(keyspace, version);
        return execute(cql, level).one() != null;
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

    /** Of all data centres: those of one would have a lock of their own. */
    private ResultSet quorum(String cql) {
        return execute(cql, ConsistencyLevel.QUORUM);
    }

    private ResultSet execute(String cql, ConsistencyLevel level) {
        return session.execute(
                SimpleStatement.builder(cql)
                        .setConsistencyLevel(level)
                        .setSerialConsistencyLevel(ConsistencyLevel.SERIAL)
                        .setTimeout(DDL_TIMEOUT)
                        .build());
    }

    private @Nullable Node ddl(String cql, @Nullable Node node) {
        return session.execute(
                        SimpleStatement.builder(cql).setNode(node).setTimeout(DDL_TIMEOUT).build())
                .getExecutionInfo()
                .getCoordinator();
    }

    private void requireAgreement() {
        if (!SchemaAgreement.await(session)) {
            throw new UnsettledSchemaException("Cassandra's nodes do not agree on the schema");
        }
    }
}
