package org.fogg.analytics.index;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Instant;
import java.util.Base64;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;

/** Messages that could not be decoded: how many, and what is kept of them. Thread-safe. */
public final class Undecodable {

    private final Counter counter;

    /** Counts from 0, in a metric of the registry. */
    public Undecodable(MeterRegistry registry) {
        counter = registry.counter("fogg.analytics.undecodable");
    }

    /** Adds to the count what has been kept aside. */
    public void add(int number) {
        counter.increment(number);
    }

    /** How many there were since the start. */
    public long count() {
        return Math.round(counter.count());
    }

    /**
     * What is kept aside of a message.
     *
     * @param what it should have been, with its article
     * @param reason why it is none
     */
    public static Refusal refusal(
            ConsumerRecord<byte[], byte[]> message, String what, @Nullable String reason) {
        byte[] value = message.value() == null ? new byte[0] : message.value();
        return new Refusal(
                place(message),
                Instant.ofEpochMilli(Math.max(0, message.timestamp())),
                message.topic(),
                "not " + what + ": " + reason,
                Base64.getEncoder().encodeToString(value));
    }

    /** Where a message was read. */
    public static String place(ConsumerRecord<byte[], byte[]> message) {
        return message.topic() + '-' + message.partition() + '@' + message.offset();
    }
}
