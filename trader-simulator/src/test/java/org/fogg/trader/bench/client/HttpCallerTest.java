package org.fogg.trader.bench.client;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class HttpCallerTest {

    private final CountDownLatch answer = new CountDownLatch(1);
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private HttpServer server;
    private URI base;

    @BeforeEach
    void setUp() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/base/echo", HttpCallerTest::echo);
        server.createContext("/slow", this::slow);
        server.setExecutor(threads);
        server.start();
        base = URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    @AfterEach
    void tearDown() {
        answer.countDown();
        server.stop(0);
        threads.shutdownNow();
    }

    private static void echo(HttpExchange exchange) throws IOException {
        String text =
                exchange.getRequestMethod()
                        + ' '
                        + exchange.getRequestURI()
                        + ' '
                        + exchange.getRequestHeaders().getFirst("APCA-API-KEY-ID")
                        + ' '
                        + exchange.getRequestHeaders().getFirst("APCA-API-SECRET-KEY")
                        + ' '
                        + exchange.getRequestHeaders().getFirst("Content-Type")
                        + ' '
                        + new String(
                                exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        byte[] body = text.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(422, body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    private void slow(HttpExchange exchange) throws IOException {
        try {
            answer.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        exchange.sendResponseHeaders(204, -1);
        exchange.close();
    }

    private static HttpReply call(HttpCaller caller, HttpCall call) throws Exception {
        CompletableFuture<HttpReply> reply = new CompletableFuture<>();
        caller.call(call, reply::complete);
        return reply.get(2, TimeUnit.MINUTES);
    }

    @Test
    void shouldSendKeyAndBodyAndReadTheAnswer() throws Exception {
        HttpCall call =
                HttpCall.json(
                        "PATCH",
                        URI.create(base + "/base"),
                        "/echo?a=1&b=x%20y",
                        new ApiKey("id", "secret"),
                        "{}".getBytes(StandardCharsets.UTF_8));
        try (HttpCaller caller = new HttpCaller(5_000)) {
            HttpReply reply = call(caller, call);

            assertThat(reply.status()).isEqualTo(422);
            assertThat(reply.isRefused()).isTrue();
            assertThat(new String(reply.body(), StandardCharsets.UTF_8))
                    .isEqualTo("PATCH /base/echo?a=1&b=x%20y id secret application/json {}");
        }
    }

    @Test
    void shouldSendMoreRequestsWhileOthersWait() throws Exception {
        List<CompletableFuture<HttpReply>> replies = new ArrayList<>();
        HttpCall slow = new HttpCall("GET", base, "/slow", null, null, HttpCall.JSON);
        HttpCall echo = new HttpCall("GET", base, "/base/echo", null, null, HttpCall.JSON);
        try (HttpCaller caller = new HttpCaller(20_000)) {
            for (int i = 0; i < 100; i++) {
                CompletableFuture<HttpReply> reply = new CompletableFuture<>();
                caller.call(slow, reply::complete);
                replies.add(reply);
            }
            assertThat(call(caller, echo).status()).isEqualTo(422);
            assertThat(replies).noneMatch(CompletableFuture::isDone);

            answer.countDown();

            for (CompletableFuture<HttpReply> reply : replies) {
                assertThat(reply.get(2, TimeUnit.MINUTES).isOk()).isTrue();
            }
        }
    }

    @Test
    void shouldSayThatNoAnswerCame() throws Exception {
        HttpCall slow = new HttpCall("GET", base, "/slow", null, null, HttpCall.JSON);
        try (HttpCaller caller = new HttpCaller(200)) {
            HttpReply reply = call(caller, slow);

            assertThat(reply.status()).isZero();
            assertThat(reply.failure()).isEqualTo("time-out");
        }
    }

    @Test
    void shouldSayWhyWhenNobodyListens() throws Exception {
        server.stop(0);
        HttpCall echo = new HttpCall("GET", base, "/base/echo", null, null, HttpCall.JSON);
        try (HttpCaller caller = new HttpCaller(5_000)) {
            HttpReply reply = call(caller, echo);

            assertThat(reply.status()).isZero();
            assertThat(reply.isRefused()).isFalse();
            assertThat(reply.failure()).isNotBlank();
        }
    }
}
