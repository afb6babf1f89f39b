package org.fogg.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.agrona.concurrent.UnsafeBuffer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.fogg.contracts.sbe.ExecutionReportDecoder;
import org.fogg.contracts.sbe.MessageHeaderDecoder;

/** The reports in an exchange's journal, read and checked by the generated codecs alone. */
final class JournalContent {

    private final List<byte[]> reports = new ArrayList<>();

    static JournalContent read(String kafka, String code) {
        JournalContent content = new JournalContent();
        for (byte[] each : records(kafka, "exchange-journal." + code)) {
            MessageHeaderDecoder header = new MessageHeaderDecoder();
            header.wrap(new UnsafeBuffer(each), 0);
            if (header.templateId() == ExecutionReportDecoder.TEMPLATE_ID) {
                content.reports.add(each);
            }
        }
        return content;
    }

    /** All values of a topic's first partition. */
    static List<byte[]> records(String kafka, String topic) {
        List<byte[]> values = new ArrayList<>();
        TopicPartition partition = new TopicPartition(topic, 0);
        try (KafkaConsumer<byte[], byte[]> consumer =
                new KafkaConsumer<>(
                        Map.of("bootstrap.servers", kafka),
                        new ByteArrayDeserializer(),
                        new ByteArrayDeserializer())) {
            consumer.assign(List.of(partition));
            consumer.seekToBeginning(List.of(partition));
            long end = consumer.endOffsets(List.of(partition)).get(partition);
            while (consumer.position(partition) < end) {
                for (ConsumerRecord<byte[], byte[]> each : consumer.poll(Duration.ofMillis(100))) {
                    values.add(each.value());
                }
            }
        }
        return values;
    }

    List<byte[]> reports() {
        return reports;
    }

    /** Every attempt once, no order beyond its quantity, numbers and executions without gaps. */
    void check() {
        Set<String> attempts = new HashSet<>();
        Map<Long, Long> filled = new HashMap<>();
        long number = 0;
        long execution = 0;
        for (byte[] each : reports) {
            ExecutionReportDecoder report = Samples.report(each);
            long order = report.terms().orderId().low();
            assertThat(report.report()).isEqualTo(++number);
            assertThat(
                            attempts.add(
                                    order
                                            + "/"
                                            + report.attempt().epoch()
                                            + "/"
                                            + report.attempt().number()))
                    .isTrue();
            assertThat(filled.merge(order, report.quantity(), Long::sum))
                    .isLessThanOrEqualTo(report.terms().quantity());
            if (report.executionId() != 0) {
                assertThat(report.executionId()).isEqualTo(++execution);
            }
        }
    }
}
