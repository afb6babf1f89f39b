package org.fogg.broker.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.datastax.oss.driver.api.core.CqlSession;
import java.time.Duration;
import java.util.Optional;
import org.fogg.broker.TestCassandra;
import org.fogg.stack.ServerKind;
import org.fogg.stack.Servers;
import org.fogg.stack.junit.UseServers;
import org.junit.jupiter.api.Test;

/** The lock on the schema, in a real Cassandra. */
@UseServers(ServerKind.CASSANDRA)
final class SchemaLockIT {

    private static final Duration PATIENCE = Duration.ofMinutes(1);

    @Test
    void shouldBelongToOneUntilItEnds(Servers servers) throws InterruptedException {
        try (TestCassandra cassandra = new TestCassandra(servers)) {
            CqlSession session = cassandra.session();
            String table = cassandra.keyspace() + ".lock_test";
            session.execute(
                    "CREATE TABLE "
                            + table
                            + " (scope text, version int, applied_at timestamp,"
                            + " PRIMARY KEY (scope, version))");

            SchemaLock first = SchemaLock.take(session, table, PATIENCE).orElseThrow();
            assertThat(SchemaLock.take(session, table, PATIENCE)).isEmpty();
            first.extend();
            assertThat(SchemaLock.take(session, table, PATIENCE)).isEmpty();

            session.execute("DELETE FROM " + table + " WHERE scope = 'lock' AND version = 0");
            Optional<SchemaLock> second = SchemaLock.take(session, table, PATIENCE);
            assertThat(second).isPresent();
            assertThatThrownBy(first::extend).isInstanceOf(UnsettledSchemaException.class);
            first.release();
            assertThat(SchemaLock.take(session, table, PATIENCE)).isEmpty();

            second.orElseThrow().release();
            assertThat(SchemaLock.take(session, table, PATIENCE)).isPresent();
        }
    }
}
