package org.fogg.ticker.stream;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.Cluster;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.Test;

class TickPublisherTest {

    private final MockProducer<byte[], byte[]> producer =
            new MockProducer<>(
                    Cluster.empty(),
                    false,
                    null,
                    new ByteArraySerializer(),
                    new ByteArraySerializer());
    private final TickPublisher publisher = new TickPublisher(producer, "europe");
    private final AtomicInteger givenUp = new AtomicInteger();

    private void publish() {
        publisher.publish("SHEL.L", 10_001, 7, 362_500, 123, givenUp::incrementAndGet);
    }

    @Test
    void shouldSendATickThatDecodesToTheSame() {
        publish();
        producer.completeNext();

        ProducerRecord<byte[], byte[]> sent = producer.history().get(0);
        List<String> ticks = new ArrayList<>();
        new TickRecords(recorder(ticks))
                .accept(new ConsumerRecord<>(sent.topic(), 2, 30, sent.key(), sent.value()));
        assertThat(sent.topic()).isEqualTo("tickers.europe");
        assertThat(new String(sent.key(), StandardCharsets.US_ASCII)).isEqualTo("SHEL.L");
        assertThat(ticks).containsExactly("10001 7 362500 123 2 30");
        assertThat(publisher.published()).isEqualTo(1);
        assertThat(givenUp).hasValue(0);
    }

    @Test
    void shouldCountAndTellOfTheTickWhenKafkaDoesNotTakeIt() {
        publish();
        producer.errorNext(new TimeoutException("away"));

        assertThat(publisher.failed()).isEqualTo(1);
        assertThat(givenUp).hasValue(1);
        assertThat(publisher.published()).isZero();
    }

    @Test
    void shouldCountAndTellOfTheTickWhenItCannotEvenBeSent() {
        producer.sendException = new TimeoutException("no metadata");

        publish();

        assertThat(publisher.failed()).isEqualTo(1);
        assertThat(givenUp).hasValue(1);
    }

    @Test
    void shouldSkipAndCountRecordsThatAreNoTicks() {
        List<String> ticks = new ArrayList<>();
        TickRecords records = new TickRecords(recorder(ticks));

        records.accept(new ConsumerRecord<>("t", 0, 0, new byte[0], null));
        records.accept(new ConsumerRecord<>("t", 0, 1, new byte[0], new byte[3]));
        records.accept(new ConsumerRecord<>("t", 0, 2, new byte[0], new byte[64]));

        assertThat(records.malformed()).isEqualTo(3);
        assertThat(ticks).isEmpty();
    }

    private static TickListener recorder(List<String> ticks) {
        return new TickListener() {
            @Override
            public void onTick(
                    int stockId,
                    long sequence,
                    long price,
                    long publishedAt,
                    int partition,
                    long offset) {
                ticks.add(
                        stockId
                                + " "
                                + sequence
                                + " "
                                + price
                                + " "
                                + publishedAt
                                + " "
                                + partition
                                + " "
                                + offset);
            }

            @Override
            public void onFailure(Exception cause) {
                throw new AssertionError(cause);
            }
        };
    }
}
