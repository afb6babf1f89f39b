package org.fogg.stack;

import static org.assertj.core.api.Assertions.assertThat;

import com.datastax.oss.driver.api.core.ConsistencyLevel;
import com.datastax.oss.driver.api.core.CqlSession;
import com.datastax.oss.driver.api.core.cql.Row;
import com.datastax.oss.driver.api.core.cql.SimpleStatement;
import java.nio.file.Path;
import java.util.List;
import org.fogg.stack.process.ProcessIdentity;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** In the profile cluster only: a local world has one node so far. */
@Tag("cluster")
class CassandraClusterIT {
    private static final int HEAP_MB = 300;

    @TempDir private Path folder;

    @AfterEach
    void stop() {
        LocalStack.in(folder.resolve("stack")).stop(StackListener.SILENT);
    }

    @Test
    void shouldFormOneClusterWhenNodesOfTwoDataCentresStart() throws Exception {
        List<ServerState> nodes =
                LocalStack.in(folder.resolve("stack"))
                        .startingQuickly()
                        .tiedTo(ProcessIdentity.current())
                        .start(
                                List.of(
                                        node("first", "127.0.0.1", "europe-eu-central-1"),
                                        node("second", "127.0.0.2", "europe-eu-west-1")),
                                StackListener.SILENT);

        try (CqlSession first = Clients.session(nodes.get(0));
                CqlSession second = Clients.session(nodes.get(1))) {
            Await.until(
                    "each node has heard of the other's data centre",
                    () -> knowsAnother(first) && knowsAnother(second));
            first.execute(
                    "CREATE KEYSPACE both WITH replication = {'class': 'NetworkTopologyStrategy',"
                            + " 'europe-eu-central-1': 1, 'europe-eu-west-1': 1}");
            first.execute("CREATE TABLE both.words (id int PRIMARY KEY, word text)");
            Clients.execute(
                    first,
                    SimpleStatement.newInstance("INSERT INTO both.words (id, word) VALUES (1, 'w')")
                            .setConsistencyLevel(ConsistencyLevel.EACH_QUORUM));

            Row row =
                    Clients.execute(
                                    second,
                                    SimpleStatement.newInstance("SELECT word FROM both.words")
                                            .setConsistencyLevel(ConsistencyLevel.LOCAL_ONE))
                            .one();

            assertThat(row).isNotNull();
            assertThat(row.getString(0)).isEqualTo("w");
        }
    }

    private static boolean knowsAnother(CqlSession node) {
        Row peer = node.execute("SELECT data_center FROM system.peers_v2").one();
        return peer != null && peer.getString(0) != null;
    }

    private static ServerSpec node(String name, String host, String dc) {
        return CassandraSpec.node(name, host, dc, List.of("127.0.0.1"))
                .withPort(0)
                .withHeapMb(HEAP_MB);
    }
}
