package org.fogg.broker.foreign;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.fogg.broker.command.AnswerCodec;
import org.fogg.broker.command.Command;
import org.fogg.broker.command.CommandAnswer;
import org.fogg.broker.command.CommandCodec;
import org.fogg.broker.command.UnavailableException;
import org.fogg.core.order.Reason;
import org.fogg.ticker.wan.Distances;
import org.fogg.ticker.wan.Routes;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the client makes of brokers that answer badly or not at all. */
class HttpForeignBrokersTest {

    private static final String ASIA = "east-asia";
    private static final Duration ROUND_TRIP = Duration.ofMillis(20);
    private static final Command COMMAND =
            new Command.CancelOrder(
                    new Command.Origin(new UUID(1, 1), 0, 0), new UUID(2, 2), new UUID(3, 3));
    private static final CommandAnswer ANSWER =
            new CommandAnswer(new UUID(1, 1), Reason.ORDER_CLOSED, 0, 0, null, 7);

    private final ScheduledExecutorService timer = Executors.newScheduledThreadPool(1);
    private final MeterRegistry meters = new SimpleMeterRegistry();
    private final Routes routes =
            new Routes(new Distances(Map.of(ASIA, ROUND_TRIP), Map.of(), Duration.ZERO));
    private final List<String> secrets = new CopyOnWriteArrayList<>();
    private final List<byte[]> bodies = new CopyOnWriteArrayList<>();
    private volatile int status = 200;
    private volatile byte[] body = new AnswerCodec().encode(0, ANSWER);
    private HttpServer server;
    private HttpForeignBrokers brokers;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext(
                "/v2/brokers/commands",
                call -> {
                    bodies.add(call.getRequestBody().readAllBytes());
                    secrets.add(call.getRequestHeaders().getFirst("Secret"));
                    byte[] answer = body;
                    call.sendResponseHeaders(status, answer.length == 0 ? -1 : answer.length);
                    call.getResponseBody().write(answer);
                    call.close();
                });
        server.start();
        brokers = brokers(url());
    }

    private URI url() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    private HttpForeignBrokers brokers(URI... urls) {
        return new HttpForeignBrokers(
                Map.of(ASIA, List.of(urls)), Map.of("Secret", "known"), timer, routes, meters);
    }

    @AfterEach
    void stop() {
        brokers.close();
        routes.close();
        server.stop(0);
        timer.shutdownNow();
    }

    private CommandAnswer ask() throws Exception {
        return brokers.ask(ASIA, COMMAND).get(2, TimeUnit.MINUTES);
    }

    private UnavailableException failure() throws Exception {
        try {
            CommandAnswer answer = ask();
            throw new AssertionError("Answered " + answer);
        } catch (ExecutionException e) {
            return (UnavailableException) e.getCause();
        }
    }

    @Test
    void shouldBringTheCommandThereAndTheAnswerBackWithTheBrokersKey() throws Exception {
        assertThat(ask()).isEqualTo(ANSWER);

        assertThat(new CommandCodec().decode(bodies.get(0))).isEqualTo(COMMAND);
        assertThat(secrets).containsExactly("known");
    }

    @Test
    void shouldTakeOneRoundTripForACommandAndCountItsTwoMessages() throws Exception {
        long sent = System.nanoTime();

        ask();

        assertThat(System.nanoTime() - sent).isGreaterThanOrEqualTo(ROUND_TRIP.toNanos());
        assertThat(bodies).hasSize(1);
        assertThat(messages("request")).isEqualTo(1);
        assertThat(messages("answer")).isEqualTo(1);
    }

    private double messages(String kind) {
        return meters.get("fogg.wan.messages").tags("peer", ASIA, "kind", kind).counter().count();
    }

    @Test
    void shouldNotKnowTheOutcomeWhenTheBrokerCannotDecide() throws Exception {
        status = 503;

        assertThat(failure().outcomeUnknown()).isTrue();
    }

    @Test
    void shouldNotKnowTheOutcomeWhenTheAnswerCannotBeDecoded() throws Exception {
        body = new byte[] {1, 2, 3};

        assertThat(failure().outcomeUnknown()).isTrue();
    }

    @Test
    void shouldBeSureThatNothingWasSentWhenTheConnectionIsRefused() throws Exception {
        server.stop(0);

        assertThat(failure().outcomeUnknown()).isFalse();
        assertThat(failure().reason()).contains(ASIA);
    }

    @Test
    void shouldTryTheNextBrokerWhenOneRefusesTheConnection() throws Exception {
        URI nobody;
        try (ServerSocket closed = new ServerSocket(0)) {
            nobody = URI.create("http://127.0.0.1:" + closed.getLocalPort());
        }
        brokers.close();
        brokers = brokers(nobody, url());

        assertThat(ask()).isEqualTo(ANSWER);
        assertThat(ask()).isEqualTo(ANSWER);
        assertThat(brokers.breakers().circuitBreaker(ASIA).getMetrics().getNumberOfFailedCalls())
                .isZero();
    }

    @Test
    void shouldSendNothingAnyMoreWhenTheGeoregionKeepsFailing() throws Exception {
        status = 503;
        while (brokers.isReachable(ASIA)) {
            failure();
        }
        int before = bodies.size();

        assertThat(failure().outcomeUnknown()).isFalse();
        assertThat(bodies).hasSize(before);
    }

    @Test
    void shouldTellThatAGeoregionIsAwayAndBackBeforeAnOrderNeedsIt() {
        status = 503;
        awaitReachable(false);
        status = 200;
        awaitReachable(true);
    }

    private void awaitReachable(boolean reachable) {
        long deadline = System.nanoTime() + TimeUnit.MINUTES.toNanos(2);
        while (brokers.isReachable(ASIA) != reachable) {
            assertThat(System.nanoTime()).isLessThan(deadline);
            brokers.probe();
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(20));
        }
    }

    @Test
    void shouldKnowNoWayToAGeoregionThatIsNotInTheSettings() throws Exception {
        assertThat(brokers.isReachable("atlantis")).isFalse();
        assertThat(brokers.ask("atlantis", COMMAND)).isCompletedExceptionally();
    }
}
