package org.fogg.broker;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.MeterRegistry;
import java.util.UUID;
import org.fogg.broker.security.Role;
import org.fogg.broker.security.StoredKey;
import org.fogg.broker.updates.MemoryLog;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** Trade updates pushed, over a real WebSocket without a key in its headers. */
final class StreamApiTest extends ApiTest {

    @Autowired MemoryLog updates;
    @Autowired MeterRegistry meters;

    @Test
    void shouldTellUpdatesInTheirOrder() {
        try (Pushed stream = new Pushed(port, true)) {
            stream.authenticate("alice", "alice-secret");
            JsonNode authorization = stream.next("authorization");
            stream.listen(null);
            JsonNode listening = stream.next("listening");
            UUID order = UUID.randomUUID();
            updates.publish(ALICE, order, 1);
            updates.publish(BOB, UUID.randomUUID(), 1);
            updates.publish(ALICE, order, 2);

            JsonNode first = stream.next("trade_updates");
            JsonNode second = stream.next("trade_updates");

            assertThat(authorization.path("status").asString()).isEqualTo("authorized");
            assertThat(authorization.path("action").asString()).isEqualTo("authenticate");
            assertThat(listening.path("streams").toString()).isEqualTo("[\"trade_updates\"]");
            assertThat(first.path("event").asString()).isEqualTo("new");
            assertThat(first.path("order").path("id").asString()).isEqualTo(order.toString());
            assertThat(first.path("order").path("limit_price").asString()).isEqualTo("71.25");
            assertThat(first.has("price")).isFalse();
            assertThat(second.path("event").asString()).isEqualTo("partial_fill");
            assertThat(second.path("price").asString()).isEqualTo("71.25");
            assertThat(second.path("qty").asString()).isEqualTo("1");
            assertThat(stream.rest()).isEmpty();
            assertThat(stream.binaryFrames()).isZero();
        }
    }

    @Test
    void shouldAnswerInTheFramesOfTheClient() {
        try (Pushed stream = new Pushed(port, true)) {
            stream.sendBinary(Pushed.authentication("alice", "alice-secret"));
            stream.next("authorization");
            stream.listen(null);
            stream.next("listening");

            assertThat(stream.binaryFrames()).isEqualTo(2);
        }
    }

    @Test
    void shouldTellNothingWithoutKey() {
        try (Pushed stream = new Pushed(port, true)) {
            stream.listen(null);
            JsonNode unasked = stream.next("authorization");
            stream.authenticate("alice", "wrong");
            JsonNode wrong = stream.next("authorization");

            assertThat(unasked.path("status").asString()).isEqualTo("unauthorized");
            assertThat(unasked.path("action").asString()).isEqualTo("listen");
            assertThat(wrong.path("status").asString()).isEqualTo("unauthorized");
            assertThat(wrong.path("action").asString()).isEqualTo("authenticate");
        }
    }

    @Test
    void shouldStayOpenWhenMessageIsWrong() {
        try (Pushed stream = new Pushed(port, true)) {
            stream.send("{");
            JsonNode malformed = stream.next("error");
            stream.send("{\"action\":\"sing\"}");
            JsonNode unknown = stream.next("error");
            stream.authenticate("alice", "alice-secret");

            assertThat(malformed.path("message").asString())
                    .startsWith("message format is invalid: ");
            assertThat(unknown.path("message").asString())
                    .isEqualTo("action: must be one of authenticate, listen, was \"sing\"");
            assertThat(stream.next("authorization").path("status").asString())
                    .isEqualTo("authorized");
        }
    }

    @Test
    void shouldTakeMessagesOf64KiBAndNoLongerOnes() {
        String message = Pushed.authentication("alice", "alice-secret");
        try (Pushed text = new Pushed(port, true);
                Pushed binary = new Pushed(port, true)) {
            text.send(message + " ".repeat(64 * 1024 - message.length()));
            text.next("authorization");
            text.send(message + " ".repeat(64 * 1024 - message.length() + 1));
            binary.sendBinary(" ".repeat(64 * 1024 + 1));

            assertThat(text.awaitClose()).isEqualTo("1009 message: must be at most 65536 bytes");
            assertThat(binary.awaitClose()).startsWith("1009 ");
        }
    }

    @Test
    void shouldResumeAfterTheUpdateSeenLast() {
        UUID order = UUID.randomUUID();
        String last;
        try (Pushed stream = Pushed.listening(port, "alice", "alice-secret", null)) {
            updates.publish(ALICE, order, 1);
            last = stream.next("trade_updates").path("event_id").asString();
        }
        updates.publish(ALICE, order, 2);
        updates.publish(BOB, UUID.randomUUID(), 1);

        try (Pushed stream = Pushed.listening(port, "alice", "alice-secret", last)) {
            updates.publish(ALICE, order, 3);

            JsonNode missed = stream.next("trade_updates");
            JsonNode live = stream.next("trade_updates");

            assertThat(missed.path("order").path("filled_qty").asString()).isEqualTo("1");
            assertThat(live.path("order").path("filled_qty").asString()).isEqualTo("2");
            assertThat(stream.rest()).isEmpty();
        }
    }

    @Test
    void shouldEndStreamsOfKeyThatIsEnded() {
        stores.add(StoredKey.of("dora", "dora-secret", Role.TRADER, BOB));
        try (Pushed stream = Pushed.listening(port, "dora", "dora-secret", null);
                Pushed other = Pushed.listening(port, "bob", "bob-secret", null)) {
            assertThat(send("DELETE", "/v2/admin/keys/dora", "admin", null).status())
                    .isEqualTo(204);

            assertThat(stream.awaitClose()).isEqualTo("1008 the key was ended");
            updates.publish(BOB, UUID.randomUUID(), 1);
            assertThat(other.next("trade_updates").path("event").asString()).isEqualTo("new");
        }
    }

    @Test
    void shouldEndStreamOfClientThatDoesNotReadAndHarmNoOther() {
        try (Pushed slow = new Pushed(port, false);
                Pushed other = Pushed.listening(port, "alice", "alice-secret", null)) {
            slow.authenticate("alice", "alice-secret");
            slow.listen(null);
            Deadline.await(Deadline.PATIENCE, () -> updates.listeners() == 2);

            UUID order = UUID.randomUUID();
            int version = 0;
            while (updates.listeners() == 2 && version < 1_000_000) {
                // Fewer than what may wait for a client that does read.
                for (int i = 0; i < 200; i++) {
                    updates.publish(ALICE, order, ++version);
                }
                for (int i = 0; i < 200; i++) {
                    other.next("trade_updates");
                }
            }
            updates.publish(ALICE, order, ++version);

            assertThat(updates.listeners()).isEqualTo(1);
            assertThat(other.next("trade_updates").path("event").asString()).isNotEmpty();
        }
    }

    @Test
    void shouldCountStreamsAndUpdates() {
        double before = meters.get("fogg.stream.updates").counter().count();
        try (Pushed stream = Pushed.listening(port, "alice", "alice-secret", null)) {
            updates.publish(ALICE, UUID.randomUUID(), 1);
            stream.next("trade_updates");

            assertThat(meters.get("fogg.stream.sessions").gauge().value()).isPositive();
            assertThat(meters.get("fogg.stream.updates").counter().count()).isEqualTo(before + 1);
        }
        Deadline.await(
                Deadline.PATIENCE, () -> meters.get("fogg.stream.sessions").gauge().value() == 0);
    }
}
