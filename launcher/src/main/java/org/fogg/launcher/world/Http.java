package org.fogg.launcher.world;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Optional;

/** Questions to services that may not be there. Thread-safe. */
final class Http {

    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final HttpClient client =
            HttpClient.newBuilder()
                    .version(HttpClient.Version.HTTP_1_1)
                    .connectTimeout(PATIENCE)
                    .build();

    /** The body of a 200, or nothing where there is none within five seconds. */
    Optional<String> get(URI uri) {
        return send(HttpRequest.newBuilder(uri));
    }

    /** The same, as the broker's administrator. */
    Optional<String> get(URI uri, WorldFile.Admin admin) {
        return send(
                HttpRequest.newBuilder(uri)
                        .header("APCA-API-KEY-ID", admin.keyId())
                        .header("APCA-API-SECRET-KEY", admin.secretKey()));
    }

    private Optional<String> send(HttpRequest.Builder builder) {
        HttpRequest request = builder.timeout(PATIENCE).build();
        try {
            HttpResponse<String> response =
                    client.send(request, HttpResponse.BodyHandlers.ofString());
            return response.statusCode() == 200 ? Optional.of(response.body()) : Optional.empty();
        } catch (IOException e) {
            // Not listening, or too slow: "not ready" in either case.
            return Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }
}
