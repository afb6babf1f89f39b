package org.fogg.broker;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Predicate;
import java.util.function.Supplier;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** An answer over HTTP. */
record Reply(int status, HttpResponse<String> response) {

    private static final HttpClient CLIENT = HttpClient.newHttpClient();
    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    /** Sends a request and waits for its answer. */
    static Reply to(HttpRequest.Builder request) {
        try {
            HttpResponse<String> response = CLIENT.send(request.build(), BodyHandlers.ofString());
            return new Reply(response.statusCode(), response);
        } catch (IOException e) {
            throw new AssertionError("No answer", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("Interrupted", e);
        }
    }

    /** Asks again and again, until an answer is as wanted; gives it. */
    static Reply await(Supplier<Reply> question, Predicate<Reply> wanted) {
        AtomicReference<Reply> last = new AtomicReference<>();
        try {
            Deadline.await(
                    Deadline.PATIENCE,
                    () -> {
                        last.set(question.get());
                        return wanted.test(last.get());
                    });
        } catch (AssertionError e) {
            throw new AssertionError(e.getMessage() + ", at last " + last.get(), e);
        }
        return last.get();
    }

    /** Whether it was refused because a part is away, and nothing was done. */
    boolean isRefusedUndone() {
        return status == 503 && !json().path("outcome").asString().equals("unknown");
    }

    JsonNode json() {
        return MAPPER.readTree(response.body());
    }

    String text(String field) {
        JsonNode node = json().path(field);
        return node.isNull() ? null : node.asString();
    }

    int code() {
        return json().path("code").asInt();
    }

    String message() {
        return json().path("message").asString();
    }

    @Override
    public String toString() {
        return status + " " + response.body();
    }

    String header(String name) {
        return response.headers().firstValue(name).orElse(null);
    }
}
