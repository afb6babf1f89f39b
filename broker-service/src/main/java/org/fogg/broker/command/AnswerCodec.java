package org.fogg.broker.command;

import org.agrona.ExpandableArrayBuffer;
import org.agrona.concurrent.UnsafeBuffer;
import org.fogg.broker.wire.MalformedMessageException;
import org.fogg.broker.wire.Wire;
import org.fogg.contracts.sbe.AnswerDecoder;
import org.fogg.contracts.sbe.AnswerEncoder;
import org.fogg.contracts.sbe.MessageHeaderDecoder;
import org.fogg.contracts.sbe.MessageHeaderEncoder;
import org.fogg.contracts.sbe.TransferAnswerDecoder;
import org.fogg.contracts.sbe.TransferAnswerEncoder;
import org.fogg.core.funding.TransferOutcome;
import org.fogg.core.order.OrderSnapshot;

/** The binary form of answers. Keeps a buffer, so one thread at a time. */
public final class AnswerCodec {

    private static final byte[] NO_ORDER = new byte[AnswerDecoder.orderEncodingLength()];

    private final ExpandableArrayBuffer scratch = new ExpandableArrayBuffer(512);
    private final UnsafeBuffer source = new UnsafeBuffer(0, 0);
    private final MessageHeaderEncoder headerEncoder = new MessageHeaderEncoder();
    private final MessageHeaderDecoder headerDecoder = new MessageHeaderDecoder();
    private final AnswerEncoder encoder = new AnswerEncoder();
    private final AnswerDecoder decoder = new AnswerDecoder();
    private final TransferAnswerEncoder endEncoder = new TransferAnswerEncoder();
    private final TransferAnswerDecoder endDecoder = new TransferAnswerDecoder();

    /**
     * Writes an answer.
     *
     * @param shard the shard that answers
     */
    public byte[] encode(int shard, CommandAnswer answer) {
        int length =
                answer.transfer() == TransferOutcome.UNKNOWN
                        ? encodePlain(shard, answer)
                        : encodeEnd(shard, answer);
        byte[] bytes = new byte[length];
        scratch.getBytes(0, bytes);
        return bytes;
    }

    private int encodePlain(int shard, CommandAnswer answer) {
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
        return encoder.limit();
    }

    private int encodeEnd(int shard, CommandAnswer answer) {
        OrderSnapshot order = answer.order();
        endEncoder
                .wrapAndApplyHeader(scratch, 0, headerEncoder)
                .shard(shard)
                .sequence(answer.sequence())
                .reason(answer.reason().code())
                .requested(answer.requested())
                .available(answer.available())
                .hasOrder(Wire.wire(order != null))
                .outcome(Wire.wire(answer.transfer()));
        Wire.putUuid(endEncoder.commandId(), answer.commandId());
        if (order == null) {
            scratch.putBytes(
                    endEncoder.offset() + TransferAnswerEncoder.orderEncodingOffset(), NO_ORDER);
            endEncoder.clientOrderId("");
        } else {
            Wire.putState(endEncoder.order(), order);
            endEncoder.clientOrderId(order.terms().clientOrderId());
        }
        return endEncoder.limit();
    }

    /**
     * Reads an answer.
     *
     * @throws MalformedMessageException when it is none
     */
    public CommandAnswer decode(byte[] bytes) {
        if (bytes == null || bytes.length < MessageHeaderDecoder.ENCODED_LENGTH) {
            throw new MalformedMessageException("Too short for a message");
        }
        source.wrap(bytes);
        try {
            headerDecoder.wrap(source, 0);
            Wire.requireSchema(headerDecoder);
            return headerDecoder.templateId() == TransferAnswerDecoder.TEMPLATE_ID
                    ? decodeEnd()
                    : decodePlain();
        } catch (IndexOutOfBoundsException | IllegalStateException e) {
            throw new MalformedMessageException("Not an answer: " + e.getMessage(), e);
        }
    }

    private CommandAnswer decodePlain() {
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
    }

    private CommandAnswer decodeEnd() {
        endDecoder.wrapAndApplyHeader(source, 0, headerDecoder);
        String clientOrderId = endDecoder.clientOrderId();
        return new CommandAnswer(
                Wire.uuid(endDecoder.commandId()),
                Wire.reason(endDecoder.reason()),
                endDecoder.requested(),
                endDecoder.available(),
                Wire.flag(endDecoder.hasOrderRaw())
                        ? Wire.state(endDecoder.order(), clientOrderId)
                        : null,
                endDecoder.sequence(),
                Wire.transferOutcome(endDecoder.outcomeRaw()));
    }
}
