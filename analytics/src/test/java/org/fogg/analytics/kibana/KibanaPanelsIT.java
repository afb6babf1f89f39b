package org.fogg.analytics.kibana;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.fogg.analytics.Seed;
import org.fogg.analytics.TestAnalytics;
import org.fogg.stack.ServerKind;
import org.fogg.stack.Servers;
import org.fogg.stack.junit.UseServers;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import tools.jackson.databind.JsonNode;

/** What the panels look at is there, of fitting types, in the real Elasticsearch. */
@UseServers({ServerKind.KAFKA, ServerKind.ELASTICSEARCH})
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class KibanaPanelsIT {

    private static final Map<String, Set<String>> FITTING =
            Map.of(
                    "date_histogram", Set.of("date"),
                    "terms", Set.of("keyword"),
                    "sum", Set.of("long", "integer", "double"),
                    "average", Set.of("long", "integer", "double"),
                    "percentile", Set.of("long", "integer", "double"));

    private final Servers servers;
    private final HttpClient http = HttpClient.newHttpClient();
    private TestAnalytics analytics;

    KibanaPanelsIT(Servers servers) {
        this.servers = servers;
    }

    @BeforeAll
    void seed() throws Exception {
        // A georegion that is on the map: one that is not has no place.
        analytics = new TestAnalytics(servers, "atlantic");
        Seed seed = new Seed(analytics, "atlantic", "K");
        seed.list();
        seed.past();
        analytics.start();
        for (String kind : List.of("trades", "orders", "tickers")) {
            TestAnalytics.await(
                    () -> analytics.count("fogg-" + kind + "-*", "georegion", "atlantic") > 0);
        }
    }

    @AfterAll
    void close() {
        analytics.close();
    }

    @Test
    void shouldFindSomethingInEveryLensPanel() throws Exception {
        for (JsonNode lens : KibanaFile.ofType("lens")) {
            String index = index(lens, 0);
            JsonNode answer = search(index, PanelQuery.of(lens));

            assertThat(answer.get("hits").get("total").get("value").asLong()).isPositive();
            for (JsonNode aggregation : answer.path("aggregations")) {
                assertFilled(lens, aggregation);
            }
        }
    }

    @Test
    void shouldUseFieldsOfFittingTypes() throws Exception {
        for (JsonNode lens : KibanaFile.ofType("lens")) {
            JsonNode fields = fields(index(lens, 0));
            JsonNode layer =
                    lens.get("attributes")
                            .get("state")
                            .get("datasourceStates")
                            .get("formBased")
                            .get("layers")
                            .get("layer");
            for (JsonNode column : layer.get("columns")) {
                String operation = column.get("operationType").asString();
                if (!operation.equals("count")) {
                    String type = type(fields, column.get("sourceField").asString());
                    assertThat(FITTING.get(operation)).as(column.toString()).contains(type);
                }
            }
        }
    }

    @Test
    void shouldFindPlacesInEveryLayerOfTheMap() throws Exception {
        for (JsonNode map : KibanaFile.ofType("map")) {
            JsonNode layers = Json.parse(map.get("attributes").get("layerListJSON").asString());
            for (int i = 0; i < layers.size(); i++) {
                String index = index(map, i);
                String field = layers.get(i).get("sourceDescriptor").get("geoField").asString();

                assertThat(type(fields(index), field)).isEqualTo("geo_point");
                JsonNode answer = search(index, PanelQuery.ofLayer(layers.get(i)));
                assertThat(answer.get("aggregations").get("grid").get("buckets")).isNotEmpty();
            }
        }
    }

    @Test
    void shouldFindSomethingInVegaPanels() throws Exception {
        for (JsonNode vega : KibanaFile.ofType("visualization")) {
            JsonNode state = Json.parse(vega.get("attributes").get("visState").asString());
            JsonNode url =
                    Json.parse(state.get("params").get("spec").asString()).get("data").get("url");
            JsonNode answer = search(url.get("index").asString(), url.get("body").toString());

            JsonNode stocks = answer.get("aggregations").get("stocks").get("buckets");
            assertThat(stocks).isNotEmpty();
            assertThat(stocks.get(0).get("times").get("buckets")).isNotEmpty();
            JsonNode first = stocks.get(0).get("times").get("buckets").get(0);
            assertThat(first.get("price").get("value").asDouble()).isPositive();
        }
    }

    private static void assertFilled(JsonNode lens, JsonNode aggregation) {
        String panel = lens.get("id").asString();
        if (aggregation.has("buckets")) {
            assertThat(aggregation.get("buckets")).as(panel).isNotEmpty();
        } else if (aggregation.has("value")) {
            assertThat(aggregation.get("value").asDouble()).as(panel).isNotZero();
        } else {
            assertThat(aggregation.get("values")).as(panel).isNotEmpty();
        }
    }

    private static String index(JsonNode object, int reference) {
        String key = KibanaFile.key(object.get("references").get(reference));
        return KibanaFile.objects().get(key).get("attributes").get("title").asString();
    }

    /** The mappings of all indices of a pattern. */
    private JsonNode fields(String pattern) throws IOException, InterruptedException {
        return ask(HttpRequest.newBuilder(address(pattern + "/_mapping")).build());
    }

    private static String type(JsonNode mappings, String field) {
        JsonNode index = mappings.iterator().next();
        JsonNode found = index.get("mappings").get("properties").get(field);
        assertThat(found).as(field).isNotNull();
        return found.get("type").asString();
    }

    private JsonNode search(String index, String body) throws IOException, InterruptedException {
        return ask(
                HttpRequest.newBuilder(address(index + "/_search"))
                        .header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofString(body))
                        .build());
    }

    private JsonNode ask(HttpRequest request) throws IOException, InterruptedException {
        HttpResponse<String> response = http.send(request, HttpResponse.BodyHandlers.ofString());
        assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
        return Json.parse(response.body());
    }

    private URI address(String path) {
        return URI.create(servers.elasticsearch() + "/" + path);
    }
}
