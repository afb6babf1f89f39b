package org.fogg.exchange.journal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CompletableFuture;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.common.Cluster;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.Test;

class KafkaJournalTest {

    // Its offsets start at 0.
    private final MockProducer<byte[], byte[]> producer =
            new MockProducer<>(
                    Cluster.empty(),
                    false,
                    null,
                    new ByteArraySerializer(),
                    new ByteArraySerializer());
    private final KafkaJournal journal = new KafkaJournal(producer, "exchange-journal.X", 0);

    @Test
    void shouldCompleteWhenKafkaHasAcknowledged() {
        CompletableFuture<Void> first = journal.append(new byte[] {1});
        CompletableFuture<Void> second = journal.append(new byte[] {2});
        assertThat(first).isNotDone();
        assertThat(journal.latest()).isSameAs(second);

        producer.completeNext();
        assertThat(first).isCompleted();
        assertThat(second).isNotDone();

        producer.completeNext();
        assertThat(second).isCompleted();
        assertThat(journal.hasFailed()).isFalse();
    }

    @Test
    void shouldFailAllThatFollowsWhenOneAppendFails() {
        CompletableFuture<Void> first = journal.append(new byte[] {1});
        CompletableFuture<Void> second = journal.append(new byte[] {2});

        producer.errorNext(new TimeoutException("away"));
        producer.completeNext();

        assertThat(first).isCompletedExceptionally();
        assertThat(second).isCompletedExceptionally();
        assertThat(journal.append(new byte[] {3})).isCompletedExceptionally();
        assertThat(journal.hasFailed()).isTrue();
        assertThat(producer.history()).hasSize(2);
    }

    @Test
    void shouldFailWhenARecordIsNotWhereItShouldBe() {
        KafkaJournal late = new KafkaJournal(producer, "exchange-journal.X", 5);

        CompletableFuture<Void> append = late.append(new byte[] {1});
        producer.completeNext();

        assertThat(append).isCompletedExceptionally();
        assertThat(late.hasFailed()).isTrue();
    }

    @Test
    void shouldFailWhenKafkaCannotEvenBeAsked() {
        producer.sendException = new TimeoutException("no metadata");

        assertThat(journal.append(new byte[] {1})).isCompletedExceptionally();
        assertThat(journal.hasFailed()).isTrue();
    }

    @Test
    void shouldFailWhenClosed() {
        journal.close();

        assertThat(journal.append(new byte[] {1})).isCompletedExceptionally();
        assertThat(producer.closed()).isTrue();
    }
}
