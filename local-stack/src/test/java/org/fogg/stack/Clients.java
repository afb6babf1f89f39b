package org.fogg.stack;

import com.datastax.oss.driver.api.core.CqlSession;
import com.datastax.oss.driver.api.core.config.DefaultDriverOption;
import com.datastax.oss.driver.api.core.config.DriverConfigLoader;
import com.datastax.oss.driver.api.core.cql.ResultSet;
import com.datastax.oss.driver.api.core.cql.Row;
import com.datastax.oss.driver.api.core.cql.SimpleStatement;
import com.datastax.oss.driver.api.core.servererrors.QueryExecutionException;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** Writes a word to each server with its real client, and reads it again. */
final class Clients {
    private static final int FOUND = 200;
    private static final int CREATED = 201;

    /** The driver's own 2 s and 10 s are short for a change of the schema on a slow machine. */
    private static final DriverConfigLoader PATIENT =
            DriverConfigLoader.programmaticBuilder()
                    .withDuration(DefaultDriverOption.REQUEST_TIMEOUT, Duration.ofSeconds(30))
                    .withDuration(
                            DefaultDriverOption.CONTROL_CONNECTION_AGREEMENT_TIMEOUT,
                            Duration.ofMinutes(1))
                    .build();

    private Clients() {}

    /** Executes what may be executed twice, again while the server says that it cannot now. */
    static ResultSet execute(CqlSession session, SimpleStatement statement) throws Exception {
        List<ResultSet> results = new ArrayList<>();
        Await.until(
                "an answer to " + statement.getQuery(),
                () -> {
                    try {
                        return results.add(session.execute(statement));
                    } catch (QueryExecutionException e) {
                        return false;
                    }
                });
        return results.get(0);
    }

    static void write(ServerState server, String name, String word) throws Exception {
        switch (server.spec().kind()) {
            case CASSANDRA -> writeCassandra(server, name, word);
            case KAFKA -> writeKafka(server, name, word);
            case ELASTICSEARCH -> writeElasticsearch(server, name, word);
        }
    }

    static String read(ServerState server, String name) throws Exception {
        return switch (server.spec().kind()) {
            case CASSANDRA -> readCassandra(server, name);
            case KAFKA -> readKafka(server, name);
            case ELASTICSEARCH -> readElasticsearch(server, name);
        };
    }

    static CqlSession session(ServerState server) {
        CassandraSpec node = (CassandraSpec) server.spec();
        return CqlSession.builder()
                .withConfigLoader(PATIENT)
                .addContactPoint(new InetSocketAddress(node.host(), node.port()))
                .withLocalDatacenter(node.dc())
                .build();
    }

    private static void writeCassandra(ServerState server, String name, String word) {
        String dc = ((CassandraSpec) server.spec()).dc();
        try (CqlSession session = session(server)) {
            session.execute(
                    "CREATE KEYSPACE "
                            + name
                            + " WITH replication = {'class': 'NetworkTopologyStrategy', '"
                            + dc
                            + "': 1}");
            session.execute("CREATE TABLE " + name + ".words (id int PRIMARY KEY, word text)");
            session.execute(
                    "INSERT INTO " + name + ".words (id, word) VALUES (1, ?) IF NOT EXISTS", word);
        }
    }

    private static String readCassandra(ServerState server, String name) {
        try (CqlSession session = session(server)) {
            Row row = session.execute("SELECT word FROM " + name + ".words WHERE id = 1").one();
            return row == null ? "" : row.getString(0);
        }
    }

    private static void writeKafka(ServerState server, String name, String word) throws Exception {
        Map<String, Object> settings = Map.of("bootstrap.servers", server.endpoint());
        try (Admin admin = Admin.create(settings)) {
            admin.createTopics(List.of(new NewTopic(name, 1, (short) 1))).all().get();
        }
        Properties properties = new Properties();
        properties.putAll(settings);
        properties.put("acks", "all");
        try (KafkaProducer<String, String> producer =
                new KafkaProducer<>(properties, new StringSerializer(), new StringSerializer())) {
            producer.send(new ProducerRecord<>(name, word)).get();
        }
    }

    private static String readKafka(ServerState server, String name) {
        Properties properties = new Properties();
        properties.put("bootstrap.servers", server.endpoint());
        try (KafkaConsumer<String, String> consumer =
                new KafkaConsumer<>(
                        properties, new StringDeserializer(), new StringDeserializer())) {
            TopicPartition partition = new TopicPartition(name, 0);
            consumer.assign(List.of(partition));
            consumer.seekToBeginning(List.of(partition));
            for (ConsumerRecord<String, String> found : consumer.poll(Duration.ofMinutes(2))) {
                return found.value();
            }
            return "";
        }
    }

    private static void writeElasticsearch(ServerState server, String name, String word)
            throws Exception {
        String body = "{\"word\": \"" + word + "\"}";
        HttpRequest.Builder request =
                document(server, name)
                        .header("Content-Type", "application/json")
                        .PUT(HttpRequest.BodyPublishers.ofString(body, StandardCharsets.UTF_8));
        send(request, CREATED);
    }

    private static String readElasticsearch(ServerState server, String name) throws Exception {
        String found = send(document(server, name).GET(), FOUND);
        return found.replaceAll(".*\"word\": ?\"([^\"]*)\".*", "$1");
    }

    private static HttpRequest.Builder document(ServerState server, String name) {
        return HttpRequest.newBuilder(
                URI.create("http://" + server.endpoint() + "/" + name + "/_doc/1"));
    }

    private static String send(HttpRequest.Builder request, int expected)
            throws IOException, InterruptedException {
        HttpResponse<String> response =
                HttpClient.newHttpClient()
                        .send(request.build(), HttpResponse.BodyHandlers.ofString());
        if (response.statusCode() != expected) {
            throw new IOException(response.statusCode() + ": " + response.body());
        }
        return response.body();
    }
}
