package org.fogg.broker.http;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.TlsConfig;
import org.apache.hc.client5.http.impl.async.HttpAsyncClients;
import org.apache.hc.client5.http.impl.async.MinimalHttpAsyncClient;
import org.apache.hc.client5.http.impl.nio.PoolingAsyncClientConnectionManagerBuilder;
import org.apache.hc.core5.concurrent.FutureCallback;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpResponse;
import org.apache.hc.core5.http.Message;
import org.apache.hc.core5.http.config.Http1Config;
import org.apache.hc.core5.http.message.BasicHeader;
import org.apache.hc.core5.http.message.BasicHttpRequest;
import org.apache.hc.core5.http.nio.AsyncEntityProducer;
import org.apache.hc.core5.http.nio.entity.BasicAsyncEntityConsumer;
import org.apache.hc.core5.http.nio.entity.BasicAsyncEntityProducer;
import org.apache.hc.core5.http.nio.support.BasicRequestProducer;
import org.apache.hc.core5.http.nio.support.BasicResponseConsumer;
import org.apache.hc.core5.http2.HttpVersionPolicy;
import org.apache.hc.core5.http2.config.H2Config;
import org.apache.hc.core5.io.CloseMode;
import org.apache.hc.core5.reactor.IOReactorConfig;
import org.apache.hc.core5.util.Timeout;
import org.jspecify.annotations.Nullable;

/**
 * Requests over kept-alive connections, without waiting and without a retry: one that broke off
 * leaves its outcome unknown. Apache's client, because the JDK's takes several times the processor
 * time for a small request. Thread-safe; futures complete on the client's one thread.
 */
public final class BinaryHttp implements AutoCloseable {

    private static final Timeout CONNECT_LIMIT = Timeout.ofMilliseconds(500);
    private static final int MOST_CONNECTIONS = 1_000;
    private static final int OK = 200;

    private final MinimalHttpAsyncClient client;
    private final List<Header> headers;

    /** A client whose requests have nothing but what they need. */
    public BinaryHttp() {
        this(Map.of());
    }

    /**
     * A client that adds headers to every request.
     *
     * @param headers by name
     */
    public BinaryHttp(Map<String, String> headers) {
        this.headers =
                headers.entrySet().stream()
                        .<Header>map(each -> new BasicHeader(each.getKey(), each.getValue()))
                        .toList();
        client =
                HttpAsyncClients.createMinimal(
                        H2Config.DEFAULT,
                        Http1Config.DEFAULT,
                        IOReactorConfig.custom().setIoThreadCount(1).setTcpNoDelay(true).build(),
                        PoolingAsyncClientConnectionManagerBuilder.create()
                                .setMaxConnTotal(MOST_CONNECTIONS)
                                .setMaxConnPerRoute(MOST_CONNECTIONS)
                                .setDefaultConnectionConfig(
                                        ConnectionConfig.custom()
                                                .setConnectTimeout(CONNECT_LIMIT)
                                                .build())
                                .setDefaultTlsConfig(
                                        TlsConfig.custom()
                                                .setVersionPolicy(HttpVersionPolicy.FORCE_HTTP_1)
                                                .build())
                                .build());
        client.start();
    }

    /** Asks for what is at an address. The future fails as that of {@link #post}. */
    public CompletableFuture<byte[]> get(URI uri) {
        return send(new BasicHttpRequest("GET", uri), null);
    }

    /**
     * Sends a message. The future fails with {@link UndecidedException} when the status is not 200,
     * else with what broke the call off; whoever cancels it closes the connection.
     */
    public CompletableFuture<byte[]> post(URI uri, byte[] body) {
        return send(
                new BasicHttpRequest("POST", uri),
                new BasicAsyncEntityProducer(body, ContentType.APPLICATION_OCTET_STREAM));
    }

    private CompletableFuture<byte[]> send(
            BasicHttpRequest request, @Nullable AsyncEntityProducer entity) {
        headers.forEach(request::addHeader);
        CompletableFuture<byte[]> answer = new CompletableFuture<>();
        Future<?> call =
                client.execute(
                        new BasicRequestProducer(request, entity),
                        new BasicResponseConsumer<>(new BasicAsyncEntityConsumer()),
                        new Completion(answer));
        // Whoever gives up closes the connection, so that a late answer meets no other request.
        answer.whenComplete((body, failure) -> cancelIf(failure != null, call));
        return answer;
    }

    private static void cancelIf(boolean failed, Future<?> call) {
        if (failed && !call.isDone()) {
            call.cancel(true);
        }
    }

    @Override
    public void close() {
        client.close(CloseMode.IMMEDIATE);
    }

    private record Completion(CompletableFuture<byte[]> answer)
            implements FutureCallback<Message<HttpResponse, byte[]>> {

        @Override
        public void completed(Message<HttpResponse, byte[]> message) {
            int status = message.getHead().getCode();
            if (status == OK) {
                byte[] body = message.getBody();
                answer.complete(body == null ? new byte[0] : body);
            } else {
                answer.completeExceptionally(new UndecidedException(status));
            }
        }

        @Override
        public void failed(Exception cause) {
            answer.completeExceptionally(cause);
        }

        @Override
        public void cancelled() {
            answer.cancel(false);
        }
    }

    /** The server answered that it could not decide. */
    public static final class UndecidedException extends RuntimeException {

        private static final long serialVersionUID = 1L;

        private final int status;

        private UndecidedException(int status) {
            super("The answer has status " + status, null, false, false);
            this.status = status;
        }

        /** The HTTP status. */
        public int status() {
            return status;
        }
    }
}
