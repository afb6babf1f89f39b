package org.fogg.analytics;

import static org.assertj.core.api.Assertions.assertThat;

import co.elastic.clients.elasticsearch.ElasticsearchClient;
import co.elastic.clients.elasticsearch._types.ElasticsearchException;
import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.errors.TopicExistsException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.elasticsearch.client.ResponseException;
import org.fogg.stack.Servers;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The service on the test servers, with a georegion of its own. */
public final class TestAnalytics implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofMinutes(4);
    private static final JsonMapper JSON = new JsonMapper();

    private final Servers servers;
    private final String georegion;
    private final String group;
    private final KafkaProducer<byte[], byte[]> producer;
    private final HttpClient http = HttpClient.newHttpClient();
    private final List<Future<?>> sent = new ArrayList<>();
    private ConfigurableApplicationContext service;

    /** Topics, and no service yet. */
    public TestAnalytics(Servers servers, String georegion) throws Exception {
        this.servers = servers;
        this.georegion = georegion;
        group = Servers.uniqueName("analytics");
        Map<String, Object> kafka = Map.of("bootstrap.servers", servers.kafka());
        try (Admin admin = Admin.create(kafka)) {
            for (String topic : List.of("listings.", "tickers.", "order-events.")) {
                create(admin, topic + georegion);
            }
        }
        producer = new KafkaProducer<>(kafka, new ByteArraySerializer(), new ByteArraySerializer());
    }

    private static void create(Admin admin, String topic)
            throws ExecutionException, InterruptedException {
        try {
            admin.createTopics(List.of(new NewTopic(topic, 1, (short) 1))).all().get();
        } catch (ExecutionException e) {
            if (!(e.getCause() instanceof TopicExistsException)) {
                throw e;
            }
        }
    }

    /** Starts the service. */
    public void start(String... more) {
        List<String> arguments =
                new ArrayList<>(
                        List.of(
                                "--server.port=0",
                                "--logging.level.org.apache.kafka=warn",
                                "--fogg.analytics.kafka-bootstrap=" + servers.kafka(),
                                "--fogg.analytics.elasticsearch-url=" + servers.elasticsearch(),
                                "--fogg.analytics.group=" + group,
                                "--fogg.analytics.georegions=" + georegion));
        arguments.addAll(List.of(more));
        service =
                new SpringApplicationBuilder(AnalyticsApplication.class)
                        .run(arguments.toArray(String[]::new));
    }

    /** Stops the service. */
    public void stop() {
        service.close();
    }

    /** Sends to a topic of the georegion, not waiting. */
    public void send(String topic, byte[] message) {
        sent.add(producer.send(new ProducerRecord<>(topic + "." + georegion, message)));
    }

    /** Waits until everything sent is in Kafka. */
    public void flush() throws ExecutionException, InterruptedException {
        producer.flush();
        for (Future<?> one : sent) {
            one.get();
        }
        sent.clear();
    }

    /** The client of the service. */
    public ElasticsearchClient client() {
        return service.getBean(ElasticsearchClient.class);
    }

    /** The address of the service, without a slash at its end. */
    public String url() {
        int port = ((WebServerApplicationContext) service).getWebServer().getPort();
        return "http://127.0.0.1:" + port;
    }

    /** Asks the service. */
    public HttpResponse<String> get(String path) {
        try {
            return http.send(
                    HttpRequest.newBuilder(URI.create(url() + path)).build(),
                    HttpResponse.BodyHandlers.ofString());
        } catch (IOException | InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    /** Asks the service, which has to answer 200. */
    public JsonNode json(String path) {
        HttpResponse<String> response = get(path);
        assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
        return JSON.readTree(response.body());
    }

    /** How many documents of those indices match, as of now. */
    public long count(String index, String field, String value) {
        return count(index, Query.of(q -> q.term(term -> term.field(field).value(value))));
    }

    /** How many documents of those indices match, as of now. */
    public long count(String index, Query query) {
        try {
            client().indices().refresh(refresh -> refresh.index(index));
            return client().count(count -> count.index(index).query(query)).count();
        } catch (ResponseException | ElasticsearchException e) {
            // The index is just being made.
            return 0;
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    /** Waits until it is so. */
    public static void await(BooleanSupplier condition) {
        Instant deadline = Instant.now().plus(PATIENCE);
        while (!condition.getAsBoolean()) {
            assertThat(Instant.now()).as("in time").isBefore(deadline);
            LockSupport.parkNanos(Duration.ofMillis(200).toNanos());
        }
    }

    @Override
    public void close() {
        if (service != null) {
            service.close();
        }
        producer.close();
    }
}
