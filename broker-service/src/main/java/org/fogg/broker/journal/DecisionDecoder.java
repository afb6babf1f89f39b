package org.fogg.broker.journal;

import static org.fogg.broker.wire.Wire.flag;
import static org.fogg.broker.wire.Wire.reason;
import static org.fogg.broker.wire.Wire.side;
import static org.fogg.broker.wire.Wire.status;
import static org.fogg.broker.wire.Wire.terms;
import static org.fogg.broker.wire.Wire.uuid;
import static org.fogg.broker.wire.Wire.uuidOrNull;

import org.agrona.DirectBuffer;
import org.fogg.broker.wire.MalformedMessageException;
import org.fogg.contracts.sbe.AccountOpenedDecoder;
import org.fogg.contracts.sbe.CashDepositedDecoder;
import org.fogg.contracts.sbe.CommandRefusedDecoder;
import org.fogg.contracts.sbe.HaltChangedDecoder;
import org.fogg.contracts.sbe.MessageHeaderDecoder;
import org.fogg.contracts.sbe.OrderAcceptedDecoder;
import org.fogg.contracts.sbe.OrderClosedDecoder;
import org.fogg.contracts.sbe.OrderReplacedDecoder;
import org.fogg.contracts.sbe.OrderRestedDecoder;
import org.fogg.contracts.sbe.OrderTradedDecoder;
import org.fogg.core.engine.Decision;
import org.fogg.core.engine.Decision.AccountOpened;
import org.fogg.core.engine.Decision.CashDeposited;
import org.fogg.core.engine.Decision.CommandRefused;
import org.fogg.core.engine.Decision.HaltChanged;
import org.fogg.core.engine.Decision.OrderAccepted;
import org.fogg.core.engine.Decision.OrderClosed;
import org.fogg.core.engine.Decision.OrderReplaced;
import org.fogg.core.engine.Decision.OrderRested;
import org.fogg.core.engine.Decision.OrderTraded;

/** Reads decisions one after the other. Keeps flyweights and a position: one thread at a time. */
final class DecisionDecoder {

    private final MessageHeaderDecoder header = new MessageHeaderDecoder();
    private final AccountOpenedDecoder opened = new AccountOpenedDecoder();
    private final CashDepositedDecoder deposited = new CashDepositedDecoder();
    private final OrderAcceptedDecoder accepted = new OrderAcceptedDecoder();
    private final CommandRefusedDecoder refused = new CommandRefusedDecoder();
    private final OrderTradedDecoder traded = new OrderTradedDecoder();
    private final OrderClosedDecoder closed = new OrderClosedDecoder();
    private final OrderReplacedDecoder replaced = new OrderReplacedDecoder();
    private final OrderRestedDecoder rested = new OrderRestedDecoder();
    private final HaltChangedDecoder halted = new HaltChangedDecoder();
    private final TransferDecoder transfers = new TransferDecoder();
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
            case OrderTradedDecoder.TEMPLATE_ID -> traded(from, at);
            case OrderAcceptedDecoder.TEMPLATE_ID -> accepted(from, at);
            case OrderClosedDecoder.TEMPLATE_ID -> closed(from, at);
            case OrderReplacedDecoder.TEMPLATE_ID -> replaced(from, at);
            case OrderRestedDecoder.TEMPLATE_ID -> rested(from, at);
            case CommandRefusedDecoder.TEMPLATE_ID -> refused(from, at);
            case AccountOpenedDecoder.TEMPLATE_ID -> opened(from, at);
            case CashDepositedDecoder.TEMPLATE_ID -> deposited(from, at);
            case HaltChangedDecoder.TEMPLATE_ID -> halted(from, at);
            default -> transfer(from, at);
        };
    }

    private Decision transfer(DirectBuffer from, int at) {
        Decision decision = transfers.decode(from, at);
        limit = transfers.limit();
        return decision;
    }

    private Decision opened(DirectBuffer from, int at) {
        var d = opened.wrapAndApplyHeader(from, at, header);
        limit = d.limit();
        return new AccountOpened(uuid(d.commandId()), uuid(d.traderId()), d.cash(), d.at());
    }

    private Decision deposited(DirectBuffer from, int at) {
        var d = deposited.wrapAndApplyHeader(from, at, header);
        limit = d.limit();
        return new CashDeposited(uuid(d.commandId()), uuid(d.traderId()), d.amount(), d.at());
    }

    private Decision accepted(DirectBuffer from, int at) {
        var d = accepted.wrapAndApplyHeader(from, at, header);
        String clientOrderId = d.clientOrderId();
        limit = d.limit();
        return new OrderAccepted(
                terms(d.terms(), clientOrderId),
                d.capPrice(),
                d.acceptedTick(),
                d.lastPrice(),
                d.at());
    }

    private Decision refused(DirectBuffer from, int at) {
        var d = refused.wrapAndApplyHeader(from, at, header);
        limit = d.limit();
        return new CommandRefused(
                uuid(d.traderId()), uuidOrNull(d.orderId()), reason(d.reason()), d.at());
    }

    private Decision traded(DirectBuffer from, int at) {
        var d = traded.wrapAndApplyHeader(from, at, header);
        limit = d.limit();
        return new OrderTraded(
                uuid(d.orderId()),
                uuid(d.traderId()),
                d.stockId(),
                side(d.sideRaw()),
                d.exchangeId(),
                d.executionId(),
                d.attempt().epoch(),
                d.attempt().number(),
                d.quantity(),
                d.price(),
                d.tickSequence(),
                d.triggerTick(),
                d.triggeredAt(),
                d.at());
    }

    private Decision closed(DirectBuffer from, int at) {
        var d = closed.wrapAndApplyHeader(from, at, header);
        limit = d.limit();
        return new OrderClosed(
                uuid(d.orderId()),
                uuid(d.traderId()),
                status(d.statusRaw()),
                reason(d.reason()),
                d.at());
    }

    private Decision replaced(DirectBuffer from, int at) {
        var d = replaced.wrapAndApplyHeader(from, at, header);
        String clientOrderId = d.clientOrderId();
        limit = d.limit();
        return new OrderReplaced(
                uuid(d.orderId()),
                terms(d.terms(), clientOrderId),
                d.capPrice(),
                d.acceptedTick(),
                d.lastPrice(),
                flag(d.keepsPriorityRaw()),
                d.at());
    }

    private Decision rested(DirectBuffer from, int at) {
        var d = rested.wrapAndApplyHeader(from, at, header);
        limit = d.limit();
        return new OrderRested(uuid(d.orderId()), uuid(d.traderId()), d.limitPrice(), d.at());
    }

    private Decision halted(DirectBuffer from, int at) {
        var d = halted.wrapAndApplyHeader(from, at, header);
        limit = d.limit();
        return new HaltChanged(uuidOrNull(d.traderId()), flag(d.haltedRaw()), d.at());
    }
}
