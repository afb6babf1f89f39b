package org.fogg.exchange;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import java.time.Duration;
import java.util.List;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Configuration of an exchange simulator.
 *
 * @param georegion whose exchanges it hosts
 * @param kafka where Kafka is
 * @param exchange prices and addresses
 */
@Validated
@ConfigurationProperties("fogg")
record ExchangeProperties(
        @Pattern(
                        regexp = "[a-z]+(-[a-z]+)*",
                        message = "must be lower-case words with hyphens, such as north-america")
                @DefaultValue("europe")
                String georegion,
        @Valid @DefaultValue Kafka kafka,
        @Valid @DefaultValue Exchange exchange) {

    /**
     * Where Kafka is.
     *
     * @param bootstrap host:port, several separated by commas
     * @param replication replication factor of the topics created here
     */
    record Kafka(
            @NotBlank @DefaultValue("127.0.0.1:9092") String bootstrap,
            @Min(1) @Max(100) @DefaultValue("1") int replication) {}

    /**
     * What the exchanges do.
     *
     * @param file the path of a world file, or empty for the built-in one
     * @param prices {@code walk}, or the path of a CSV file of prices
     * @param priceGeoregions the georegions over whose exchanges a file's symbols are spread,
     *     {@code georegion} among them; none: that alone
     * @param ticksPerSecond of the walk, over all stocks; 0: only one tick of each stock at the
     *     start, and those set by hand; above 0 a file runs at its own speed
     * @param tickStep prices due within it go out together at its end, whole milliseconds up to 1
     *     s; 0: each at its own time
     * @param journalWithin how long a record may take to be durable; then what waits for it is
     *     answered with 503, its outcome unknown, and the exchange starts over from its journal
     * @param seed decides the walk
     * @param replaySeconds how long one pass through a price file takes
     * @param urlHost the host that brokers reach the exchanges by
     */
    record Exchange(
            @DefaultValue("") String file,
            @NotBlank @DefaultValue("walk") String prices,
            @DefaultValue({}) List<String> priceGeoregions,
            @Min(0) @Max(100_000) @DefaultValue("120") int ticksPerSecond,
            @DurationMin(millis = 0) @DurationMax(seconds = 1) @DefaultValue("25ms")
                    Duration tickStep,
            @DurationMin(millis = 300) @DurationMax(seconds = 30) @DefaultValue("1500ms")
                    Duration journalWithin,
            @DefaultValue("1") long seed,
            @Min(1) @Max(1_000_000) @DefaultValue("60") int replaySeconds,
            @NotBlank @DefaultValue("127.0.0.1") String urlHost) {

        Exchange {
            priceGeoregions = List.copyOf(priceGeoregions);
        }
    }
}
