package org.fogg.broker.updates;

import jakarta.websocket.CloseReason;
import jakarta.websocket.CloseReason.CloseCodes;
import jakarta.websocket.RemoteEndpoint;
import jakarta.websocket.SendResult;
import jakarta.websocket.Session;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends without blocking, one message at a time as the container asks for: all updates of the
 * broker come on one thread, which must not wait for one slow client.
 */
final class SocketOutlet implements Outlet {

    private static final Logger log = LoggerFactory.getLogger(SocketOutlet.class);
    private static final long SEND_WITHIN_MS = 5000;

    /** Tomcat's limit for what blocks: pings, and the frame that closes. */
    private static final String BLOCKING_SEND_WITHIN =
            "org.apache.tomcat.websocket.BLOCKING_SEND_TIMEOUT";

    /**
     * The same for the frame that closes with an error, else 50 ms: too short on a busy machine.
     */
    private static final String CLOSING_SEND_WITHIN =
            "org.apache.tomcat.websocket.ABNORMAL_SESSION_CLOSE_SEND_TIMEOUT";

    private final Session session;
    private final RemoteEndpoint.Async remote;
    private final Executor blocking;
    private final Queue<String> waiting = new ArrayDeque<>();
    private int waitingLength;
    private boolean inFlight;
    private boolean pumping;
    private boolean closed;
    private boolean binary;
    private @Nullable Runnable drained;

    /**
     * @param blocking runs what blocks for some seconds at most
     */
    SocketOutlet(Session session, Executor blocking) {
        this.session = session;
        this.blocking = blocking;
        remote = session.getAsyncRemote();
        remote.setSendTimeout(SEND_WITHIN_MS);
        session.getUserProperties().put(BLOCKING_SEND_WITHIN, SEND_WITHIN_MS);
        session.getUserProperties().put(CLOSING_SEND_WITHIN, SEND_WITHIN_MS);
    }

    @Override
    public void send(String message) {
        boolean tooSlow;
        synchronized (this) {
            if (closed) {
                return;
            }
            tooSlow = waitingLength + message.length() > MOST_WAITING;
            waiting.add(message);
            waitingLength += message.length();
        }
        if (tooSlow) {
            close(StreamCodes.POLICY, "too slow");
        } else {
            pump();
        }
    }

    @Override
    public void whenDrained(Runnable task) {
        synchronized (this) {
            if (closed) {
                return;
            }
            if (inFlight || !waiting.isEmpty()) {
                drained = task;
                return;
            }
        }
        task.run();
    }

    @Override
    public synchronized void useBinary() {
        binary = true;
    }

    @Override
    public void ping() {
        synchronized (this) {
            if (closed || inFlight) {
                return;
            }
        }
        later(() -> remote.sendPing(ByteBuffer.allocate(0)));
    }

    @Override
    public void close(int code, String reason) {
        synchronized (this) {
            if (closed) {
                return;
            }
            closed = true;
            waiting.clear();
            waitingLength = 0;
            drained = null;
        }
        later(() -> session.close(new CloseReason(CloseCodes.getCloseCode(code), reason)));
    }

    /** Sends as long as something waits; a send that is done at once comes back here, and ends. */
    private void pump() {
        while (true) {
            String message;
            boolean asBinary;
            Runnable task = null;
            synchronized (this) {
                if (pumping || inFlight || closed) {
                    return;
                }
                message = waiting.poll();
                asBinary = binary;
                if (message == null) {
                    task = drained;
                    drained = null;
                } else {
                    waitingLength -= message.length();
                    inFlight = true;
                    pumping = true;
                }
            }
            if (message == null) {
                if (task != null) {
                    task.run();
                }
                return;
            }
            transmit(message, asBinary);
            synchronized (this) {
                pumping = false;
            }
        }
    }

    private void transmit(String message, boolean asBinary) {
        try {
            if (asBinary) {
                byte[] bytes = message.getBytes(StandardCharsets.UTF_8);
                remote.sendBinary(ByteBuffer.wrap(bytes), this::sent);
            } else {
                remote.sendText(message, this::sent);
            }
        } catch (IllegalStateException e) {
            sent(new SendResult(session, e));
        }
    }

    private void sent(SendResult result) {
        synchronized (this) {
            inFlight = false;
        }
        if (result.isOK()) {
            pump();
        } else {
            log.debug("A client took no message", result.getException());
            close(StreamCodes.POLICY, "too slow");
        }
    }

    private interface Blocking {
        void run() throws IOException;
    }

    private void later(Blocking work) {
        try {
            blocking.execute(
                    () -> {
                        try {
                            work.run();
                        } catch (IOException | IllegalStateException e) {
                            log.debug("The client is gone already", e);
                        }
                    });
        } catch (RejectedExecutionException e) {
            log.debug("The broker has stopped, and the container ends the stream", e);
        }
    }
}
