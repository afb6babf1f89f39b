package org.fogg.ticker.stream;

import java.util.concurrent.atomic.AtomicLong;
import java.util.function.IntToLongFunction;
import org.agrona.concurrent.UnsafeBuffer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.fogg.contracts.sbe.MessageHeaderDecoder;
import org.fogg.contracts.sbe.TickDecoder;
import org.jspecify.annotations.Nullable;

/** Decodes records into ticks. One thread decodes; the count may be read from any. */
final class TickRecords {

    private final TickListener listener;
    private final UnsafeBuffer buffer = new UnsafeBuffer(0, 0);
    private final MessageHeaderDecoder header = new MessageHeaderDecoder();
    private final TickDecoder tick = new TickDecoder();
    private final AtomicLong malformed = new AtomicLong();

    TickRecords(TickListener listener) {
        this.listener = listener;
    }

    void accept(ConsumerRecord<byte[], byte[]> polled) {
        byte[] value = polled.value();
        String wrong = wrong(value);
        if (wrong != null) {
            malformed.incrementAndGet();
            listener.onMalformed(polled.partition(), polled.offset(), value, wrong);
            return;
        }
        listener.onTick(
                tick.stockId(),
                tick.sequence(),
                tick.price(),
                tick.publishedAt(),
                polled.partition(),
                polled.offset());
    }

    /** How long the tick is under way; 0 for what is none. */
    long delayNanos(ConsumerRecord<byte[], byte[]> polled, IntToLongFunction ofStock) {
        return wrong(polled.value()) == null ? ofStock.applyAsLong(tick.stockId()) : 0;
    }

    /** Wraps the tick that this is; else says why it is none. */
    private @Nullable String wrong(byte @Nullable [] value) {
        int length = MessageHeaderDecoder.ENCODED_LENGTH + TickDecoder.BLOCK_LENGTH;
        if (value == null || value.length < length) {
            return "too short for a tick";
        }
        buffer.wrap(value);
        header.wrap(buffer, 0);
        boolean isTick =
                header.schemaId() == TickDecoder.SCHEMA_ID
                        && header.templateId() == TickDecoder.TEMPLATE_ID
                        && header.blockLength() >= TickDecoder.BLOCK_LENGTH;
        if (!isTick) {
            return "another message than a tick";
        }
        tick.wrap(
                buffer,
                MessageHeaderDecoder.ENCODED_LENGTH,
                header.blockLength(),
                header.version());
        return tick.price() > 0 && tick.sequence() > 0 ? null : "a tick without price or sequence";
    }

    long malformed() {
        return malformed.get();
    }
}
