package org.fogg.audit.elasticsearch;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.fogg.audit.document.DocumentRow;
import org.fogg.stack.ServerKind;
import org.fogg.stack.Servers;
import org.fogg.stack.junit.UseServers;
import org.junit.jupiter.api.Test;

@UseServers(ServerKind.ELASTICSEARCH)
class ElasticsearchDocumentsIT {

    private final Servers servers;
    private final String georegion = Servers.uniqueName("audit");

    ElasticsearchDocumentsIT(Servers servers) {
        this.servers = servers;
    }

    @Test
    void shouldReadDocumentsThatWereWrittenJustNow() throws Exception {
        String index = "fogg-trades-" + georegion + "-2026.11.28";
        String source =
                """
                {"georegion": "%s", "order_id": "o", "exchange_id": 2, "execution_id": 9007199254740993, "quantity": 5, "price": 101.05}
                """
                        .formatted(georegion);
        // With the type that analytics gives the field.
        send(
                "PUT",
                index,
                "{\"mappings\":{\"properties\":{\"georegion\":{\"type\":\"keyword\"}}}}");
        send("PUT", index + "/_create/o:2", source);
        List<DocumentRow> found = new ArrayList<>();

        boolean read =
                new ElasticsearchDocuments(servers.elasticsearch(), Duration.ofMinutes(1))
                        .trades(georegion, 1, found::add);

        assertThat(read).isTrue();
        assertThat(found)
                .containsExactly(
                        new DocumentRow(index, "o:2", "o", 2, 9007199254740993L, 5, 1_010_500));
        send("DELETE", index, "");
    }

    @Test
    void shouldReadNothingWhenNothingWasEverIndexed() {
        List<DocumentRow> found = new ArrayList<>();

        boolean read =
                new ElasticsearchDocuments(servers.elasticsearch(), Duration.ofSeconds(30))
                        .trades(georegion, 0, found::add);

        assertThat(read).isTrue();
        assertThat(found).isEmpty();
    }

    @Test
    void shouldSayThatNothingIsKnownWhenThereIsNoElasticsearch() {
        boolean read =
                new ElasticsearchDocuments(URI.create("http://127.0.0.1:1"), Duration.ofSeconds(5))
                        .trades(georegion, 1, row -> {});

        assertThat(read).isFalse();
    }

    private void send(String method, String path, String body) throws Exception {
        HttpRequest request =
                HttpRequest.newBuilder(URI.create(servers.elasticsearch() + "/" + path))
                        .header("Content-Type", "application/json")
                        .method(method, HttpRequest.BodyPublishers.ofString(body))
                        .build();
        HttpResponse<String> response =
                HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
        assertThat(response.statusCode()).as(response.body()).isLessThan(300);
    }
}
