package org.fogg.broker.command;

import static org.fogg.broker.wire.Wire.flag;
import static org.fogg.broker.wire.Wire.number;
import static org.fogg.broker.wire.Wire.putTerms;
import static org.fogg.broker.wire.Wire.putUuid;
import static org.fogg.broker.wire.Wire.requireSchema;
import static org.fogg.broker.wire.Wire.terms;
import static org.fogg.broker.wire.Wire.timeInForce;
import static org.fogg.broker.wire.Wire.uuid;
import static org.fogg.broker.wire.Wire.uuidOrNull;
import static org.fogg.broker.wire.Wire.wire;

import org.agrona.DirectBuffer;
import org.agrona.ExpandableArrayBuffer;
import org.agrona.concurrent.UnsafeBuffer;
import org.fogg.broker.command.Command.ApplyTransfer;
import org.fogg.broker.command.Command.BarTransfer;
import org.fogg.broker.command.Command.CancelOrder;
import org.fogg.broker.command.Command.CancelTransfer;
import org.fogg.broker.command.Command.Deposit;
import org.fogg.broker.command.Command.OpenAccount;
import org.fogg.broker.command.Command.Origin;
import org.fogg.broker.command.Command.PlaceOrder;
import org.fogg.broker.command.Command.ReplaceOrder;
import org.fogg.broker.command.Command.SendTransfer;
import org.fogg.broker.command.Command.SetHalt;
import org.fogg.broker.wire.MalformedMessageException;
import org.fogg.contracts.sbe.ApplyTransferDecoder;
import org.fogg.contracts.sbe.BarTransferDecoder;
import org.fogg.contracts.sbe.CancelOrderDecoder;
import org.fogg.contracts.sbe.CancelOrderEncoder;
import org.fogg.contracts.sbe.CancelTransferDecoder;
import org.fogg.contracts.sbe.DepositDecoder;
import org.fogg.contracts.sbe.DepositEncoder;
import org.fogg.contracts.sbe.MessageHeaderDecoder;
import org.fogg.contracts.sbe.MessageHeaderEncoder;
import org.fogg.contracts.sbe.OpenAccountDecoder;
import org.fogg.contracts.sbe.OpenAccountEncoder;
import org.fogg.contracts.sbe.PlaceOrderDecoder;
import org.fogg.contracts.sbe.PlaceOrderEncoder;
import org.fogg.contracts.sbe.ReplaceOrderDecoder;
import org.fogg.contracts.sbe.ReplaceOrderEncoder;
import org.fogg.contracts.sbe.SendTransferDecoder;
import org.fogg.contracts.sbe.SetHaltDecoder;
import org.fogg.contracts.sbe.SetHaltEncoder;
import org.fogg.core.engine.ReplaceTerms;

/** The binary form of commands. Keeps a buffer, so one thread at a time. */
public final class CommandCodec {

    private final ExpandableArrayBuffer scratch = new ExpandableArrayBuffer(512);
    private final UnsafeBuffer source = new UnsafeBuffer(0, 0);
    private final MessageHeaderEncoder headerEncoder = new MessageHeaderEncoder();
    private final MessageHeaderDecoder header = new MessageHeaderDecoder();
    private final TransferCommands transfers = new TransferCommands();

    /** Writes a command. */
    public byte[] encode(Command command) {
        byte[] bytes = new byte[encodeToScratch(command)];
        scratch.getBytes(0, bytes);
        return bytes;
    }

    private int encodeToScratch(Command command) {
        if (command instanceof PlaceOrder c) {
            return encode(c);
        } else if (command instanceof CancelOrder c) {
            return encode(c);
        } else if (command instanceof ReplaceOrder c) {
            return encode(c);
        } else if (command instanceof OpenAccount c) {
            return encode(c);
        } else if (command instanceof Deposit c) {
            return encode(c);
        } else if (command instanceof SetHalt c) {
            return encode(c);
        } else if (command instanceof SendTransfer c) {
            return transfers.encode(scratch, c);
        } else if (command instanceof ApplyTransfer c) {
            return transfers.encode(scratch, c);
        } else if (command instanceof BarTransfer c) {
            return transfers.encode(scratch, c);
        } else if (command instanceof CancelTransfer c) {
            return transfers.encode(scratch, c);
        }
        throw new IllegalArgumentException("No message for " + command.getClass());
    }

    private int encode(PlaceOrder c) {
        var to = new PlaceOrderEncoder().wrapAndApplyHeader(scratch, 0, headerEncoder);
        putUuid(to.commandId(), c.origin().commandId());
        to.replyTo(c.origin().replyTo()).acceptedAt(c.origin().acceptedAt());
        putTerms(to.terms(), c.terms());
        to.clientOrderId(c.terms().clientOrderId());
        return to.limit();
    }

    private int encode(CancelOrder c) {
        var to = new CancelOrderEncoder().wrapAndApplyHeader(scratch, 0, headerEncoder);
        putUuid(to.commandId(), c.origin().commandId());
        to.replyTo(c.origin().replyTo()).acceptedAt(c.origin().acceptedAt());
        putUuid(to.traderId(), c.traderId());
        putUuid(to.orderId(), c.orderId());
        return to.limit();
    }

