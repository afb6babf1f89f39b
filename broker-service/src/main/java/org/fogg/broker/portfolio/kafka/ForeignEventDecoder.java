package org.fogg.broker.portfolio.kafka;

import java.util.UUID;
import org.agrona.concurrent.UnsafeBuffer;
import org.fogg.broker.portfolio.ForeignEvent;
import org.fogg.broker.wire.MalformedMessageException;
import org.fogg.broker.wire.Wire;
import org.fogg.contracts.sbe.AccountEventDecoder;
import org.fogg.contracts.sbe.MessageHeaderDecoder;
import org.fogg.contracts.sbe.OrderEventDecoder;
import org.fogg.core.order.OrderSnapshot;
import org.jspecify.annotations.Nullable;

/** Reads events of another georegion. Keeps a buffer, so one thread at a time. */
final class ForeignEventDecoder {

    private final UnsafeBuffer source = new UnsafeBuffer(0, 0);
    private final MessageHeaderDecoder header = new MessageHeaderDecoder();
    private final OrderEventDecoder orderEvent = new OrderEventDecoder();
    private final AccountEventDecoder accountEvent = new AccountEventDecoder();

    /**
     * The event of a record.
     *
     * @throws MalformedMessageException when it is none
     */
    ForeignEvent decode(byte @Nullable [] bytes) {
        if (bytes == null || bytes.length < MessageHeaderDecoder.ENCODED_LENGTH) {
            throw new MalformedMessageException("Too short for a message");
        }
        source.wrap(bytes);
        try {
            header.wrap(source, 0);
            Wire.requireSchema(header);
            return header.templateId() == AccountEventDecoder.TEMPLATE_ID ? account() : order();
        } catch (IndexOutOfBoundsException | IllegalStateException e) {
            throw new MalformedMessageException("Not an event: " + e.getMessage(), e);
        }
    }

    private ForeignEvent account() {
        var event = accountEvent.wrapAndApplyHeader(source, 0, header);
        UUID command = Wire.uuid(event.commandId());
        // An opening and a transfer may have one id; then they differ in the amount or the cash.
        return new ForeignEvent(
                event.georegion(),
                Wire.uuid(event.traderId()),
                command + ":" + event.amount() + ":" + event.cash(),
                event.sequence(),
                event.at(),
                event.cash(),
                null,
                null);
    }

    private ForeignEvent order() {
        var event = orderEvent.wrapAndApplyHeader(source, 0, header);
        // Variable data is read in its order: symbol, client order id, georegion.
        event.skipSymbol();
        OrderSnapshot order = Wire.state(event.order(), event.clientOrderId());
        ForeignEvent.Fill fill =
                event.executionId() == 0
                        ? null
                        : new ForeignEvent.Fill(
                                event.exchangeId(),
                                event.executionId(),
                                event.tradeQuantity(),
                                event.tradePrice(),
                                event.positionQuantity());
        return new ForeignEvent(
                event.georegion(),
                order.terms().traderId(),
                order.terms().orderId() + ":" + order.version(),
                event.sequence(),
                event.at(),
                event.cash(),
                order,
                fill);
    }
}
