package org.fogg.broker.command;

import static org.fogg.broker.wire.Wire.flag;
import static org.fogg.broker.wire.Wire.putTerms;
import static org.fogg.broker.wire.Wire.putUuid;
import static org.fogg.broker.wire.Wire.uuid;
import static org.fogg.broker.wire.Wire.wire;

import java.util.UUID;
import org.agrona.DirectBuffer;
import org.agrona.MutableDirectBuffer;
import org.fogg.broker.command.Command.ApplyTransfer;
import org.fogg.broker.command.Command.BarTransfer;
import org.fogg.broker.command.Command.CancelTransfer;
import org.fogg.broker.command.Command.Origin;
import org.fogg.broker.command.Command.SendTransfer;
import org.fogg.broker.wire.MalformedMessageException;
import org.fogg.broker.wire.Wire;
import org.fogg.contracts.sbe.ApplyTransferDecoder;
import org.fogg.contracts.sbe.ApplyTransferEncoder;
import org.fogg.contracts.sbe.BarTransferDecoder;
import org.fogg.contracts.sbe.BarTransferEncoder;
import org.fogg.contracts.sbe.CancelTransferDecoder;
import org.fogg.contracts.sbe.CancelTransferEncoder;
import org.fogg.contracts.sbe.MessageHeaderDecoder;
import org.fogg.contracts.sbe.MessageHeaderEncoder;
import org.fogg.contracts.sbe.OrderTermsDecoder;
import org.fogg.contracts.sbe.OrderTermsEncoder;
import org.fogg.contracts.sbe.SendTransferDecoder;
import org.fogg.contracts.sbe.SendTransferEncoder;
import org.fogg.core.funding.SenderId;
import org.fogg.core.funding.TransferRequest;
import org.fogg.core.funding.TransferTerms;
import org.fogg.core.order.OrderTerms;
import org.jspecify.annotations.Nullable;

/**
 * The binary form of commands about transfers. What is read is in the ranges that the engine asks
 * for: these commands come from other georegions too. One thread at a time.
 */
final class TransferCommands {

    private static final byte[] NO_ORDER = new byte[OrderTermsEncoder.ENCODED_LENGTH];

    private final MessageHeaderEncoder headerEncoder = new MessageHeaderEncoder();
    private final MessageHeaderDecoder header = new MessageHeaderDecoder();

    int encode(MutableDirectBuffer buffer, SendTransfer c) {
        TransferTerms terms = c.terms();
        OrderTerms order = terms.order();
        var to = new SendTransferEncoder().wrapAndApplyHeader(buffer, 0, headerEncoder);
        putUuid(to.commandId(), c.origin().commandId());
        to.replyTo(c.origin().replyTo()).acceptedAt(c.origin().acceptedAt());
        putUuid(to.transferId(), terms.id());
        putUuid(to.traderId(), terms.traderId());
        to.amount(terms.amount()).hasOrder(wire(order != null));
        putOrder(
                buffer, to.offset() + SendTransferEncoder.orderEncodingOffset(), to.order(), order);
        to.destination(terms.destination()).clientOrderId(clientOrderId(order));
        return to.limit();
    }

    int encode(MutableDirectBuffer buffer, ApplyTransfer c) {
        TransferTerms terms = c.request().terms();
        OrderTerms order = terms.order();
        var to = new ApplyTransferEncoder().wrapAndApplyHeader(buffer, 0, headerEncoder);
        putUuid(to.commandId(), c.origin().commandId());
        to.replyTo(c.origin().replyTo())
                .acceptedAt(c.origin().acceptedAt())
                .senderShard(c.sender().shard())
                .number(c.request().number())
                .lowestOpen(c.request().lowestOpen());
        putUuid(to.transferId(), terms.id());
        putUuid(to.traderId(), terms.traderId());
        to.amount(terms.amount()).hasOrder(wire(order != null));
        putOrder(
                buffer,
                to.offset() + ApplyTransferEncoder.orderEncodingOffset(),
                to.order(),
                order);
        to.sender(c.sender().georegion())
                .destination(terms.destination())
                .clientOrderId(clientOrderId(order));
        return to.limit();
    }

