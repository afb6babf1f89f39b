package org.fogg.broker.updates.kafka;

import org.agrona.concurrent.UnsafeBuffer;
import org.fogg.broker.updates.EventId;
import org.fogg.broker.updates.TradeUpdate;
import org.fogg.broker.updates.TradeUpdate.Execution;
import org.fogg.broker.updates.TradeUpdate.Kind;
import org.fogg.broker.wire.MalformedMessageException;
import org.fogg.broker.wire.Wire;
import org.fogg.contracts.Ids;
import org.fogg.contracts.sbe.AccountEventDecoder;
import org.fogg.contracts.sbe.EventKind;
import org.fogg.contracts.sbe.MessageHeaderDecoder;
import org.fogg.contracts.sbe.OrderEventDecoder;
import org.jspecify.annotations.Nullable;

/** Makes updates of order events. Keeps a buffer, so one thread at a time. */
final class EventDecoder {

    private final UnsafeBuffer source = new UnsafeBuffer(0, 0);
    private final MessageHeaderDecoder header = new MessageHeaderDecoder();
    private final OrderEventDecoder event = new OrderEventDecoder();

    /**
     * The update of a record.
     *
     * @return null for what clients are not told: accounts, and that an order rests
     * @throws MalformedMessageException when it is no event
     */
    @Nullable TradeUpdate decode(EventId id, byte @Nullable [] bytes) {
        if (bytes == null || bytes.length < MessageHeaderDecoder.ENCODED_LENGTH) {
            throw new MalformedMessageException("Too short for a message");
        }
        source.wrap(bytes);
        try {
            header.wrap(source, 0);
            Wire.requireSchema(header);
            if (header.templateId() == AccountEventDecoder.TEMPLATE_ID) {
                return null;
            }
            event.wrapAndApplyHeader(source, 0, header);
            Kind kind = kind(event.kindRaw());
            return kind == null ? null : update(id, kind);
        } catch (IndexOutOfBoundsException | IllegalStateException e) {
            throw new MalformedMessageException("Not an event: " + e.getMessage(), e);
        }
    }

    private TradeUpdate update(EventId id, Kind kind) {
        // Variable data is read in its order.
        String symbol = event.symbol();
        String clientOrderId = event.clientOrderId();
        boolean traded = kind == Kind.FILL || kind == Kind.PARTIAL_FILL;
        return new TradeUpdate(
                id,
                kind,
                event.at(),
                Wire.state(event.order(), clientOrderId),
                symbol,
                traded ? execution() : null);
    }

    private Execution execution() {
        return new Execution(
                Ids.executionId(event.exchangeId(), event.executionId()),
                event.tradePrice(),
                event.tradeQuantity(),
                event.positionQuantity());
    }

    private static @Nullable Kind kind(int number) {
        for (EventKind kind : EventKind.values()) {
            if (kind != EventKind.NULL_VAL && kind.value() == number) {
                return kind == EventKind.RESTED ? null : Kind.valueOf(kind.name());
            }
        }
        throw new MalformedMessageException("No kind of event has number " + number);
    }
}
