package org.fogg.broker.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.fogg.core.engine.TradingLimits;
import org.fogg.ticker.wan.Distances;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.context.properties.bind.validation.BindValidationException;
import org.springframework.boot.test.context.ConfigDataApplicationContextInitializer;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.Configuration;

final class FoggPropertiesTest {

    private final ApplicationContextRunner runner =
            new ApplicationContextRunner()
                    .withInitializer(new ConfigDataApplicationContextInitializer())
                    .withUserConfiguration(Bound.class)
                    .withPropertyValues("fogg.admin.key-id=a", "fogg.admin.secret-key=s");

    @Test
    void shouldHaveDefaults() {
        runner.run(
                context -> {
                    FoggProperties fogg = context.getBean(FoggProperties.class);
                    assertThat(fogg.georegion()).isEqualTo("europe");
                    assertThat(fogg.shards()).isEqualTo(12);
                    assertThat(fogg.cassandra().addresses()).hasSize(1);
                    assertThat(fogg.cassandra().replicationOrDefault())
                            .isEqualTo(
                                    "{'class': 'NetworkTopologyStrategy', 'europe-eu-central-1':"
                                            + " 1}");
                    assertThat(fogg.limits().toTradingLimits())
                            .isEqualTo(
                                    new TradingLimits(
                                            100_000_000_000L, 1_000_000, 10_000, 10_000, 500, 0));
                    // Whoever cannot be answered is told so within 2 s.
                    assertThat(fogg.commands().answerWithin()).isLessThan(Duration.ofSeconds(2));
                    assertThat(fogg.cassandra().answerWithin()).isLessThan(Duration.ofSeconds(2));
                });
    }

    @Test
    void shouldReadDistancesInMicroseconds() {
        runner.withPropertyValues(
                        "fogg.wan.georegions.north-america=91000us",
                        "fogg.wan.exchanges.XLON=1500us")
                .run(
                        context -> {
                            Distances distances =
                                    context.getBean(FoggProperties.class).wan().toDistances();
                            assertThat(distances.toGeoregion("north-america"))
                                    .isEqualTo(Duration.ofMillis(91));
                            assertThat(distances.toExchange("XLON"))
                                    .isEqualTo(Duration.ofNanos(1_500_000));
                            assertThat(distances.toExchange("XPAR")).isZero();
                        });
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "fogg.georegion=Europe|georegion|lower-case letters",
                "fogg.dc=asia-x|dcOfGeoregion|fogg.georegion, a hyphen",
                "fogg.shards=0|shards|greater than or equal to 1",
                "fogg.broker.instance=16|broker.instance|less than or equal to 15",
                "fogg.cassandra.contact-points=here|cassandra.contactPoints[0]|host:port",
                "fogg.cassandra.replication=3|cassandra.replication|must be a CQL map",
                "fogg.cassandra.answer-within=50ms|cassandra.answerWithin|100",
                "fogg.cassandra.answer-within=1m|cassandra.answerWithin|30",
                "fogg.kafka.bootstrap=|kafka.bootstrap|must not be blank",
                "fogg.kafka.replication=0|kafka.replication|greater than or equal to 1",
                "fogg.admin.key-id=|admin.keyId|must not be blank",
                "fogg.admin.secret-key=|admin.secretKey|must not be blank",
                "fogg.brokers.secret-key=short|brokers.secretKey|32 to 128 characters",
                "fogg.foreign.east-asia=http://127.0.0.1:1|knownAbroad|fogg.brokers.secret-key is",
                "fogg.limits.max-order-value=0|limits.maxOrderValue|greater than or equal to 0.01",
                "fogg.limits.max-order-quantity=0|limits.maxOrderQuantity|greater than or equal",
                "fogg.limits.max-price-distance=0|limits.maxPriceDistance|greater than or equal",
                "fogg.limits.max-open-orders=0|limits.maxOpenOrders|greater than or equal to 1",
                "fogg.limits.collar=5001|limits.collar|less than or equal to 5000",
                "fogg.limits.duplicate-window=2h|limits.duplicateWindowInRange|from 0s to 1h",
                "fogg.rate-limit.requests=0|rateLimit.requests|greater than or equal to 1",
                "fogg.rate-limit.period=1ms|rateLimit.period|10",
                "fogg.keys.cache-size=0|keys.cacheSize|greater than or equal to 1",
                "fogg.keys.cache-for=2h|keys.cacheFor|1",
                "fogg.keys.revocation-poll=1m|keys.revocationPoll|10",
                "fogg.commands.max-in-flight=0|commands.maxInFlight|greater than or equal to 1",
                "fogg.commands.answer-within=1m|commands.answerWithin|30",
                "fogg.wan.pair=2s|wan.pair|1",
                "fogg.wan.pair=-1ms|wan.pair|0",
                "fogg.wan.georegions.east-asia=2s|wan.georegions[east-asia]|1",
                "fogg.wan.exchanges.XLON=2s|wan.exchanges[XLON]|1",
                "fogg.stream.max-sessions=0|stream.maxSessions|greater than or equal to 1"
            })
    void shouldFailTheStartNamingKeyAndRule(String property, String field, String rule) {
        runner.withPropertyValues(property)
                .run(
                        context -> {
                            assertThat(context).hasFailed();
                            Throwable cause = context.getStartupFailure();
                            while (!(cause instanceof BindValidationException)) {
                                cause = cause.getCause();
                            }
                            List<String> errors = new ArrayList<>();
                            ((BindValidationException) cause)
                                    .getValidationErrors()
                                    .forEach(error -> errors.add(error.toString()));
                            assertThat(errors)
                                    .anySatisfy(error -> assertThat(error).contains(field, rule));
                        });
    }

    @Test
    void shouldNotTellTheSecret() {
        assertThat(new FoggProperties.Admin("key", "top-secret").toString())
                .contains("key")
                .doesNotContain("top-secret");
    }

    @Configuration
    @EnableConfigurationProperties(FoggProperties.class)
    static class Bound {}
}
