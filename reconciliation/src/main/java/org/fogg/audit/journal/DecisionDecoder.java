package org.fogg.audit.journal;

import org.agrona.DirectBuffer;
import org.fogg.audit.wire.MalformedException;
import org.fogg.audit.wire.Terms;
import org.fogg.contracts.sbe.AccountOpenedDecoder;
import org.fogg.contracts.sbe.CashDepositedDecoder;
import org.fogg.contracts.sbe.CommandRefusedDecoder;
import org.fogg.contracts.sbe.Flag;
import org.fogg.contracts.sbe.HaltChangedDecoder;
import org.fogg.contracts.sbe.MessageHeaderDecoder;
import org.fogg.contracts.sbe.OrderAcceptedDecoder;
import org.fogg.contracts.sbe.OrderClosedDecoder;
import org.fogg.contracts.sbe.OrderReplacedDecoder;
import org.fogg.contracts.sbe.OrderRestedDecoder;
import org.fogg.contracts.sbe.OrderTradedDecoder;

/** Reads one decision after the other. Not thread-safe. */
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
    private final HaltChangedDecoder haltChanged = new HaltChangedDecoder();

    private final TransferDecoder transfers = new TransferDecoder();
    private int end;

    /** Where the decision decoded last ends. */
    int end() {
        return end;
    }

    Decision decode(DirectBuffer buffer, int start) throws MalformedException {
        header.wrap(buffer, start);
        if (header.schemaId() != MessageHeaderDecoder.SCHEMA_ID) {
            throw new MalformedException("Its schema " + header.schemaId() + " is not Fogg's");
        }
        Decision decision =
                switch (header.templateId()) {
                    case AccountOpenedDecoder.TEMPLATE_ID -> opened(buffer, start);
                    case CashDepositedDecoder.TEMPLATE_ID -> deposited(buffer, start);
                    case OrderAcceptedDecoder.TEMPLATE_ID -> accepted(buffer, start);
                    case CommandRefusedDecoder.TEMPLATE_ID -> refused(buffer, start);
                    case OrderTradedDecoder.TEMPLATE_ID -> traded(buffer, start);
                    case OrderClosedDecoder.TEMPLATE_ID -> closed(buffer, start);
                    case OrderReplacedDecoder.TEMPLATE_ID -> replaced(buffer, start);
                    case OrderRestedDecoder.TEMPLATE_ID -> rested(buffer, start);
                    case HaltChangedDecoder.TEMPLATE_ID -> haltChanged(buffer, start);
                    default -> transfer(buffer, start);
                };
        // Past the end, a wrapped message without variable data is found out only here.
        if (end > buffer.capacity()) {
            throw new MalformedException("It ends in the middle of a decision");
        }
        return decision;
    }

    private Decision transfer(DirectBuffer buffer, int start) throws MalformedException {
        Decision decision = transfers.decode(header, buffer, start);
        end = transfers.end();
        return decision;
    }

    private Decision opened(DirectBuffer buffer, int start) {
        AccountOpenedDecoder wire = opened.wrapAndApplyHeader(buffer, start, header);
        end = wire.limit();
        return new Decision.AccountOpened(
                Terms.uuid(wire.commandId()), Terms.uuid(wire.traderId()), wire.cash(), wire.at());
    }

    private Decision deposited(DirectBuffer buffer, int start) {
        CashDepositedDecoder wire = deposited.wrapAndApplyHeader(buffer, start, header);
        end = wire.limit();
        return new Decision.CashDeposited(
                Terms.uuid(wire.commandId()),
                Terms.uuid(wire.traderId()),
                wire.amount(),
                wire.at());
    }

    private Decision accepted(DirectBuffer buffer, int start) {
        OrderAcceptedDecoder wire = accepted.wrapAndApplyHeader(buffer, start, header);
        String clientOrderId = wire.clientOrderId();
        end = wire.limit();
        return new Decision.OrderAccepted(
                Terms.of(wire.terms()),
                clientOrderId,
                wire.capPrice(),
                wire.acceptedTick(),
                wire.lastPrice(),
                wire.at());
    }

    private Decision refused(DirectBuffer buffer, int start) {
        CommandRefusedDecoder wire = refused.wrapAndApplyHeader(buffer, start, header);
        end = wire.limit();
        return new Decision.CommandRefused(
                Terms.uuid(wire.traderId()), Terms.uuid(wire.orderId()), wire.reason(), wire.at());
    }

    private Decision traded(DirectBuffer buffer, int start) {
        OrderTradedDecoder wire = traded.wrapAndApplyHeader(buffer, start, header);
        end = wire.limit();
        return new Decision.OrderTraded(
                Terms.uuid(wire.orderId()),
                Terms.uuid(wire.traderId()),
                wire.stockId(),
                wire.side(),
                wire.exchangeId(),
                wire.executionId(),
                wire.attempt().epoch(),
                wire.attempt().number(),
                wire.quantity(),
                wire.price(),
                wire.tickSequence(),
                wire.triggerTick(),
                wire.triggeredAt(),
                wire.at());
    }

    private Decision closed(DirectBuffer buffer, int start) {
        OrderClosedDecoder wire = closed.wrapAndApplyHeader(buffer, start, header);
        end = wire.limit();
        return new Decision.OrderClosed(
                Terms.uuid(wire.orderId()),
                Terms.uuid(wire.traderId()),
                wire.status(),
                wire.reason(),
                wire.at());
    }

    private Decision replaced(DirectBuffer buffer, int start) {
        OrderReplacedDecoder wire = replaced.wrapAndApplyHeader(buffer, start, header);
        String clientOrderId = wire.clientOrderId();
        end = wire.limit();
        return new Decision.OrderReplaced(
                Terms.uuid(wire.orderId()),
                Terms.of(wire.terms()),
                clientOrderId,
                wire.capPrice(),
                wire.acceptedTick(),
                wire.lastPrice(),
                wire.keepsPriority() == Flag.YES,
                wire.at());
    }

    private Decision rested(DirectBuffer buffer, int start) {
        OrderRestedDecoder wire = rested.wrapAndApplyHeader(buffer, start, header);
        end = wire.limit();
        return new Decision.OrderRested(
                Terms.uuid(wire.orderId()),
                Terms.uuid(wire.traderId()),
                wire.limitPrice(),
                wire.at());
    }

    private Decision haltChanged(DirectBuffer buffer, int start) {
        HaltChangedDecoder wire = haltChanged.wrapAndApplyHeader(buffer, start, header);
        end = wire.limit();
        return new Decision.HaltChanged(
                Terms.uuid(wire.traderId()), wire.halted() == Flag.YES, wire.at());
    }
}
