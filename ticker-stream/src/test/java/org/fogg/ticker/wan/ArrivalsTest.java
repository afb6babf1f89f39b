package org.fogg.ticker.wan;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ArrivalsTest {

    private static final TopicPartition FIRST = new TopicPartition("ticks", 0);
    private static final TopicPartition SECOND = new TopicPartition("ticks", 1);

    private final MockConsumer<byte[], byte[]> consumer = new MockConsumer<>("earliest");
    private long now = 1_000;
    private final Arrivals arrivals = new Arrivals(each -> each.value()[0], () -> now);

    @BeforeEach
    void assign() {
        consumer.assign(List.of(FIRST, SECOND));
        consumer.updateBeginningOffsets(Map.of(FIRST, 0L, SECOND, 0L));
    }

    @Test
    void shouldHandARecordOnWhenItHasComeTheWay() {
        publish(FIRST, 0, 10);

        assertThat(poll()).isEmpty();
        now += 9;
        assertThat(poll()).isEmpty();
        now++;
        assertThat(poll()).containsExactly("0@0");
        assertThat(poll()).isEmpty();
    }

    @Test
    void shouldKeepTheOrderOfAPartitionWhenALaterRecordHasAShorterWay() {
        publish(FIRST, 0, 10);
        publish(FIRST, 1, 2);
        publish(SECOND, 0, 2);

        assertThat(poll()).isEmpty();
        now += 2;
        assertThat(poll()).containsExactly("1@0");
        now += 8;
        assertThat(poll()).containsExactly("0@0", "0@1");
    }

    @Test
    void shouldTellAndCommitWhatWasHandedOnOnly() {
        publish(FIRST, 0, 1);
        publish(FIRST, 1, 5);
        publish(SECOND, 0, 5);
        poll();
        now++;
        poll();

        arrivals.commit(consumer);

        assertThat(arrivals.position(consumer, FIRST)).isEqualTo(1);
        assertThat(committed(FIRST)).isEqualTo(1);
        assertThat(committed(SECOND)).isZero();
        now += 5;
        poll();
        arrivals.commit(consumer);
        assertThat(committed(FIRST)).isEqualTo(2);
        assertThat(committed(SECOND)).isEqualTo(1);
    }

    @Test
    void shouldHandOnWhatIsPolledAtOnceWhenThereIsNoDistance() {
        publish(FIRST, 0, 10);
        Arrivals atOnce = Arrivals.atOnce();

        assertThat(atOnce.poll(consumer, Duration.ZERO)).hasSize(1);
        assertThat(atOnce.position(consumer, FIRST)).isEqualTo(1);
    }

    private void publish(TopicPartition to, long offset, int delay) {
        consumer.addRecord(
                new ConsumerRecord<>(
                        to.topic(), to.partition(), offset, null, new byte[] {(byte) delay}));
    }

    private List<String> poll() {
        List<String> places = new ArrayList<>();
        arrivals.poll(consumer, Duration.ZERO)
                .forEach(each -> places.add(each.partition() + "@" + each.offset()));
        return places;
    }

    private long committed(TopicPartition partition) {
        OffsetAndMetadata mark = consumer.committed(Set.of(partition)).get(partition);
        return mark == null ? -1 : mark.offset();
    }
}
