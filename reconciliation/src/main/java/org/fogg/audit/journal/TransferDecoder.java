package org.fogg.audit.journal;

import org.agrona.DirectBuffer;
import org.fogg.audit.wire.MalformedException;
import org.fogg.audit.wire.Terms;
import org.fogg.contracts.sbe.Flag;
import org.fogg.contracts.sbe.MessageHeaderDecoder;
import org.fogg.contracts.sbe.TransferAppliedDecoder;
import org.fogg.contracts.sbe.TransferBarredDecoder;
import org.fogg.contracts.sbe.TransferEndedDecoder;
import org.fogg.contracts.sbe.TransferHeldDecoder;
import org.fogg.contracts.sbe.TransferSentDecoder;

/** Reads decisions about money between georegions. Not thread-safe. */
final class TransferDecoder {

    private final TransferHeldDecoder held = new TransferHeldDecoder();
    private final TransferSentDecoder sent = new TransferSentDecoder();
    private final TransferEndedDecoder ended = new TransferEndedDecoder();
    private final TransferAppliedDecoder applied = new TransferAppliedDecoder();
    private final TransferBarredDecoder barred = new TransferBarredDecoder();
    private int end;

    /** Where the decision decoded last ends. */
    int end() {
        return end;
    }

    Decision decode(MessageHeaderDecoder header, DirectBuffer buffer, int start)
            throws MalformedException {
        return switch (header.templateId()) {
            case TransferHeldDecoder.TEMPLATE_ID -> held(header, buffer, start);
            case TransferSentDecoder.TEMPLATE_ID -> sent(header, buffer, start);
            case TransferEndedDecoder.TEMPLATE_ID -> ended(header, buffer, start);
            case TransferAppliedDecoder.TEMPLATE_ID -> applied(header, buffer, start);
            case TransferBarredDecoder.TEMPLATE_ID -> barred(header, buffer, start);
            default ->
                    throw new MalformedException(
                            "Message " + header.templateId() + " is not a decision");
        };
    }

    private Decision held(MessageHeaderDecoder header, DirectBuffer buffer, int start) {
        TransferHeldDecoder wire = held.wrapAndApplyHeader(buffer, start, header);
        String destination = wire.destination();
        wire.skipClientOrderId();
        end = wire.limit();
        return new Decision.TransferHeld(
                wire.number(),
                Terms.uuid(wire.transferId()),
                Terms.uuid(wire.traderId()),
                wire.amount(),
                destination,
                wire.hasOrder() == Flag.YES ? Terms.of(wire.order()) : null,
                wire.at());
    }

    private Decision sent(MessageHeaderDecoder header, DirectBuffer buffer, int start) {
        TransferSentDecoder wire = sent.wrapAndApplyHeader(buffer, start, header);
        end = wire.limit();
        return new Decision.TransferSent(wire.number(), Terms.uuid(wire.traderId()), wire.at());
    }

    private Decision ended(MessageHeaderDecoder header, DirectBuffer buffer, int start) {
        TransferEndedDecoder wire = ended.wrapAndApplyHeader(buffer, start, header);
        end = wire.limit();
        return new Decision.TransferEnded(
                wire.number(),
                Terms.uuid(wire.transferId()),
                Terms.uuid(wire.traderId()),
                wire.amount(),
                wire.outcome(),
                wire.at());
    }

    private Decision applied(MessageHeaderDecoder header, DirectBuffer buffer, int start) {
        TransferAppliedDecoder wire = applied.wrapAndApplyHeader(buffer, start, header);
        String sender = wire.sender();
        end = wire.limit();
        return new Decision.TransferApplied(
                sender,
                wire.senderShard(),
                wire.number(),
                Terms.uuid(wire.transferId()),
                Terms.uuid(wire.traderId()),
                wire.amount(),
                wire.at());
    }

    private Decision barred(MessageHeaderDecoder header, DirectBuffer buffer, int start) {
        TransferBarredDecoder wire = barred.wrapAndApplyHeader(buffer, start, header);
        String sender = wire.sender();
        end = wire.limit();
        return new Decision.TransferBarred(
                sender, wire.senderShard(), wire.number(), Terms.uuid(wire.traderId()), wire.at());
    }
}
