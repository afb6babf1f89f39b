package org.fogg.system;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.agrona.concurrent.UnsafeBuffer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.fogg.contracts.Topics;
import org.fogg.contracts.sbe.ExecutionOutcome;
import org.fogg.contracts.sbe.ExecutionReportDecoder;
import org.fogg.contracts.sbe.MessageHeaderDecoder;
import org.fogg.contracts.sbe.OrderTermsDecoder;

/** What an exchange itself has recorded. */
final class ExchangeJournal {

    private ExchangeJournal() {}

    record Fill(UUID orderId, UUID traderId, long quantity, long price) {}

    /** Every fill up to now. */
    static List<Fill> fills(String bootstrap, String exchange) {
        TopicPartition partition = new TopicPartition(Topics.exchangeJournal(exchange).name(), 0);
        List<Fill> fills = new ArrayList<>();
        try (KafkaConsumer<byte[], byte[]> consumer =
                new KafkaConsumer<>(
                        Map.of("bootstrap.servers", bootstrap),
                        new ByteArrayDeserializer(),
                        new ByteArrayDeserializer())) {
            consumer.assign(Set.of(partition));
            consumer.seekToBeginning(Set.of(partition));
            long end = consumer.endOffsets(Set.of(partition)).get(partition);
            while (consumer.position(partition) < end) {
                for (ConsumerRecord<byte[], byte[]> journaled :
                        consumer.poll(Duration.ofSeconds(1))) {
                    add(journaled.value(), fills);
                }
            }
        }
        return fills;
    }

    private static void add(byte[] message, List<Fill> fills) {
        UnsafeBuffer buffer = new UnsafeBuffer(message);
        MessageHeaderDecoder header = new MessageHeaderDecoder().wrap(buffer, 0);
        if (header.templateId() != ExecutionReportDecoder.TEMPLATE_ID) {
            return;
        }
        ExecutionReportDecoder report =
                new ExecutionReportDecoder().wrapAndApplyHeader(buffer, 0, header);
        if (report.outcome() == ExecutionOutcome.FILLED) {
            OrderTermsDecoder terms = report.terms();
            fills.add(
                    new Fill(
                            new UUID(terms.orderId().high(), terms.orderId().low()),
                            new UUID(terms.traderId().high(), terms.traderId().low()),
                            report.quantity(),
                            report.price()));
        }
    }
}
