package org.fogg.broker;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import tools.jackson.databind.JsonNode;

/** The whole broker, within this process, spoken to by plain HTTP. */
final class TestBroker implements AutoCloseable {

    private final ConfigurableApplicationContext context;

    TestBroker(String georegion, InetSocketAddress cassandra, String localDc, String kafka) {
        context =
                new SpringApplicationBuilder(BrokerServiceApplication.class)
                        .run(
                                "--server.port=0",
                                "--management.server.port=0",
                                "--spring.jmx.enabled=false",
                                "--logging.level.org.apache.kafka=error",
                                "--fogg.georegion=" + georegion,
                                "--fogg.dc=" + georegion + "-test",
                                "--fogg.shards=4",
                                "--fogg.admin.key-id=admin",
                                "--fogg.admin.secret-key=admin-secret",
                                "--fogg.keys.revocation-poll=100ms",
                                // A busy machine is no outage.
                                "--fogg.commands.answer-within=30s",
                                "--fogg.cassandra.answer-within=30s",
                                "--fogg.cassandra.contact-points=127.0.0.1:" + cassandra.getPort(),
                                "--fogg.cassandra.local-dc=" + localDc,
                                "--fogg.kafka.bootstrap=" + kafka);
    }

    /** Waits until orders on some stocks can be decided. */
    void awaitReady(String... symbols) {
        Reply.await(this::readiness, reply -> reply.status() == 200);
        Key admin = admin();
        for (String symbol : symbols) {
            Reply.await(
                    () -> admin.get("/v2/stocks/" + symbol + "/price"),
                    reply -> reply.status() == 200);
        }
    }

    /** Where the API is. */
    int port() {
        return Integer.parseInt(context.getEnvironment().getRequiredProperty("local.server.port"));
    }

    Reply readiness() {
        return managed("/actuator/health/readiness");
    }

    Reply managed(String path) {
        return Reply.to(HttpRequest.newBuilder(uri("local.management.port", path)));
    }

    Key admin() {
        return new Key(this, "", "admin", "admin-secret");
    }

    Key newTrader(String cash) {
        Reply reply = admin().send("POST", "/v2/admin/traders", "{\"cash\":\"" + cash + "\"}");
        assertThat(reply.status()).as(reply.response().body()).isEqualTo(200);
        return new Key(
                this, reply.text("trader_id"), reply.text("key_id"), reply.text("secret_key"));
    }

    @Override
    public void close() {
        context.close();
    }

    private URI uri(String port, String path) {
        return URI.create(
                "http://127.0.0.1:" + context.getEnvironment().getRequiredProperty(port) + path);
    }

    /** Whoever holds a key. */
    record Key(TestBroker broker, String traderId, String keyId, String secret) {

        /**
         * The answer, asked for again while nothing was done because a part is away, which on a
         * busy machine is one that took long.
         */
        Reply send(String method, String path, String body) {
            return Reply.await(
                    () -> sendOnce(method, path, body), reply -> !reply.isRefusedUndone());
        }

        private Reply sendOnce(String method, String path, String body) {
            HttpRequest.Builder request =
                    HttpRequest.newBuilder(broker.uri("local.server.port", path))
                            .header("APCA-API-KEY-ID", keyId)
                            .header("APCA-API-SECRET-KEY", secret);
            if (body != null) {
                request.header("Content-Type", "application/json");
            }
            return Reply.to(
                    request.method(
                            method,
                            body == null
                                    ? BodyPublishers.noBody()
                                    : BodyPublishers.ofString(body)));
        }

        Reply get(String path) {
            return send("GET", path, null);
        }

        /** Listens to this trader's updates; to those after one, if its id is given. */
        Pushed listen(String after) {
            return Pushed.listening(broker.port(), keyId, secret, after);
        }

        /** Places an order that must be taken. */
        JsonNode place(String side, String type, String symbol, String qty, String rest) {
            Reply reply = order(side, type, symbol, qty, rest);
            assertThat(reply.status()).as(reply.response().body()).isEqualTo(200);
            return reply.json();
        }

        Reply order(String side, String type, String symbol, String qty, String rest) {
            return send(
                    "POST",
                    "/v2/orders",
                    """
                    {"side":"%s","type":"%s","symbol":"%s","qty":"%s"%s}"""
                            .formatted(side, type, symbol, qty, rest));
        }

        /** Waits until an order has a status; gives the order. */
        JsonNode await(String orderId, String status) {
            return Reply.await(
                            () -> get("/v2/orders/" + orderId),
                            reply -> reply.text("status").equals(status))
                    .json();
        }
    }
}
