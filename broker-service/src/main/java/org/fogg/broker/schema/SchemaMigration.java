package org.fogg.broker.schema;

import com.datastax.oss.driver.api.core.ConsistencyLevel;
import com.datastax.oss.driver.api.core.CqlSession;
import com.datastax.oss.driver.api.core.DriverException;
import com.datastax.oss.driver.api.core.DriverTimeoutException;
import com.datastax.oss.driver.api.core.cql.ResultSet;
import com.datastax.oss.driver.api.core.cql.Row;
import com.datastax.oss.driver.api.core.cql.SimpleStatement;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import org.fogg.contracts.Keyspaces;
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
    private static final Duration PAUSE = Duration.ofMillis(250);
    private static final Duration DDL_TIMEOUT = Duration.ofSeconds(20);
    private static final Duration AGREEMENT_PATIENCE = Duration.ofSeconds(10);
    private static final int LOCK_SECONDS = 30;

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
        while (true) {
            try {
                if (tryApply(georegion)) {
                    return;
                }
            } catch (DriverException e) {
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
            return isUpToDate(georegion) || applyLocked(georegion);
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
        if (!agreed()) {
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

    private boolean applyLocked(String georegion) {
        makeVersionsTable();
        if (!lock()) {
            return false;
        }
        try {
            applyScope("global", Keyspaces.GLOBAL, globalReplication);
            applyScope("georegion", Keyspaces.of(georegion), replication);
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
                        + globalReplication);
        ddl(
                "CREATE TABLE IF NOT EXISTS "
                        + VERSIONS
                        + " (scope text, version int, applied_at timestamp,"
                        + " PRIMARY KEY (scope, version)) WITH ID = "
                        + VERSIONS_ID);
    }

    private void applyScope(String scope, String keyspace, String map) {
        int version = 1;
        while (true) {
            List<String> statements = CqlScript.read(scope, version, keyspace, map);
            if (statements == null) {
                return;
            }
            if (!isApplied(keyspace, version, ConsistencyLevel.QUORUM)) {
                statements.forEach(this::ddl);
                record(keyspace, version);
                log.info("Keyspace {} is at version {}", keyspace, version);
            }
            version++;
        }
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

    private void ddl(String cql) {
        session.execute(SimpleStatement.builder(cql).setTimeout(DDL_TIMEOUT).build());
        if (!agreed()) {
            // Tried again, as after any failure of a server: every statement may be repeated.
            throw new DriverTimeoutException("Cassandra's nodes do not agree on the schema");
        }
    }

    /**
     * Waits a while until all nodes have the same schema. The driver's own check leaves out the
     * nodes of other data centres.
     */
    private boolean agreed() {
        long deadline = System.nanoTime() + AGREEMENT_PATIENCE.toNanos();
        while (versions().size() > 1) {
            if (System.nanoTime() > deadline) {
                return false;
            }
            LockSupport.parkNanos(PAUSE.toNanos());
        }
        return true;
    }

    private Set<UUID> versions() {
        Set<UUID> versions = new HashSet<>();
        for (String table : List.of("system.local", "system.peers_v2")) {
            for (Row row : session.execute("SELECT schema_version FROM " + table)) {
                UUID version = row.getUuid(0);
                if (version != null) {
                    versions.add(version);
                }
            }
        }
        return versions;
    }
}
