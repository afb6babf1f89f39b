package org.fogg.audit.kafka;

import java.util.function.Consumer;
import org.agrona.concurrent.UnsafeBuffer;
import org.fogg.audit.life.EventRecord;
import org.fogg.audit.life.EventSource;
import org.fogg.audit.wire.Terms;
import org.fogg.contracts.Topics;
import org.fogg.contracts.sbe.MessageHeaderDecoder;
import org.fogg.contracts.sbe.OrderEventDecoder;
import org.fogg.contracts.sbe.OrderStateDecoder;

/** The topic order-events. Not thread-safe. */
public final class KafkaEvents implements EventSource {

    private final TopicReader topics;
    private final MessageHeaderDecoder header = new MessageHeaderDecoder();
    private final OrderEventDecoder wire = new OrderEventDecoder();

    /** Reads with this reader, which its owner closes. */
    public KafkaEvents(TopicReader topics) {
        this.topics = topics;
    }

    @Override
    public void events(String georegion, Consumer<EventRecord> reader) {
        topics.read(
                Topics.orderEvents(georegion).name(),
                record -> {
                    if (record.value() != null) {
                        UnsafeBuffer buffer = new UnsafeBuffer(record.value());
                        header.wrap(buffer, 0);
                        if (header.templateId() == OrderEventDecoder.TEMPLATE_ID) {
                            reader.accept(decode(buffer));
                        }
                    }
                });
    }

    private EventRecord decode(UnsafeBuffer buffer) {
        wire.wrapAndApplyHeader(buffer, 0, header);
        OrderStateDecoder order = wire.order();
        return new EventRecord(
                wire.kind(),
                wire.shard(),
                wire.sequence(),
                wire.at(),
                wire.durableAt(),
                Terms.uuid(order.terms().orderId()),
                order.version(),
                order.status(),
                order.reason(),
                order.filledQuantity(),
                wire.executionId(),
                wire.tradeQuantity(),
                wire.tradePrice(),
                wire.positionQuantity(),
                wire.cash());
    }
}
