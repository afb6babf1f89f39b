package org.fogg.trader.bench.client;

import java.net.SocketTimeoutException;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.impl.async.HttpAsyncClients;
import org.apache.hc.client5.http.impl.async.MinimalHttpAsyncClient;
import org.apache.hc.client5.http.impl.nio.PoolingAsyncClientConnectionManager;
import org.apache.hc.client5.http.impl.nio.PoolingAsyncClientConnectionManagerBuilder;
import org.apache.hc.core5.concurrent.FutureCallback;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.HttpResponse;
import org.apache.hc.core5.http.Message;
import org.apache.hc.core5.http.config.Http1Config;
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

/**
 * Sends requests without waiting for their answers, over as many kept connections as are in use at
 * once, so that a slow server never slows the sender down. Thread-safe.
 */
public final class HttpCaller implements AutoCloseable {

    private static final int MOST_CONNECTIONS = 12_000;

    private final MinimalHttpAsyncClient client;

    /**
     * Starts one thread for input and output.
     *
     * @param timeoutMillis how long an answer may take before its outcome counts as unknown
     */
    public HttpCaller(int timeoutMillis) {
        Timeout timeout = Timeout.ofMilliseconds(timeoutMillis);
        PoolingAsyncClientConnectionManager connections =
                PoolingAsyncClientConnectionManagerBuilder.create()
                        .setMaxConnTotal(MOST_CONNECTIONS)
                        .setMaxConnPerRoute(MOST_CONNECTIONS)
                        .setDefaultConnectionConfig(
                                ConnectionConfig.custom()
                                        .setConnectTimeout(timeout)
                                        .setSocketTimeout(timeout)
                                        .build())
                        .setDefaultTlsConfig(
                                org.apache.hc.client5.http.config.TlsConfig.custom()
                                        .setVersionPolicy(HttpVersionPolicy.FORCE_HTTP_1)
                                        .build())
                        .build();
        client =
                HttpAsyncClients.createMinimal(
                        H2Config.DEFAULT,
                        Http1Config.DEFAULT,
                        IOReactorConfig.custom()
                                .setIoThreadCount(1)
                                .setTcpNoDelay(true)
                                .setSoTimeout(timeout)
                                .build(),
                        connections);
        client.start();
    }

    /**
     * Sends a request.
     *
     * @param done called once, on the input and output thread: it must not block
     */
    public void call(HttpCall call, Consumer<HttpReply> done) {
        BasicHttpRequest request =
                new BasicHttpRequest(call.method(), call.base().resolve(pathOf(call)));
        ApiKey key = call.key();
        if (key != null) {
            request.addHeader("APCA-API-KEY-ID", key.id());
            request.addHeader("APCA-API-SECRET-KEY", key.secret());
        }
        byte[] body = call.body();
        AsyncEntityProducer entity =
                body == null
                        ? null
                        : new BasicAsyncEntityProducer(body, ContentType.parse(call.contentType()));
        client.execute(
                new BasicRequestProducer(request, entity),
                new BasicResponseConsumer<>(new BasicAsyncEntityConsumer()),
                new Completion(done));
    }

    private static String pathOf(HttpCall call) {
        String prefix = call.base().getRawPath();
        return prefix == null ? call.path() : prefix + call.path();
    }

    @Override
    public void close() {
        client.close(CloseMode.IMMEDIATE);
        try {
            client.awaitShutdown(org.apache.hc.core5.util.TimeValue.of(1, TimeUnit.SECONDS));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private record Completion(Consumer<HttpReply> done)
            implements FutureCallback<Message<HttpResponse, byte[]>> {

        @Override
        public void completed(Message<HttpResponse, byte[]> message) {
            done.accept(
                    HttpReply.answered(
                            message.getHead().getCode(), message.getBody(), System.nanoTime()));
        }

        @Override
        public void failed(Exception cause) {
            String why =
                    cause instanceof SocketTimeoutException
                            ? "time-out"
                            : cause.getClass().getSimpleName() + ": " + cause.getMessage();
            done.accept(HttpReply.failed(why, System.nanoTime()));
        }

        @Override
        public void cancelled() {
            done.accept(HttpReply.failed("canceled", System.nanoTime()));
        }
    }
}
