package org.fogg.analytics.health;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;

/** Asks one part how it is: an HTTP address that answers 200, or a port that is open. */
final class HealthProbe {

    private static final Duration PATIENCE = Duration.ofSeconds(2);
    private static final int OK = 200;

    private final HttpClient http;

    HealthProbe(HttpClient http) {
        this.http = http;
    }

    PartHealth ask(String name, URI address) throws InterruptedException {
        long start = System.nanoTime();
        try {
            String trouble = "tcp".equals(address.getScheme()) ? connect(address) : status(address);
            long millis = Duration.ofNanos(System.nanoTime() - start).toMillis();
            return trouble.isEmpty()
                    ? new PartHealth(name, true, "answers in " + millis + " ms")
                    : new PartHealth(name, false, trouble);
        } catch (IOException e) {
            return new PartHealth(name, false, "does not answer");
        }
    }

    private static String connect(URI address) throws IOException {
        try (Socket socket = new Socket()) {
            socket.connect(
                    new InetSocketAddress(address.getHost(), address.getPort()),
                    (int) PATIENCE.toMillis());
        }
        return "";
    }

    private String status(URI address) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(address).timeout(PATIENCE).GET().build();
        int status = http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
        return status == OK ? "" : "answers " + status;
    }
}
