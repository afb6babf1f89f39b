package org.fogg.system;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.MissingNode;

/** Plain HTTP, as a client without any of Fogg's code would send it. */
final class Rest {

    private static final JsonMapper JSON = new JsonMapper();
    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private final String base;
    private final List<String> headers;

    Rest(String base, String keyId, String secret) {
        this(base, List.of("APCA-API-KEY-ID", keyId, "APCA-API-SECRET-KEY", secret));
    }

    private Rest(String base, List<String> headers) {
        this.base = base;
        this.headers = headers;
    }

    /** With the same key elsewhere. */
    Rest at(String other) {
        return new Rest(other, headers);
    }

    /** Without a key. */
    static Rest open(String base) {
        return new Rest(base, List.of());
    }

    /** A status, a body, and how long they took. */
    record Answer(int status, JsonNode body, Duration took) {

        String text(String field) {
            return body.path(field).asString("");
        }

        String message() {
            return text("message");
        }
    }

    Answer get(String path) {
        return send("GET", path, null);
    }

    Answer post(String path, String json) {
        return send("POST", path, json);
    }

    Answer put(String path, String json) {
        return send("PUT", path, json);
    }

    Answer delete(String path) {
        return send("DELETE", path, null);
    }

    /** A body that is no JSON. */
    String text(String path) {
        return exchange("GET", path, null).body();
    }

    private Answer send(String method, String path, @Nullable String json) {
        long begun = System.nanoTime();
        HttpResponse<String> response = exchange(method, path, json);
        return new Answer(
                response.statusCode(),
                tree(response.body()),
                Duration.ofNanos(System.nanoTime() - begun));
    }

    /** A request with this one's key, for whoever sends it in another way. */
    HttpRequest.Builder request(String path) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(base + path));
        return headers.isEmpty() ? request : request.headers(headers.toArray(String[]::new));
    }

    private HttpResponse<String> exchange(String method, String path, @Nullable String json) {
        HttpRequest.Builder request = request(path).timeout(Duration.ofSeconds(60));
        if (json == null) {
            request.method(method, BodyPublishers.noBody());
        } else {
            request.header("Content-Type", "application/json")
                    .method(method, BodyPublishers.ofString(json));
        }
        try {
            return HTTP.send(request.build(), BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(method + " " + path, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted", e);
        }
    }

    private static JsonNode tree(String body) {
        return body.isBlank() ? MissingNode.getInstance() : JSON.readTree(body);
    }
}
