package org.fogg.broker.updates;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.UUID;
import org.fogg.broker.security.TestKeys;
import org.fogg.broker.web.Json;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Who may stay. */
final class StreamsTest {

    private static final UUID ALICE = new UUID(1, 1);

    private final MemoryLog log = new MemoryLog();
    private final TestKeys keys = new TestKeys(100);
    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final Recorder client = new Recorder();
    private long now;
    private Streams streams;

    @BeforeEach
    void start() {
        keys.add("alice", ALICE);
        streams =
                new Streams(
                        log,
                        keys.keys(),
                        new StreamJson(Json.mapper()),
                        meters,
                        2,
                        // Each test checks by hand.
                        Duration.ofDays(1),
                        () -> now);
        streams.start();
    }

    @AfterEach
    void stop() {
        streams.stop();
    }

    @Test
    void shouldEndStreamThatShowsNoKeyInTime() {
        streams.open(client);

        after(Duration.ofMillis(9_999));
        assertThat(client.closes).isEmpty();
        after(Duration.ofMillis(1));

        assertThat(client.closes).containsExactly("1008 not authenticated within 10 s");
        assertThat(sessions()).isZero();
    }

    @Test
    void shouldEndStreamWhoseKeyWasEnded() {
        ClientStream stream = listening();
        after(Duration.ofMinutes(1));
        assertThat(client.closes).isEmpty();
        streams.heard(stream);

        keys.revoke("alice");
        keys.poll();
        after(Duration.ofMillis(50));

        assertThat(client.closes).containsExactly("1008 the key was ended");
        assertThat(log.listeners()).isZero();
    }

    @Test
    void shouldKeepStreamWhileKeysCannotBeRead() {
        listening();

        keys.setAway(true);
        keys.poll();
        after(Duration.ofSeconds(20));
        assertThat(client.closes).isEmpty();
        keys.revoke("alice");
        keys.setAway(false);
        keys.poll();
        after(Duration.ofMillis(50));

        assertThat(client.closes).containsExactly("1008 the key was ended");
    }

    @Test
    void shouldEndStreamThatIsSilent() {
        ClientStream stream = listening();

        after(Duration.ofSeconds(30));
        after(Duration.ofSeconds(30));
        assertThat(client.pings).isEqualTo(2);
        streams.heard(stream);
        after(Duration.ofSeconds(89));
        assertThat(client.closes).isEmpty();
        after(Duration.ofSeconds(1));

        assertThat(client.closes).containsExactly("1008 no pong within 60 s");
    }

    @Test
    void shouldTakeNoMoreThanItMay() {
        streams.open(new Recorder());
        ClientStream second = streams.open(new Recorder());
        Recorder third = new Recorder();
        Recorder fourth = new Recorder();

        assertThat(streams.open(third)).isNull();
        streams.ended(second);
        assertThat(streams.open(fourth)).isNotNull();

        assertThat(third.closes).containsExactly("1013 too many streams");
        assertThat(fourth.closes).isEmpty();
        assertThat(sessions()).isEqualTo(2);
    }

    @Test
    void shouldSayGoodbyeWhenTheBrokerStops() {
        listening();
        Recorder late = new Recorder();

        streams.stop();
        streams.open(late);

        assertThat(client.closes).containsExactly("1001 the broker stops");
        assertThat(late.closes).containsExactly("1001 the broker stops");
    }

    @Test
    void shouldListenNoMoreOnceTheClientIsGone() {
        ClientStream stream = listening();
        assertThat(log.listeners()).isEqualTo(1);

        streams.ended(stream);

        assertThat(log.listeners()).isZero();
        assertThat(sessions()).isZero();
    }

    private ClientStream listening() {
        ClientStream stream = streams.open(client);
        streams.take(
                stream,
                """
                {"action":"authenticate","data":{"key_id":"alice","secret_key":"alice-secret"}}""",
                false);
        streams.take(
                stream,
                "{\"action\":\"listen\",\"data\":{\"streams\":[\"trade_updates\"]}}",
                false);
        return stream;
    }

    private void after(Duration time) {
        now += time.toNanos();
        streams.check();
    }

    private int sessions() {
        return (int) meters.get("fogg.stream.sessions").gauge().value();
    }
}