    int encode(MutableDirectBuffer buffer, BarTransfer c) {
        TransferTerms terms = c.request().terms();
        var to = new BarTransferEncoder().wrapAndApplyHeader(buffer, 0, headerEncoder);
        putUuid(to.commandId(), c.origin().commandId());
        to.replyTo(c.origin().replyTo())
                .acceptedAt(c.origin().acceptedAt())
                .senderShard(c.sender().shard())
                .number(c.request().number())
                .lowestOpen(c.request().lowestOpen());
        putUuid(to.transferId(), terms.id());
        putUuid(to.traderId(), terms.traderId());
        to.amount(terms.amount()).sender(c.sender().georegion()).destination(terms.destination());
        return to.limit();
    }

    int encode(MutableDirectBuffer buffer, CancelTransfer c) {
        var to = new CancelTransferEncoder().wrapAndApplyHeader(buffer, 0, headerEncoder);
        putUuid(to.commandId(), c.origin().commandId());
        to.replyTo(c.origin().replyTo()).acceptedAt(c.origin().acceptedAt());
        putUuid(to.traderId(), c.traderId());
        putUuid(to.transferId(), c.transferId());
        return to.limit();
    }

    private static void putOrder(
            MutableDirectBuffer buffer, int at, OrderTermsEncoder to, @Nullable OrderTerms order) {
        if (order == null) {
            buffer.putBytes(at, NO_ORDER);
        } else {
            putTerms(to, order);
        }
    }

    private static String clientOrderId(@Nullable OrderTerms order) {
        return order == null ? "" : order.clientOrderId();
    }

    Command send(DirectBuffer from) {
        var d = new SendTransferDecoder().wrapAndApplyHeader(from, 0, header);
        var origin = new Origin(uuid(d.commandId()), d.replyTo(), d.acceptedAt());
        String destination = d.destination();
        OrderTerms order = order(d.hasOrderRaw(), d.order(), d.clientOrderId());
        UUID id = uuid(d.transferId());
        return new SendTransfer(
                origin, terms(id, uuid(d.traderId()), destination, d.amount(), order));
    }

    Command apply(DirectBuffer from) {
        var d = new ApplyTransferDecoder().wrapAndApplyHeader(from, 0, header);
        var origin = new Origin(uuid(d.commandId()), d.replyTo(), d.acceptedAt());
        var sender = new SenderId(d.sender(), d.senderShard());
        String destination = d.destination();
        OrderTerms order = order(d.hasOrderRaw(), d.order(), d.clientOrderId());
        UUID id = uuid(d.transferId());
        TransferTerms terms = terms(id, uuid(d.traderId()), destination, d.amount(), order);
        return new ApplyTransfer(origin, sender, request(d.number(), d.lowestOpen(), terms));
    }

    Command bar(DirectBuffer from) {
        var d = new BarTransferDecoder().wrapAndApplyHeader(from, 0, header);
        var origin = new Origin(uuid(d.commandId()), d.replyTo(), d.acceptedAt());
        var sender = new SenderId(d.sender(), d.senderShard());
        String destination = d.destination();
        UUID id = uuid(d.transferId());
        TransferTerms terms = terms(id, uuid(d.traderId()), destination, d.amount(), null);
        return new BarTransfer(origin, sender, request(d.number(), d.lowestOpen(), terms));
    }

    Command cancel(DirectBuffer from) {
        var d = new CancelTransferDecoder().wrapAndApplyHeader(from, 0, header);
        var origin = new Origin(uuid(d.commandId()), d.replyTo(), d.acceptedAt());
        return new CancelTransfer(origin, uuid(d.traderId()), uuid(d.transferId()));
    }

    private static @Nullable OrderTerms order(
            int hasOrder, OrderTermsDecoder order, String clientOrderId) {
        return flag(hasOrder) ? Wire.terms(order, clientOrderId) : null;
    }

    private static TransferTerms terms(
            UUID id, UUID trader, String destination, long amount, @Nullable OrderTerms order) {
        if (amount < 0) {
            throw new MalformedMessageException("Transfer with amount " + amount);
        }
        if (order != null && !(order.traderId().equals(trader) && order.orderId().equals(id))) {
            throw new MalformedMessageException("Transfer with another's order");
        }
        return new TransferTerms(id, trader, destination, amount, order);
    }

    /** The decisions that a request rests on are durable once it has left. */
    private static TransferRequest request(long number, long lowestOpen, TransferTerms terms) {
        if (lowestOpen < 1 || lowestOpen > number) {
            throw new MalformedMessageException(
                    "Transfer " + number + " with lowest open number " + lowestOpen);
        }
        return new TransferRequest(number, lowestOpen, terms, 0);
    }
}
