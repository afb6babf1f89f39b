package org.fogg.broker.command;

import org.agrona.ExpandableArrayBuffer;
import org.agrona.concurrent.UnsafeBuffer;
import org.fogg.broker.wire.MalformedMessageException;
import org.fogg.broker.wire.Wire;
import org.fogg.contracts.sbe.AnswerDecoder;
import org.fogg.contracts.sbe.AnswerEncoder;
import org.fogg.contracts.sbe.MessageHeaderDecoder;
import org.fogg.contracts.sbe.MessageHeaderEncoder;
import org.fogg.core.order.OrderSnapshot;

/** The binary form of answers. Keeps a buffer, so one thread at a time. */
final class AnswerCodec {

    private static final byte[] NO_ORDER = new byte[AnswerDecoder.orderEncodingLength()];

    private final ExpandableArrayBuffer scratch = new ExpandableArrayBuffer(512);
    private final UnsafeBuffer source = new UnsafeBuffer(0, 0);
    private final MessageHeaderEncoder headerEncoder = new MessageHeaderEncoder();
    private final MessageHeaderDecoder headerDecoder = new MessageHeaderDecoder();
    private final AnswerEncoder encoder = new AnswerEncoder();
    private final AnswerDecoder decoder = new AnswerDecoder();

    byte[] encode(int shard, CommandAnswer answer) {
        OrderSnapshot order = answer.order();
        encoder.wrapAndApplyHeader(scratch, 0, headerEncoder)
                .shard(shard)
                .sequence(answer.sequence())
                .reason(answer.reason().code())
                .requested(answer.requested())
                .available(answer.available())
                .hasOrder(Wire.wire(order != null));
        Wire.putUuid(encoder.commandId(), answer.commandId());
        if (order == null) {
            scratch.putBytes(encoder.offset() + AnswerEncoder.orderEncodingOffset(), NO_ORDER);
            encoder.clientOrderId("");
        } else {
            Wire.putState(encoder.order(), order);
            encoder.clientOrderId(order.terms().clientOrderId());
        }
        byte[] bytes = new byte[encoder.limit()];
        scratch.getBytes(0, bytes);
        return bytes;
    }

    CommandAnswer decode(byte[] bytes) {
        if (bytes == null || bytes.length < MessageHeaderDecoder.ENCODED_LENGTH) {
            throw new MalformedMessageException("Too short for a message");
        }
        source.wrap(bytes);
        try {
            decoder.wrapAndApplyHeader(source, 0, headerDecoder);
            String clientOrderId = decoder.clientOrderId();
            return new CommandAnswer(
                    Wire.uuid(decoder.commandId()),
                    Wire.reason(decoder.reason()),
                    decoder.requested(),
                    decoder.available(),
                    Wire.flag(decoder.hasOrderRaw())
                            ? Wire.state(decoder.order(), clientOrderId)
                            : null,
                    decoder.sequence());
        } catch (IndexOutOfBoundsException | IllegalStateException e) {
            throw new MalformedMessageException("Not an answer: " + e.getMessage(), e);
        }
    }
}
