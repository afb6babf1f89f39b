package org.fogg.broker.schema;

import com.datastax.oss.driver.api.core.CqlSession;
import com.datastax.oss.driver.api.core.cql.Row;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;

/**
 * Whether all nodes have the same schema. The driver's own check leaves out the nodes of other data
 * centres.
 */
final class SchemaAgreement {

    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final Duration PAUSE = Duration.ofMillis(250);

    private SchemaAgreement() {}

    /** Waits a while until they have; false if they still have not. */
    static boolean await(CqlSession session) {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (versions(session).size() > 1) {
            if (System.nanoTime() > deadline) {
                return false;
            }
            LockSupport.parkNanos(PAUSE.toNanos());
        }
        return true;
    }

    private static Set<UUID> versions(CqlSession session) {
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
