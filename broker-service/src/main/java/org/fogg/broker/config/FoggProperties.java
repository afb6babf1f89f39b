package org.fogg.broker.config;

import jakarta.validation.Valid;
import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.Pattern;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.fogg.contracts.Topics;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Everything under {@code fogg}. A value that breaks its rule fails the start with key, value and
 * rule; docs/configuration.md has every key's meaning.
 *
 * @param georegion the part of the world this broker serves, e.g. {@code europe}
 * @param dc this broker's data centre, named {@code <georegion>-<region>}
 * @param pair where the georegion has two data centres: which, and what a commit waits for
 * @param broker which broker this is
 * @param shards the georegion's fixed number of shards; never changes once there is data
 * @param cassandra where the system of record is
 * @param foreign the other georegions that run, each with the bases of its brokers' REST APIs
 * @param kafka where commands, ticks and events go
 * @param admin the administrator's API key
 * @param brokers the key of brokers among themselves
 * @param limits pre-trade limits
 * @param rateLimit requests of one API key
 * @param keys how API keys are looked up
 * @param commands commands on their way
 * @param snapshot snapshots of shards
 * @param stream trade updates pushed
 * @param wan distances that messages are held back for
 */
@Validated
@ConfigurationProperties("fogg")
public record FoggProperties(
        @NotBlank @Pattern(regexp = NAME, message = NAME_RULE) @DefaultValue("europe")
                String georegion,
        @NotBlank @Pattern(regexp = NAME, message = NAME_RULE) @DefaultValue("europe-eu-central-1")
                String dc,
        @Valid @DefaultValue PairProperties pair,
        @Valid @DefaultValue Broker broker,
        @Min(1) @Max(1024) @DefaultValue("12") int shards,
        @Valid @DefaultValue CassandraProperties cassandra,
        @DefaultValue
                Map<@Pattern(regexp = NAME, message = NAME_RULE) String, @NotEmpty List<URI>>
                        foreign,
        @Valid @DefaultValue Kafka kafka,
        @Valid @DefaultValue Admin admin,
        @Valid @DefaultValue Brokers brokers,
        @Valid @DefaultValue LimitsProperties limits,
        @Valid @DefaultValue RateLimitProperties rateLimit,
        @Valid @DefaultValue KeysProperties keys,
        @Valid @DefaultValue Commands commands,
        @Valid @DefaultValue Snapshot snapshot,
        @Valid @DefaultValue Stream stream,
        @Valid @DefaultValue WanProperties wan) {

    static final String NAME = "[a-z0-9]+(-[a-z0-9]+)*";
    static final String NAME_RULE = "must be lower-case letters, digits and single hyphens";

    public FoggProperties {
        foreign = Map.copyOf(foreign);
    }

    /** Whether the other georegions are others. */
    @AssertTrue(message = "fogg.foreign must not have fogg.georegion")
    public boolean isForeignElsewhere() {
        return !foreign.containsKey(georegion);
    }

    /** Whether the brokers of other georegions can be spoken to. */
    @AssertTrue(message = "fogg.brokers.secret-key is required where fogg.foreign has georegions")
    public boolean isKnownAbroad() {
        return foreign.isEmpty() || !brokers.secretKey().isEmpty();
    }

    /** Whether the data centre is one of the georegion. */
    @AssertTrue(
            message = "must be fogg.georegion, a hyphen and a region, as in europe-eu-central-1")
    public boolean isDcOfGeoregion() {
        return dc.startsWith(georegion + '-');
    }

    /** Whether the pair, if there is one, has this broker's data centre. */
    @AssertTrue(message = "fogg.pair.dcs must be two data centres, fogg.dc one of them, or none")
    public boolean isDcOfPair() {
        return pair.dcs().isEmpty()
                || (pair.dcs().contains(dc) && Set.copyOf(pair.dcs()).size() == 2);
    }

    /**
     * Which broker this is.
     *
     * @param name its name, unique in the world, e.g. {@code europe-1}
     * @param instance its number in the georegion, which is its partition of the answers topic
     */
    public record Broker(
            @NotBlank @Pattern(regexp = NAME, message = NAME_RULE) @DefaultValue("europe-1")
                    String name,
            @Min(0) @Max(Topics.ANSWER_PARTITIONS - 1) @DefaultValue("0") int instance) {}

    /**
     * Where Kafka is.
     *
     * @param bootstrap addresses, comma separated
     * @param replication replication factor of topics that are made where they are absent
     */
    public record Kafka(
            @NotBlank @DefaultValue("127.0.0.1:9092") String bootstrap,
            @Min(1) @Max(5) @DefaultValue("1") short replication) {}

    /**
     * The administrator's API key. It has no default: a known secret would open every broker.
     *
     * @param keyId the key's id
     * @param secretKey its secret
     */
    public record Admin(
            @NotBlank @DefaultValue("") String keyId,
            @NotBlank @DefaultValue("") String secretKey) {

        /** Without the secret, which must not reach a log. */
        @Override
        public String toString() {
            return "Admin[keyId=" + keyId + "]";
        }
    }

    /**
     * The key of brokers among themselves. It has no default, as the administrator's.
     *
     * @param secretKey its secret, the same in the whole world; empty where brokers of other
     *     georegions are not let in
     */
    public record Brokers(
            @Pattern(regexp = "|.{32,128}", message = "must have 32 to 128 characters")
                    @DefaultValue("")
                    String secretKey) {

        /** Without the secret, which must not reach a log. */
        @Override
        public String toString() {
            return "Brokers[]";
        }
    }

    /**
     * Commands on their way to the shards.
     *
     * @param maxInFlight most commands that wait for an answer at once; more are refused with 503
     * @param maxPerShard the same for commands of one shard
     * @param answerWithin how long each waits; then it is answered with 503, its outcome unknown
     */
    public record Commands(
            @Min(1) @Max(100_000) @DefaultValue("300") int maxInFlight,
            @Min(1) @Max(100_000) @DefaultValue("150") int maxPerShard,
            @DurationMin(millis = 100) @DurationMax(seconds = 30) @DefaultValue("1800ms")
                    Duration answerWithin) {}

    /**
     * Snapshots of shards.
     *
     * @param every after how many entries of a shard's journal one is made, or after half as many
     *     as the last one has records where that is more, but at most after ten times as many
     * @param removeJournal whether segments that no owner can need any more are removed; the
     *     auditor cannot check what is gone
     */
    public record Snapshot(
            @Min(10) @Max(10_000_000) @DefaultValue("2000") int every,
            @DefaultValue("false") boolean removeJournal) {}

    /**
     * Trade updates pushed to clients.
     *
     * @param maxSessions most streams open at once; more are closed as they open
     */
    public record Stream(@Min(1) @Max(100_000) @DefaultValue("1000") int maxSessions) {}
}
