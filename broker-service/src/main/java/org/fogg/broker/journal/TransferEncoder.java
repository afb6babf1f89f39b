package org.fogg.broker.journal;

import static org.fogg.broker.wire.Wire.putTerms;
import static org.fogg.broker.wire.Wire.putUuid;
import static org.fogg.broker.wire.Wire.wire;

import org.agrona.MutableDirectBuffer;
import org.fogg.contracts.sbe.MessageHeaderEncoder;
import org.fogg.contracts.sbe.OrderTermsEncoder;
import org.fogg.contracts.sbe.TransferAppliedEncoder;
import org.fogg.contracts.sbe.TransferBarredEncoder;
import org.fogg.contracts.sbe.TransferEndedEncoder;
import org.fogg.contracts.sbe.TransferHeldEncoder;
import org.fogg.contracts.sbe.TransferSentEncoder;
import org.fogg.core.engine.Decision;
import org.fogg.core.engine.Decision.TransferApplied;
import org.fogg.core.engine.Decision.TransferBarred;
import org.fogg.core.engine.Decision.TransferEnded;
import org.fogg.core.engine.Decision.TransferHeld;
import org.fogg.core.engine.Decision.TransferSent;
import org.fogg.core.order.OrderTerms;

/** Writes decisions on transfers. Keeps flyweights, so one thread at a time. */
final class TransferEncoder {

    private static final byte[] NO_ORDER = new byte[OrderTermsEncoder.ENCODED_LENGTH];

    private final MessageHeaderEncoder header = new MessageHeaderEncoder();
    private final TransferHeldEncoder held = new TransferHeldEncoder();
    private final TransferSentEncoder sent = new TransferSentEncoder();
    private final TransferEndedEncoder ended = new TransferEndedEncoder();
    private final TransferAppliedEncoder applied = new TransferAppliedEncoder();
    private final TransferBarredEncoder barred = new TransferBarredEncoder();

    /**
     * Writes a decision with its header.
     *
     * @return where the next one goes
     */
    int encode(MutableDirectBuffer to, int at, Decision decision) {
        if (decision instanceof TransferHeld d) {
            return encode(to, at, d);
        } else if (decision instanceof TransferSent d) {
            sent.wrapAndApplyHeader(to, at, header).number(d.number()).at(d.at());
            putUuid(sent.traderId(), d.traderId());
            return sent.limit();
        } else if (decision instanceof TransferEnded d) {
            return encode(to, at, d);
        } else if (decision instanceof TransferApplied d) {
            return encode(to, at, d);
        } else if (decision instanceof TransferBarred d) {
            return encode(to, at, d);
        }
        throw new IllegalArgumentException("No message for " + decision.getClass());
    }

    private int encode(MutableDirectBuffer to, int at, TransferHeld d) {
        OrderTerms order = d.terms().order();
        held.wrapAndApplyHeader(to, at, header)
                .number(d.number())
                .amount(d.terms().amount())
                .hasOrder(wire(order != null))
                .at(d.at());
        putUuid(held.transferId(), d.terms().id());
        putUuid(held.traderId(), d.terms().traderId());
        if (order == null) {
            to.putBytes(held.offset() + TransferHeldEncoder.orderEncodingOffset(), NO_ORDER);
        } else {
            putTerms(held.order(), order);
        }
        held.destination(d.terms().destination())
                .clientOrderId(order == null ? "" : order.clientOrderId());
        return held.limit();
    }

    private int encode(MutableDirectBuffer to, int at, TransferEnded d) {
        ended.wrapAndApplyHeader(to, at, header)
                .number(d.number())
                .amount(d.amount())
                .outcome(wire(d.outcome()))
                .at(d.at());
        putUuid(ended.transferId(), d.id());
        putUuid(ended.traderId(), d.traderId());
        return ended.limit();
    }

    private int encode(MutableDirectBuffer to, int at, TransferApplied d) {
        applied.wrapAndApplyHeader(to, at, header)
                .senderShard(d.sender().shard())
                .number(d.number())
                .lowestOpen(d.lowestOpen())
                .amount(d.amount())
                .at(d.at());
        putUuid(applied.transferId(), d.id());
        putUuid(applied.traderId(), d.traderId());
        applied.sender(d.sender().georegion());
        return applied.limit();
    }

    private int encode(MutableDirectBuffer to, int at, TransferBarred d) {
        barred.wrapAndApplyHeader(to, at, header)
                .senderShard(d.sender().shard())
                .number(d.number())
                .lowestOpen(d.lowestOpen())
                .at(d.at());
        putUuid(barred.traderId(), d.traderId());
        barred.sender(d.sender().georegion());
        return barred.limit();
    }
}
