package org.fogg.audit.elasticsearch;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.fogg.audit.document.DocumentRow;
import org.fogg.audit.document.DocumentSource;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads the documents of trades. Asks for a refresh first, and waits for those that are not there
 * yet, once and not longer than its patience: indexing is behind trading on purpose.
 */
public final class ElasticsearchDocuments implements DocumentSource {

    private static final JsonMapper JSON = new JsonMapper();
    private static final String INDICES = "/fogg-trades-*";
    private static final String LENIENT = "?ignore_unavailable=true&allow_no_indices=true";
    private static final Duration ANSWER = Duration.ofSeconds(30);
    private static final long LOOK_MILLIS = 500;
    private static final int PAGE = 5_000;
    private static final int OK = 200;
    private static final double UNIT = 10_000;

    private final String url;
    private final HttpClient http;
    private long patienceNanos;

    /**
     * Documents of that Elasticsearch.
     *
     * @param patience how long to wait in all for documents that are missing
     */
    public ElasticsearchDocuments(URI url, Duration patience) {
        String text = url.toString();
        this.url = text.endsWith("/") ? text.substring(0, text.length() - 1) : text;
        patienceNanos = patience.toNanos();
        http = HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();
    }

    @Override
    public boolean trades(String georegion, long expected, Consumer<DocumentRow> reader) {
        try {
            waitFor(georegion, expected);
            read(georegion, reader);
            return true;
        } catch (ConnectException e) {
            return false;
        } catch (IOException e) {
            throw new UncheckedIOException("Elasticsearch cannot be read: " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while auditing", e);
        }
    }

    private void waitFor(String georegion, long expected) throws IOException, InterruptedException {
        long start = System.nanoTime();
        refresh();
        while (count(georegion) < expected && System.nanoTime() - start < patienceNanos) {
            TimeUnit.MILLISECONDS.sleep(LOOK_MILLIS);
            refresh();
        }
        patienceNanos -= System.nanoTime() - start;
    }

    private void refresh() throws IOException, InterruptedException {
        send("POST", INDICES + "/_refresh" + LENIENT, null);
    }

    private long count(String georegion) throws IOException, InterruptedException {
        JsonNode answer =
                send("POST", INDICES + "/_count" + LENIENT, "{\"query\":" + of(georegion) + '}');
        return answer.path("count").asLong();
    }

    private void read(String georegion, Consumer<DocumentRow> reader)
            throws IOException, InterruptedException {
        String search =
                "{\"size\":%d,\"sort\":[\"_doc\"],\"query\":%s,\"_source\":[\"order_id\",\"exchange_id\",\"execution_id\",\"quantity\",\"price\"]}"
                        .formatted(PAGE, of(georegion));
        JsonNode page = send("POST", INDICES + "/_search" + LENIENT + "&scroll=1m", search);
        String scroll = page.path("_scroll_id").asString("");
        while (!page.path("hits").path("hits").isEmpty()) {
            page.path("hits").path("hits").forEach(hit -> reader.accept(row(hit)));
            String more =
                    "{\"scroll\":\"1m\",\"scroll_id\":" + JSON.writeValueAsString(scroll) + '}';
            page = send("POST", "/_search/scroll", more);
            scroll = page.path("_scroll_id").asString(scroll);
        }
        if (!scroll.isEmpty()) {
            // 404 where there was nothing to read from; a scroll that is left ends by itself.
            ask("DELETE", "/_search/scroll", JSON.writeValueAsString(Map.of("scroll_id", scroll)));
        }
    }

    private static String of(String georegion) {
        return "{\"term\":{\"georegion\":" + JSON.writeValueAsString(georegion) + "}}";
    }

    private static DocumentRow row(JsonNode hit) {
        JsonNode source = hit.path("_source");
        return new DocumentRow(
                hit.path("_index").asString(""),
                hit.path("_id").asString(""),
                source.path("order_id").asString(""),
                source.path("exchange_id").asInt(0),
                source.path("execution_id").asLong(0),
                source.path("quantity").asLong(0),
                Math.round(source.path("price").asDouble(0) * UNIT));
    }

    private JsonNode send(String method, String path, @Nullable String body)
            throws IOException, InterruptedException {
        HttpResponse<String> response = ask(method, path, body);
        if (response.statusCode() != OK) {
            throw new IOException(method + ' ' + path + " was answered " + response.statusCode());
        }
        return JSON.readTree(response.body());
    }

    private HttpResponse<String> ask(String method, String path, @Nullable String body)
            throws IOException, InterruptedException {
        HttpRequest request =
                HttpRequest.newBuilder(URI.create(url + path))
                        .timeout(ANSWER)
                        .header("Content-Type", "application/json")
                        .method(
                                method,
                                body == null
                                        ? HttpRequest.BodyPublishers.noBody()
                                        : HttpRequest.BodyPublishers.ofString(body))
                        .build();
        return http.send(request, HttpResponse.BodyHandlers.ofString());
    }
}
