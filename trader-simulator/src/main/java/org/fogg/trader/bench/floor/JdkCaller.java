package org.fogg.trader.bench.floor;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.function.Consumer;
import org.fogg.trader.bench.client.HttpCall;
import org.fogg.trader.bench.client.HttpReply;
import org.fogg.trader.bench.load.Generator;

/** The HTTP client with which brokers call exchanges, with the same settings. Thread-safe. */
final class JdkCaller implements Generator.Caller {

    private static final Duration SLOWEST = Duration.ofSeconds(5);
    private static final byte[] NOTHING = {};

    private final HttpClient client =
            HttpClient.newBuilder()
                    .version(HttpClient.Version.HTTP_1_1)
                    .connectTimeout(Duration.ofMillis(500))
                    .executor(Runnable::run)
                    .build();

    @Override
    public void call(HttpCall call, Consumer<HttpReply> done) {
        byte[] body = call.body();
        HttpRequest request =
                HttpRequest.newBuilder(URI.create(call.base() + call.path()))
                        .timeout(SLOWEST)
                        .header("Content-Type", call.contentType())
                        .method(
                                call.method(),
                                BodyPublishers.ofByteArray(body == null ? NOTHING : body))
                        .build();
        client.sendAsync(request, BodyHandlers.ofByteArray())
                .whenComplete(
                        (answer, e) ->
                                done.accept(
                                        e == null
                                                ? HttpReply.answered(
                                                        answer.statusCode(),
                                                        answer.body(),
                                                        System.nanoTime())
                                                : HttpReply.failed(
                                                        e.toString(), System.nanoTime())));
    }
}
