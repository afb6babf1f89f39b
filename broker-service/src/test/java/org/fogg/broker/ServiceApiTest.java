package org.fogg.broker;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalManagementPort;
import tools.jackson.databind.JsonNode;

/** The API's own description, health and metrics. */
final class ServiceApiTest extends ApiTest {

    @LocalManagementPort int managementPort;

    @Test
    void shouldDescribeEveryPathWithErrorsAndKeys() {
        Reply reply = send("GET", "/v3/api-docs", null, null);

        assertThat(reply.status()).isEqualTo(200);
        JsonNode paths = reply.json().path("paths");
        Set<String> names = new TreeSet<>(paths.propertyNames());
        assertThat(names)
                .contains(
                        "/v2/orders",
                        "/v2/orders/{order_id}",
                        "/v2/orders:by_client_order_id",
                        "/v2/positions/{symbol_or_asset_id}",
                        "/v2/account",
                        "/v2/account/activities",
                        "/v2/assets",
                        "/v2/clock",
                        "/v2/calendar",
                        "/v2/stocks/{symbol}/bars",
                        "/v2/admin/traders");
        paths.forEach(
                path ->
                        path.forEach(
                                operation -> {
                                    assertThat(operation.path("summary").asString()).isNotBlank();
                                    assertThat(operation.path("responses").propertyNames())
                                            .contains("401", "403", "404", "422", "429", "503");
                                }));
        JsonNode components = reply.json().path("components");
        assertThat(components.path("securitySchemes").propertyNames())
                .containsExactlyInAnyOrder("keyId", "secretKey");
        assertThat(components.path("schemas").propertyNames())
                .contains("Error", "Order", "OrderRequest", "Position", "Account", "Activity");
        JsonNode post = paths.path("/v2/orders").path("post");
        assertThat(post.path("requestBody").toString()).contains("OrderRequest");
        assertThat(post.path("parameters").isMissingNode() || post.path("parameters").isEmpty())
                .isTrue();
    }

    @Test
    void shouldServeThePageWithoutTheInternet() {
        Reply page = send("GET", "/swagger-ui/index.html", null, null);

        assertThat(page.status()).isEqualTo(200);
        assertThat(page.response().body()).doesNotContain("http://", "https://");
        assertThat(send("GET", "/swagger-ui", null, null).status()).isEqualTo(302);
        assertThat(send("GET", "/swagger-ui/swagger-ui-bundle.js", null, null).status())
                .isEqualTo(200);
        assertThat(send("GET", "/v3/api-docs/swagger-config", null, null).response().body())
                .contains("\"validatorUrl\":\"none\"");
    }

    @Test
    void shouldTellHealthOnTheManagementPort() {
        Reply health = managed("/actuator/health");
        Reply readiness = managed("/actuator/health/readiness");
        Reply liveness = managed("/actuator/health/liveness");

        assertThat(health.status()).isEqualTo(200);
        JsonNode details = health.json().path("components").path("broker").path("details");
        assertThat(details.path("kafka").asString()).isEqualTo("reachable");
        assertThat(details.path("shardsOwned")).hasSize(2);
        assertThat(readiness.json().path("status").asString()).isEqualTo("UP");
        assertThat(readiness.json().path("components").has("broker")).isTrue();
        assertThat(liveness.json().path("status").asString()).isEqualTo("UP");
    }

    @Test
    void shouldTimeEveryStage() {
        post(
                "/v2/orders",
                """
                {"symbol":"VOD.L","qty":3,"side":"buy","type":"market","time_in_force":"day"}""");

        String metrics = managed("/actuator/prometheus").response().body();

        for (String stage : new String[] {"authenticate", "validate", "request"}) {
            assertThat(metrics)
                    .containsPattern("fogg_stage_seconds_count\\{.*stage=\"" + stage + "\"");
        }
    }

    private Reply managed(String path) {
        int api = port;
        port = managementPort;
        try {
            return send("GET", path, null, null);
        } finally {
            port = api;
        }
    }
}
