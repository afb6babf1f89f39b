package org.fogg.broker;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A client of the stream, and what it got. */
final class Pushed implements WebSocket.Listener, AutoCloseable {

    private static final HttpClient CLIENT = HttpClient.newHttpClient();
    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private final List<JsonNode> messages = new CopyOnWriteArrayList<>();
    private final StringBuilder piece = new StringBuilder();
    private final boolean reading;
    private final WebSocket socket;
    private volatile int binaryFrames;
    private volatile int closeCode;
    private volatile String closeReason = "";
    private volatile boolean gone;

    /** Opens a stream; one that does not read takes nothing from its connection. */
    Pushed(int port, boolean reading) {
        this.reading = reading;
        socket =
                CLIENT.newWebSocketBuilder()
                        .buildAsync(URI.create("ws://127.0.0.1:" + port + "/stream"), this)
                        .join();
    }

    /** Opens a stream with a key, and listens; from after an update, if one is given. */
    static Pushed listening(int port, String keyId, String secret, String after) {
        Pushed stream = new Pushed(port, true);
        stream.authenticate(keyId, secret);
        stream.next("authorization");
        stream.listen(after);
        stream.next("listening");
        return stream;
    }

    @Override
    public void onOpen(WebSocket opened) {
        if (reading) {
            opened.request(Long.MAX_VALUE);
        }
    }

    @Override
    public CompletionStage<?> onText(WebSocket from, CharSequence data, boolean last) {
        piece.append(data);
        if (last) {
            messages.add(MAPPER.readTree(piece.toString()));
            piece.setLength(0);
        }
        return null;
    }

    @Override
    public CompletionStage<?> onBinary(WebSocket from, ByteBuffer data, boolean last) {
        binaryFrames++;
        return onText(from, StandardCharsets.UTF_8.decode(data), last);
    }

    @Override
    public CompletionStage<?> onClose(WebSocket from, int code, String reason) {
        closeReason = reason;
        closeCode = code;
        gone = true;
        return null;
    }

    @Override
    public void onError(WebSocket from, Throwable failure) {
        gone = true;
    }

    void send(String message) {
        socket.sendText(message, true).join();
    }

    void sendBinary(String message) {
        socket.sendBinary(ByteBuffer.wrap(message.getBytes(StandardCharsets.UTF_8)), true).join();
    }

    void authenticate(String keyId, String secret) {
        send(authentication(keyId, secret));
    }

    static String authentication(String keyId, String secret) {
        return """
                {"action":"authenticate","data":{"key_id":"%s","secret_key":"%s"}}"""
                .formatted(keyId, secret);
    }

    void listen(String after) {
        send(
                """
                {"action":"listen","data":{"streams":["trade_updates"]%s}}"""
                        .formatted(after == null ? "" : ",\"after\":\"" + after + "\""));
    }

    /** Waits for the next message, takes it, and gives its data; it must be of a stream. */
    JsonNode next(String stream) {
        Deadline.await(Deadline.PATIENCE, () -> !messages.isEmpty() || gone);
        if (messages.isEmpty()) {
            throw new AssertionError("Closed: " + closeCode + " " + closeReason);
        }
        JsonNode message = messages.remove(0);
        if (!message.path("stream").asString().equals(stream)) {
            throw new AssertionError("Wanted " + stream + ", got " + message);
        }
        return message.path("data");
    }

    /** What came and was not taken. */
    List<JsonNode> rest() {
        return List.copyOf(messages);
    }

    int binaryFrames() {
        return binaryFrames;
    }

    /** Waits until the broker closes it; gives code and reason. */
    String awaitClose() {
        Deadline.await(Deadline.PATIENCE, () -> gone);
        return closeCode + " " + closeReason;
    }

    @Override
    public void close() {
        socket.abort();
    }
}
