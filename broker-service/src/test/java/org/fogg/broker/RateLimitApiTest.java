package org.fogg.broker;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.test.context.TestPropertySource;

/** A key may only ask so often. */
@TestPropertySource(properties = {"fogg.rate-limit.requests=5", "fogg.rate-limit.period=30s"})
final class RateLimitApiTest extends ApiTest {

    @Test
    void shouldRefuseWhenKeyAsksTooOften() {
        for (int i = 0; i < 5; i++) {
            assertThat(get("/v2/ping").status()).isEqualTo(204);
        }

        Reply reply = get("/v2/ping");

        assertThat(reply.status()).isEqualTo(429);
        assertThat(reply.code()).isEqualTo(42910000);
        assertThat(reply.message())
                .isEqualTo("rate limit exceeded: at most 5 requests in 30000 ms");
        assertThat(reply.header("Retry-After")).isEqualTo("30");
        assertThat(send("GET", "/v2/ping", "bob", null).status()).isEqualTo(204);
    }
}
