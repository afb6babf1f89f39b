package org.fogg.broker;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.MeterRegistry;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.fogg.broker.command.BoundedGateway;
import org.fogg.broker.command.CommandGateway;
import org.fogg.broker.command.UnavailableException;
import org.fogg.broker.web.QueueValve;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Primary;
import org.springframework.test.context.TestPropertySource;

/**
 * More orders than the shards answer, from more clients than there are threads, if not twice as
 * many.
 */
@TestPropertySource(
        properties = {"server.tomcat.threads.max=32", "server.tomcat.threads.min-spare=4"})
@Import(OverloadApiTest.Overloaded.class)
final class OverloadApiTest extends ApiTest {

    private static final int MOST = 8;
    private static final int CLIENTS = 48;
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final String ORDER =
            """
            {"side":"buy","type":"limit","symbol":"VOD.L","qty":"1","limit_price":"71.25",
             "time_in_force":"day"}""";

    /** How many requests wait for a thread, as the test says. */
    private static final AtomicInteger QUEUED = new AtomicInteger();

    private final ExecutorService clients = Executors.newFixedThreadPool(CLIENTS);
    @Autowired SilentGateway silent;

    @TestConfiguration
    static class Overloaded {

        @Bean
        SilentGateway silent() {
            return new SilentGateway();
        }

        @Bean
        WebServerFactoryCustomizer<TomcatServletWebServerFactory> queue(MeterRegistry meters) {
            return factory ->
                    factory.addEngineValves(
                            new QueueValve(CLIENTS, request -> QUEUED.get(), meters));
        }

        @Bean
        @Primary
        CommandGateway bounded(SilentGateway silent) {
            return new BoundedGateway(silent, 1, MOST, MOST);
        }
    }

    @AfterEach
    void end() {
        clients.shutdownNow();
    }

    private List<CompletableFuture<Reply>> placeAtOnce() {
        List<CompletableFuture<Reply>> replies = new ArrayList<>();
        for (int i = 0; i < CLIENTS; i++) {
            replies.add(CompletableFuture.supplyAsync(() -> post("/v2/orders", ORDER), clients));
        }
        return replies;
    }

    @Test
    void shouldRefuseCommandsUnseenAndGoOnAnsweringReadsWhenRequestsPileUp() {
        QUEUED.set(CLIENTS + 1);
        try {
            Reply refusal = post("/v2/orders", "anything");
            assertThat(refusal.status()).isEqualTo(503);
            assertThat(refusal.code()).isEqualTo(50310000);
            assertThat(refusal.header("Retry-After")).isEqualTo("1");
            assertThat(get("/v2/orders").status()).isEqualTo(200);
            assertThat(send("PUT", "/v2/admin/halt", "admin", "{}").status()).isNotEqualTo(503);
        } finally {
            QUEUED.set(CLIENTS);
        }

        assertThat(post("/v2/orders", "anything").status()).isEqualTo(400);
    }

    @Test
    void shouldRefuseEarlyAndGoOnAnsweringReadsWhenOrdersPileUp() {
        List<CompletableFuture<Reply>> replies = placeAtOnce();
        Deadline.await(
                PATIENCE,
                () -> replies.stream().filter(CompletableFuture::isDone).count() == CLIENTS - MOST);

        assertThat(silent.waiting()).isEqualTo(MOST);
        assertThat(get("/v2/ping").status()).isEqualTo(204);
        assertThat(get("/v2/orders").status()).isEqualTo(200);
        assertThat(
                        send(request("/v2/ping")
                                        .header("APCA-API-KEY-ID", "alice")
                                        .header("APCA-API-SECRET-KEY", "alice-secret")
                                        .POST(BodyPublishers.noBody()))
                                .status())
                .isEqualTo(204);
        for (CompletableFuture<Reply> reply : replies) {
            if (reply.isDone()) {
                Reply refusal = reply.join();
                assertThat(refusal.status()).isEqualTo(503);
                assertThat(refusal.response().headers().firstValue("Retry-After")).hasValue("1");
                assertThat(refusal.text("client_order_id")).isNotEmpty();
                assertThat(refusal.json().has("outcome")).isFalse();
            }
        }

        silent.failAll(new UnavailableException("away", Duration.ofSeconds(1), true));
        Deadline.await(PATIENCE, () -> replies.stream().allMatch(CompletableFuture::isDone));
        CompletableFuture<Reply> next =
                CompletableFuture.supplyAsync(() -> post("/v2/orders", ORDER), clients);
        Deadline.await(PATIENCE, () -> silent.waiting() == 1);
        silent.failAll(new UnavailableException("away", Duration.ofSeconds(1), true));
        assertThat(next.join().text("outcome")).isEqualTo("unknown");
    }
}
