package org.fogg.broker.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.ZoneId;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.fogg.broker.market.Exchange;
import org.fogg.core.engine.ExecutionRequest;
import org.fogg.core.order.OrderTerms;
import org.fogg.core.order.OrderType;
import org.fogg.core.order.Side;
import org.fogg.core.order.TimeInForce;
import org.fogg.ticker.wan.Distances;
import org.fogg.ticker.wan.Routes;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the client makes of an exchange that answers badly or not at all: never a guess. */
class HttpExchangeClientTest {

    private static final int OK = 200;
    private static final int AWAY = 503;

    private final ScheduledExecutorService timer = Executors.newScheduledThreadPool(1);
    private final HttpExchangeClient client =
            new HttpExchangeClient("test", timer, new Routes(Distances.NONE));
    private volatile int status = OK;
    private volatile byte[] body = new byte[0];
    private HttpServer server;
    private Exchange exchange;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext(
                "/",
                call -> {
                    call.getRequestBody().readAllBytes();
                    byte[] answer = body;
                    call.sendResponseHeaders(status, answer.length == 0 ? -1 : answer.length);
                    call.getResponseBody().write(answer);
                    call.close();
                });
        server.start();
        exchange =
                new Exchange(
                        1,
                        "XTST",
                        "Test",
                        "London",
                        ZoneId.of("Europe/London"),
                        0,
                        0,
                        URI.create("http://127.0.0.1:" + server.getAddress().getPort()));
    }

    @AfterEach
    void stop() {
        server.stop(0);
        client.close();
        timer.shutdownNow();
    }

    private ExchangeReply execute() throws Exception {
        var terms =
                new OrderTerms(
                        new UUID(1, 1),
                        new UUID(2, 2),
                        "mine",
                        10_001,
                        Side.BUY,
                        OrderType.MARKET,
                        TimeInForce.GTC,
                        1,
                        0,
                        0,
                        0);
        var reply = new CompletableFuture<ExchangeReply>();
        client.execute(
                exchange, 0, new ExecutionRequest(terms, 1, 1, 1, 100, false, 0), reply::complete);
        return reply.get(2, TimeUnit.MINUTES);
    }

    @Test
    void shouldNotKnowTheOutcomeWhenTheExchangeCannotDecide() throws Exception {
        status = AWAY;

        assertThat(execute()).isEqualTo(ExchangeReply.UNKNOWN);
    }

    @Test
    void shouldNotKnowTheOutcomeWhenTheAnswerCannotBeDecoded() throws Exception {
        body = new byte[] {1, 2, 3};

        assertThat(execute()).isEqualTo(ExchangeReply.UNKNOWN);
    }

    @Test
    void shouldBeSureThatNothingWasSentWhenTheConnectionIsRefused() throws Exception {
        server.stop(0);

        assertThat(execute()).isEqualTo(ExchangeReply.NOT_SENT);
    }

    @Test
    void shouldSendNothingAnyMoreWhenTheExchangeKeepsFailing() throws Exception {
        status = AWAY;
        while (client.isAvailable(exchange.id())) {
            execute();
        }

        assertThat(execute()).isEqualTo(ExchangeReply.NOT_SENT);
    }

    @Test
    void shouldTellThatAnExchangeIsAwayAndBackBeforeAnOrderNeedsIt() {
        status = AWAY;
        awaitAvailable(false);
        status = OK;
        awaitAvailable(true);
    }

    private void awaitAvailable(boolean available) {
        long deadline = System.nanoTime() + TimeUnit.MINUTES.toNanos(2);
        while (client.isAvailable(exchange.id()) != available) {
            assertThat(System.nanoTime()).isLessThan(deadline);
            client.probe(exchange);
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(20));
        }
    }
}
