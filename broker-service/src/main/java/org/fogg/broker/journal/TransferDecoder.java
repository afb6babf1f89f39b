package org.fogg.broker.journal;

import static org.fogg.broker.wire.Wire.flag;
import static org.fogg.broker.wire.Wire.terms;
import static org.fogg.broker.wire.Wire.transferOutcome;
import static org.fogg.broker.wire.Wire.uuid;

import java.util.UUID;
import org.agrona.DirectBuffer;
import org.fogg.broker.wire.MalformedMessageException;
import org.fogg.contracts.sbe.MessageHeaderDecoder;
import org.fogg.contracts.sbe.TransferAppliedDecoder;
import org.fogg.contracts.sbe.TransferBarredDecoder;
import org.fogg.contracts.sbe.TransferEndedDecoder;
import org.fogg.contracts.sbe.TransferHeldDecoder;
import org.fogg.contracts.sbe.TransferSentDecoder;
import org.fogg.core.engine.Decision;
import org.fogg.core.engine.Decision.TransferApplied;
import org.fogg.core.engine.Decision.TransferBarred;
import org.fogg.core.engine.Decision.TransferEnded;
import org.fogg.core.engine.Decision.TransferHeld;
import org.fogg.core.engine.Decision.TransferSent;
import org.fogg.core.funding.SenderId;
import org.fogg.core.funding.TransferTerms;

/** Reads decisions on transfers. Keeps flyweights and a position: one thread at a time. */
final class TransferDecoder {

    private final MessageHeaderDecoder header = new MessageHeaderDecoder();
    private final TransferHeldDecoder held = new TransferHeldDecoder();
    private final TransferSentDecoder sent = new TransferSentDecoder();
    private final TransferEndedDecoder ended = new TransferEndedDecoder();
    private final TransferAppliedDecoder applied = new TransferAppliedDecoder();
    private final TransferBarredDecoder barred = new TransferBarredDecoder();
    private int limit;

    /** Where the message that was decoded last ends. */
    int limit() {
        return limit;
    }

    /**
     * Reads the decision at a position.
     *
     * @throws MalformedMessageException when there is none that makes sense
     */
    Decision decode(DirectBuffer from, int at) {
        header.wrap(from, at);
        int template = header.templateId();
        return switch (template) {
            case TransferHeldDecoder.TEMPLATE_ID -> held(from, at);
            case TransferSentDecoder.TEMPLATE_ID -> sent(from, at);
            case TransferEndedDecoder.TEMPLATE_ID -> ended(from, at);
            case TransferAppliedDecoder.TEMPLATE_ID -> applied(from, at);
            case TransferBarredDecoder.TEMPLATE_ID -> barred(from, at);
            default -> throw new MalformedMessageException("No decision has template " + template);
        };
    }

    private Decision held(DirectBuffer from, int at) {
        var d = held.wrapAndApplyHeader(from, at, header);
        UUID id = uuid(d.transferId());
        UUID trader = uuid(d.traderId());
        String destination = d.destination();
        String clientOrderId = d.clientOrderId();
        limit = d.limit();
        return new TransferHeld(
                d.number(),
                new TransferTerms(
                        id,
                        trader,
                        destination,
                        d.amount(),
                        flag(d.hasOrderRaw()) ? terms(d.order(), clientOrderId) : null),
                d.at());
    }

    private Decision sent(DirectBuffer from, int at) {
        var d = sent.wrapAndApplyHeader(from, at, header);
        limit = d.limit();
        return new TransferSent(d.number(), uuid(d.traderId()), d.at());
    }

    private Decision ended(DirectBuffer from, int at) {
        var d = ended.wrapAndApplyHeader(from, at, header);
        limit = d.limit();
        return new TransferEnded(
                d.number(),
                uuid(d.transferId()),
                uuid(d.traderId()),
                d.amount(),
                transferOutcome(d.outcomeRaw()),
                d.at());
    }

    private Decision applied(DirectBuffer from, int at) {
        var d = applied.wrapAndApplyHeader(from, at, header);
        String sender = d.sender();
        limit = d.limit();
        return new TransferApplied(
                new SenderId(sender, d.senderShard()),
                d.number(),
                d.lowestOpen(),
                uuid(d.transferId()),
                uuid(d.traderId()),
                d.amount(),
                d.at());
    }

    private Decision barred(DirectBuffer from, int at) {
        var d = barred.wrapAndApplyHeader(from, at, header);
        String sender = d.sender();
        limit = d.limit();
        return new TransferBarred(
                new SenderId(sender, d.senderShard()),
                d.number(),
                d.lowestOpen(),
                uuid(d.traderId()),
                d.at());
    }
}
