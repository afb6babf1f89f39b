package org.fogg.analytics;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import java.net.URI;
import java.util.List;
import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Settings of the service.
 *
 * @param kafkaBootstrap Kafka's address, host:port
 * @param elasticsearchUrl base URL of Elasticsearch
 * @param group the consumer group; one that is new starts at the oldest events
 * @param georegions which georegions are read; none: all there are
 * @param tickSampleMillis at most one tick of a stock is kept in this time
 * @param batchSize most records turned into one bulk request
 * @param retentionDays for how many days trades, orders and what was refused are kept
 * @param tickerRetentionDays for how many days ticks are kept
 * @param parts the other parts of the world, by name, whose health the page shows: URL of a health
 *     endpoint, or tcp://host:port
 */
@Validated
@ConfigurationProperties("fogg.analytics")
public record AnalyticsProperties(
        @NotBlank @DefaultValue("127.0.0.1:9092") String kafkaBootstrap,
        @DefaultValue("http://127.0.0.1:9200") URI elasticsearchUrl,
        @NotBlank @DefaultValue("analytics") String group,
        @DefaultValue List<@Pattern(regexp = "[a-z][a-z0-9_-]*") String> georegions,
        @Min(10) @Max(3_600_000) @DefaultValue("1000") long tickSampleMillis,
        @Min(1) @Max(10_000) @DefaultValue("2000") int batchSize,
        @Min(1) @Max(3650) @DefaultValue("30") int retentionDays,
        @Min(1) @Max(3650) @DefaultValue("7") int tickerRetentionDays,
        @DefaultValue Map<String, URI> parts) {

    /** The consumer group that reads ticks. */
    String tickGroup() {
        return group + ".ticks";
    }
}
