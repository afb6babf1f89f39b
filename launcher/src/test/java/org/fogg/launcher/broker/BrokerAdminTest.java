package org.fogg.launcher.broker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.fogg.launcher.world.WorldFile;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class BrokerAdminTest {

    private static final UUID TRADER = new UUID(1, 2);

    private final Queue<Integer> answers = new ConcurrentLinkedQueue<>();
    private final Queue<String> requests = new ConcurrentLinkedQueue<>();

    private HttpServer server;
    private BrokerAdmin admin;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::answer);
        server.start();
        String url = "http://127.0.0.1:" + server.getAddress().getPort();
        admin =
                new BrokerAdmin(
                        new WorldFile.Broker("europe-1", "dc1", url, url),
                        new WorldFile.Admin("key", "secret"));
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    private void answer(HttpExchange exchange) throws IOException {
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        requests.add(exchange.getRequestMethod() + " " + exchange.getRequestURI() + " " + body);
        int status = answers.remove();
        byte[] answer =
                (status == 200
                                ? "{\"trader_id\":\"%s\",\"amount\":\"5.00\",\"cash\":\"5.00\"}"
                                        .formatted(TRADER)
                                : "{\"code\":50310000,\"message\":\"late\"}")
                        .getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, answer.length);
        exchange.getResponseBody().write(answer);
        exchange.close();
    }

    @Test
    void shouldTurnTheKillSwitchAgainWhenTheBrokerIsLate() throws Exception {
        answers.addAll(List.of(503, 503, 200));

        admin.halt(true, null);

        assertThat(requests).hasSize(3).allMatch(each -> each.startsWith("PUT /v2/admin/halt "));
        assertThat(answers).isEmpty();
    }

    @Test
    void shouldRevokeAKeyAgainWhenTheBrokerIsLate() throws Exception {
        answers.addAll(List.of(503, 200));

        admin.revokeKey("k1");

        assertThat(requests).containsOnly("DELETE /v2/admin/keys/k1 ").hasSize(2);
    }

    @Test
    void shouldDepositWithTheSameKeyWhenTheBrokerIsLate() throws Exception {
        answers.addAll(List.of(503, 200));

        assertThat(admin.deposit(TRADER, "5.00").cash()).isEqualTo("5.00");

        assertThat(requests).hasSize(2);
        assertThat(requests.stream().distinct()).hasSize(1);
    }

    @Test
    void shouldGiveUpWhenTheBrokerStaysLate() {
        answers.addAll(List.of(503, 503, 503, 503, 503, 503));

        assertThatExceptionOfType(BrokerRefusal.class)
                .isThrownBy(() -> admin.halt(false, TRADER))
                .withMessage("late");
        assertThat(answers).isEmpty();
    }

    @Test
    void shouldAskOnceWhenTheRequestIsWrongOrMayNotArriveTwice() {
        answers.addAll(List.of(422, 503));

        assertThatExceptionOfType(BrokerRefusal.class)
                .isThrownBy(() -> admin.deposit(TRADER, "-1"));
        assertThatExceptionOfType(BrokerRefusal.class).isThrownBy(() -> admin.createTrader("100"));
        assertThat(requests).hasSize(2);
    }
}