    private int encode(ReplaceOrder c) {
        ReplaceTerms terms = c.terms();
        var to = new ReplaceOrderEncoder().wrapAndApplyHeader(scratch, 0, headerEncoder);
        putUuid(to.commandId(), c.origin().commandId());
        to.replyTo(c.origin().replyTo()).acceptedAt(c.origin().acceptedAt());
        putUuid(to.traderId(), terms.traderId());
        putUuid(to.orderId(), terms.orderId());
        putUuid(to.newOrderId(), terms.newOrderId());
        to.quantity(terms.quantity())
                .limitPrice(terms.limitPrice())
                .stopPrice(terms.stopPrice())
                .timeInForce(terms.timeInForce() == null ? 0 : number(terms.timeInForce()))
                .expiresAt(terms.expiresAt())
                .clientOrderId(terms.newClientOrderId());
        return to.limit();
    }

    private int encode(OpenAccount c) {
        var to = new OpenAccountEncoder().wrapAndApplyHeader(scratch, 0, headerEncoder);
        putUuid(to.commandId(), c.origin().commandId());
        to.replyTo(c.origin().replyTo()).acceptedAt(c.origin().acceptedAt()).cash(c.cash());
        putUuid(to.traderId(), c.traderId());
        return to.limit();
    }

    private int encode(Deposit c) {
        var to = new DepositEncoder().wrapAndApplyHeader(scratch, 0, headerEncoder);
        putUuid(to.commandId(), c.origin().commandId());
        to.replyTo(c.origin().replyTo()).acceptedAt(c.origin().acceptedAt()).amount(c.amount());
        putUuid(to.traderId(), c.traderId());
        return to.limit();
    }

    private int encode(SetHalt c) {
        var to = new SetHaltEncoder().wrapAndApplyHeader(scratch, 0, headerEncoder);
        putUuid(to.commandId(), c.origin().commandId());
        to.replyTo(c.origin().replyTo()).acceptedAt(c.origin().acceptedAt());
        putUuid(to.traderId(), c.traderId());
        to.halted(wire(c.halted()));
        return to.limit();
    }

    /**
     * Reads a command.
     *
     * @throws MalformedMessageException when it is none
     */
    public Command decode(byte[] bytes) {
        if (bytes == null || bytes.length < MessageHeaderDecoder.ENCODED_LENGTH) {
            throw new MalformedMessageException("Too short for a message");
        }
        source.wrap(bytes);
        header.wrap(source, 0);
        requireSchema(header);
        int template = header.templateId();
        try {
            return switch (template) {
                case PlaceOrderDecoder.TEMPLATE_ID -> place(source);
                case CancelOrderDecoder.TEMPLATE_ID -> cancel(source);
                case ReplaceOrderDecoder.TEMPLATE_ID -> replace(source);
                case OpenAccountDecoder.TEMPLATE_ID -> open(source);
                case DepositDecoder.TEMPLATE_ID -> deposit(source);
                case SetHaltDecoder.TEMPLATE_ID -> halt(source);
                case SendTransferDecoder.TEMPLATE_ID -> transfers.send(source);
                case ApplyTransferDecoder.TEMPLATE_ID -> transfers.apply(source);
                case BarTransferDecoder.TEMPLATE_ID -> transfers.bar(source);
                case CancelTransferDecoder.TEMPLATE_ID -> transfers.cancel(source);
                default ->
                        throw new MalformedMessageException("No command has template " + template);
            };
        } catch (IndexOutOfBoundsException | IllegalArgumentException e) {
            throw new MalformedMessageException("Not a command: " + e.getMessage(), e);
        }
    }

    private Command place(DirectBuffer from) {
        var d = new PlaceOrderDecoder().wrapAndApplyHeader(from, 0, header);
        var origin = new Origin(uuid(d.commandId()), d.replyTo(), d.acceptedAt());
        return new PlaceOrder(origin, terms(d.terms(), d.clientOrderId()));
    }

    private Command cancel(DirectBuffer from) {
        var d = new CancelOrderDecoder().wrapAndApplyHeader(from, 0, header);
        var origin = new Origin(uuid(d.commandId()), d.replyTo(), d.acceptedAt());
        return new CancelOrder(origin, uuid(d.traderId()), uuid(d.orderId()));
    }

    private Command replace(DirectBuffer from) {
        var d = new ReplaceOrderDecoder().wrapAndApplyHeader(from, 0, header);
        var origin = new Origin(uuid(d.commandId()), d.replyTo(), d.acceptedAt());
        int timeInForce = d.timeInForce();
        return new ReplaceOrder(
                origin,
                new ReplaceTerms(
                        uuid(d.traderId()),
                        uuid(d.orderId()),
                        uuid(d.newOrderId()),
                        d.clientOrderId(),
                        d.quantity(),
                        d.limitPrice(),
                        d.stopPrice(),
                        timeInForce == 0 ? null : timeInForce(timeInForce),
                        d.expiresAt()));
    }

    private Command open(DirectBuffer from) {
        var d = new OpenAccountDecoder().wrapAndApplyHeader(from, 0, header);
        var origin = new Origin(uuid(d.commandId()), d.replyTo(), d.acceptedAt());
        return new OpenAccount(origin, uuid(d.traderId()), d.cash());
    }

    private Command deposit(DirectBuffer from) {
        var d = new DepositDecoder().wrapAndApplyHeader(from, 0, header);
        var origin = new Origin(uuid(d.commandId()), d.replyTo(), d.acceptedAt());
        return new Deposit(origin, uuid(d.traderId()), d.amount());
    }

    private Command halt(DirectBuffer from) {
        var d = new SetHaltDecoder().wrapAndApplyHeader(from, 0, header);
        var origin = new Origin(uuid(d.commandId()), d.replyTo(), d.acceptedAt());
        return new SetHalt(origin, uuidOrNull(d.traderId()), flag(d.haltedRaw()));
    }
}
