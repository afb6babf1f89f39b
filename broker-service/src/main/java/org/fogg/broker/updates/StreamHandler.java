package org.fogg.broker.updates;

import jakarta.websocket.Session;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.web.socket.BinaryMessage;
import org.springframework.web.socket.CloseStatus;
import org.springframework.web.socket.PongMessage;
import org.springframework.web.socket.TextMessage;
import org.springframework.web.socket.WebSocketMessage;
import org.springframework.web.socket.WebSocketSession;
import org.springframework.web.socket.adapter.NativeWebSocketSession;
import org.springframework.web.socket.handler.AbstractWebSocketHandler;

/**
 * Brings what comes through WebSockets to the streams. Takes messages in pieces, so that only a
 * client that sends a long one costs the memory for it.
 */
final class StreamHandler extends AbstractWebSocketHandler {

    /** Most bytes of a message, as of a request body. */
    static final int MOST_BYTES = 64 * 1024;

    private static final Logger log = LoggerFactory.getLogger(StreamHandler.class);
    private static final String CLIENT = "fogg.client";

    private final Streams streams;

    StreamHandler(Streams streams) {
        this.streams = streams;
    }

    /** One client, and the message that comes in pieces. Used by one thread at a time. */
    private static final class Client {

        private final ClientStream stream;
        private final StringBuilder text = new StringBuilder();
        private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        private int length;

        private Client(ClientStream stream) {
            this.stream = stream;
        }

        private boolean fits(WebSocketMessage<?> piece) {
            length += piece.getPayloadLength();
            return length <= MOST_BYTES;
        }

        private void next() {
            text.setLength(0);
            bytes.reset();
            length = 0;
        }
    }

    @Override
    public void afterConnectionEstablished(WebSocketSession session) {
        Session socket = ((NativeWebSocketSession) session).getNativeSession(Session.class);
        if (socket == null) {
            throw new IllegalStateException("Not a session of Jakarta WebSocket");
        }
        ClientStream stream = streams.open(new SocketOutlet(socket, streams.blocking()));
        if (stream != null) {
            session.getAttributes().put(CLIENT, new Client(stream));
        }
    }

    @Override
    protected void handleTextMessage(WebSocketSession session, TextMessage piece) {
        Client client = client(session);
        if (client == null || isTooBig(client, piece)) {
            return;
        }
        client.text.append(piece.getPayload());
        if (piece.isLast()) {
            String text = client.text.toString();
            client.next();
            streams.take(client.stream, text, false);
        }
    }

    @Override
    protected void handleBinaryMessage(WebSocketSession session, BinaryMessage piece) {
        Client client = client(session);
        if (client == null || isTooBig(client, piece)) {
            return;
        }
        byte[] bytes = new byte[piece.getPayload().remaining()];
        piece.getPayload().get(bytes);
        client.bytes.writeBytes(bytes);
        if (piece.isLast()) {
            String text = client.bytes.toString(StandardCharsets.UTF_8);
            client.next();
            streams.take(client.stream, text, true);
        }
    }

    private static boolean isTooBig(Client client, WebSocketMessage<?> piece) {
        if (client.fits(piece)) {
            return false;
        }
        client.next();
        client.stream
                .outlet()
                .close(StreamCodes.TOO_BIG, "message: must be at most " + MOST_BYTES + " bytes");
        return true;
    }

    @Override
    protected void handlePongMessage(WebSocketSession session, PongMessage message) {
        Client client = client(session);
        if (client != null) {
            streams.heard(client.stream);
        }
    }

    @Override
    public void handleTransportError(WebSocketSession session, Throwable failure) {
        log.debug("A client's connection failed", failure);
    }

    @Override
    public void afterConnectionClosed(WebSocketSession session, CloseStatus status) {
        Client client = client(session);
        if (client != null) {
            streams.ended(client.stream);
        }
    }

    @Override
    public boolean supportsPartialMessages() {
        return true;
    }

    private static @Nullable Client client(WebSocketSession session) {
        return (Client) session.getAttributes().get(CLIENT);
    }
}
