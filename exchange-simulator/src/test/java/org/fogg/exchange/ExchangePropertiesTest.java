package org.fogg.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.context.properties.bind.validation.BindValidationException;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.Configuration;

class ExchangePropertiesTest {

    private final ApplicationContextRunner runner =
            new ApplicationContextRunner().withUserConfiguration(Bound.class);

    @Test
    void shouldHaveDefaults() {
        runner.run(
                context -> {
                    var fogg = context.getBean(ExchangeProperties.class);
                    assertThat(fogg.georegion()).isEqualTo("europe");
                    assertThat(fogg.exchange().ticksPerSecond()).isEqualTo(120);
                    // A broker that cannot be answered gives up after 2 s at the latest.
                    assertThat(fogg.exchange().journalWithin()).isLessThan(Duration.ofSeconds(2));
                });
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "fogg.georegion=Europe|georegion|lower-case words",
                "fogg.kafka.bootstrap=|kafka.bootstrap|must not be blank",
                "fogg.kafka.replication=0|kafka.replication|greater than or equal to 1",
                "fogg.exchange.ticks-per-second=-1|exchange.ticksPerSecond|greater than or equal",
                "fogg.exchange.tick-step=2s|exchange.tickStep|1",
                "fogg.exchange.journal-within=100ms|exchange.journalWithin|300",
                "fogg.exchange.journal-within=1m|exchange.journalWithin|30",
                "fogg.exchange.replay-seconds=0|exchange.replaySeconds|greater than or equal to 1"
            })
    void shouldFailTheStartNamingKeyAndRule(String property, String field, String rule) {
        runner.withPropertyValues(property)
                .run(
                        context -> {
                            assertThat(context).hasFailed();
                            assertThat(context.getStartupFailure())
                                    .hasRootCauseInstanceOf(BindValidationException.class)
                                    .rootCause()
                                    .hasMessageContaining(field)
                                    .hasMessageContaining(rule);
                        });
    }

    @Configuration
    @EnableConfigurationProperties(ExchangeProperties.class)
    static class Bound {}
}
