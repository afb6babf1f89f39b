package org.fogg.audit;

import com.datastax.oss.driver.api.core.CqlSession;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.fogg.audit.cassandra.CassandraJournal;
import org.fogg.audit.cassandra.CassandraTables;
import org.fogg.audit.cassandra.Sessions;
import org.fogg.audit.client.ClientFiles;
import org.fogg.audit.document.DocumentSource;
import org.fogg.audit.elasticsearch.ElasticsearchDocuments;
import org.fogg.audit.kafka.KafkaCommands;
import org.fogg.audit.kafka.KafkaExchanges;
import org.fogg.audit.kafka.TopicReader;
import org.fogg.contracts.Keyspaces;

/** The composition root: connections to a target's servers, to be closed. */
final class OpenSources implements AutoCloseable {

    /** How long analytics may take to catch up. */
    private static final Duration INDEXING = Duration.ofSeconds(60);

    private final Deque<AutoCloseable> connections = new ArrayDeque<>();
    private final Sources sources;
    private final TopicReader topics;

    OpenSources(AuditTarget target) {
        try {
            List<Sources.Georegion> georegions = new ArrayList<>();
            for (AuditTarget.Georegion georegion : target.georegions()) {
                georegions.add(open(georegion));
            }
            topics = new TopicReader(target.kafkaBootstrap());
            connections.push(topics);
            sources =
                    new Sources(
                            georegions,
                            new KafkaExchanges(topics),
                            new KafkaCommands(topics)::ends,
                            new ClientFiles(target.clientRecords()),
                            documents(target));
        } catch (RuntimeException e) {
            close();
            throw e;
        }
    }

    private static DocumentSource documents(AuditTarget target) {
        return target.elasticsearch() == null
                ? DocumentSource.NONE
                : new ElasticsearchDocuments(target.elasticsearch(), INDEXING);
    }

    private Sources.Georegion open(AuditTarget.Georegion georegion) {
        CqlSession session = Sessions.open(georegion.cassandra(), georegion.localDc());
        connections.push(session);
        String keyspace = Keyspaces.of(georegion.name());
        return new Sources.Georegion(
                georegion.name(),
                georegion.shards(),
                new CassandraJournal(session, keyspace),
                new CassandraTables(session, keyspace));
    }

    Sources sources() {
        return sources;
    }

    TopicReader topics() {
        return topics;
    }

    @Override
    public void close() {
        while (!connections.isEmpty()) {
            try {
                connections.pop().close();
            } catch (Exception e) {
                throw new IllegalStateException("A connection does not close", e);
            }
        }
    }
}
