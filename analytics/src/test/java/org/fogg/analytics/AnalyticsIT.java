package org.fogg.analytics;

import static org.assertj.core.api.Assertions.assertThat;

import co.elastic.clients.elasticsearch.ElasticsearchClient;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.elasticsearch.client.ResponseException;
import org.fogg.stack.ServerKind;
import org.fogg.stack.Servers;
import org.fogg.stack.junit.UseServers;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

@UseServers({ServerKind.KAFKA, ServerKind.ELASTICSEARCH})
class AnalyticsIT {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Servers servers;
    private final String georegion = Servers.uniqueName("g");
    private final String symbol = "VOD";
    private ConfigurableApplicationContext service;
    private ElasticsearchClient client;
    private KafkaProducer<byte[], byte[]> producer;

    AnalyticsIT(Servers servers) {
        this.servers = servers;
    }

    @BeforeEach
    void start() throws Exception {
        Map<String, Object> kafka = Map.of("bootstrap.servers", servers.kafka());
        try (Admin admin = Admin.create(kafka)) {
            admin.createTopics(
                            List.of(
                                    new NewTopic("listings." + georegion, 1, (short) 1),
                                    new NewTopic("tickers." + georegion, 1, (short) 1),
                                    new NewTopic("order-events." + georegion, 1, (short) 1)))
                    .all()
                    .get();
        }
        producer = new KafkaProducer<>(kafka, new ByteArraySerializer(), new ByteArraySerializer());
        send("listings", new byte[] {1});
        send("listings", Messages.listing(symbol));
        service =
                new SpringApplicationBuilder(AnalyticsApplication.class)
                        .run(
                                "--server.port=0",
                                "--fogg.analytics.kafka-bootstrap=" + servers.kafka(),
                                "--fogg.analytics.elasticsearch-url=" + servers.elasticsearch(),
                                "--fogg.analytics.group=" + georegion);
        client = service.getBean(ElasticsearchClient.class);
    }

    @AfterEach
    void stop() {
        service.close();
        producer.close();
    }

    @Test
    void shouldIndexEachTradeOnceWhenItsEventIsRepeatedAndABadOneStandsBetween() throws Exception {
        UUID first = UUID.randomUUID();
        UUID second = UUID.randomUUID();

        send("order-events", Messages.fill(first, 2, symbol, georegion));
        send("order-events", "not a message".getBytes(StandardCharsets.UTF_8));
        send("order-events", new byte[] {1});
        send("order-events", Messages.fill(first, 2, symbol, georegion));
        send("order-events", Messages.fill(second, 2, symbol, georegion));

        await(() -> trades() == 2);
        assertThat(trade(first + ":2"))
                .containsEntry("symbol", symbol)
                .containsEntry("price", 101.05)
                .containsEntry("quantity", 5)
                .containsEntry("tick_to_trade_us", 2_500)
                .containsEntry("exchange", "XLON");
    }

    @Test
    void shouldKeepOneTickAStockAndIntervalWhenManyCome() throws Exception {
        long sequence = 1_000_000 + Math.floorMod(georegion.hashCode(), 1_000_000);

        send("tickers", Messages.tick(sequence, 1_000_000));
        send("tickers", Messages.tick(sequence + 1, 1_000_100));

        await(() -> ticks(sequence) == 1);
        assertThat(ticks(sequence + 1)).isZero();
    }

    private long trades() {
        return count("fogg-trades-*", "georegion", georegion);
    }

    private long ticks(long sequence) {
        return count("fogg-tickers-*", "sequence", Long.toString(sequence));
    }

    private long count(String index, String field, String value) {
        try {
            client.indices().refresh(refresh -> refresh.index(index));
            return client.count(
                            count ->
                                    count.index(index)
                                            .query(
                                                    query ->
                                                            query.term(
                                                                    term ->
                                                                            term.field(field)
                                                                                    .value(value))))
                    .count();
        } catch (ResponseException e) {
            // The index is just being made.
            return 0;
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    @SuppressWarnings("unchecked")
    private Map<String, Object> trade(String id) throws IOException {
        // Other tests' trades of other days lie in other indexes of the shared server.
        return client.search(
                        search ->
                                search.index("fogg-trades-*")
                                        .query(query -> query.ids(ids -> ids.values(id))),
                        Map.class)
                .hits()
                .hits()
                .get(0)
                .source();
    }

    private void send(String topic, byte[] message) throws Exception {
        producer.send(new ProducerRecord<>(topic + "." + georegion, message)).get();
    }

    private static void await(BooleanSupplier condition) {
        Instant deadline = Instant.now().plus(PATIENCE);
        while (!condition.getAsBoolean()) {
            assertThat(Instant.now()).as("in time").isBefore(deadline);
            LockSupport.parkNanos(Duration.ofMillis(50).toNanos());
        }
    }
}
