package org.fogg.broker.snapshot;

import static org.fogg.broker.wire.Wire.flag;
import static org.fogg.broker.wire.Wire.side;
import static org.fogg.broker.wire.Wire.terms;
import static org.fogg.broker.wire.Wire.type;
import static org.fogg.broker.wire.Wire.uuid;

import java.util.ArrayList;
import java.util.List;
import org.agrona.DirectBuffer;
import org.fogg.broker.wire.MalformedMessageException;
import org.fogg.broker.wire.Wire;
import org.fogg.contracts.sbe.MessageHeaderDecoder;
import org.fogg.contracts.sbe.SnapshotAccountDecoder;
import org.fogg.contracts.sbe.SnapshotClosedOrderDecoder;
import org.fogg.contracts.sbe.SnapshotDepositDecoder;
import org.fogg.contracts.sbe.SnapshotHoldingDecoder;
import org.fogg.contracts.sbe.SnapshotIncomingDecoder;
import org.fogg.contracts.sbe.SnapshotOrderDecoder;
import org.fogg.contracts.sbe.SnapshotRecentOrderDecoder;
import org.fogg.contracts.sbe.SnapshotSenderDecoder;
import org.fogg.contracts.sbe.SnapshotTransferDecoder;
import org.fogg.contracts.sbe.SnapshotWholeDecoder;
import org.fogg.core.funding.SenderId;
import org.fogg.core.funding.Transfer;
import org.fogg.core.funding.TransferOutcome;
import org.fogg.core.funding.TransferTerms;
import org.fogg.core.snapshot.SnapshotRecord;

/** Reads records one after the other. Keeps flyweights and a position: one thread at a time. */
final class RecordDecoder {

    private final MessageHeaderDecoder header = new MessageHeaderDecoder();
    private final SnapshotWholeDecoder whole = new SnapshotWholeDecoder();
    private final SnapshotAccountDecoder account = new SnapshotAccountDecoder();
    private final SnapshotHoldingDecoder holding = new SnapshotHoldingDecoder();
    private final SnapshotOrderDecoder order = new SnapshotOrderDecoder();
    private final SnapshotClosedOrderDecoder closed = new SnapshotClosedOrderDecoder();
    private final SnapshotRecentOrderDecoder recent = new SnapshotRecentOrderDecoder();
    private final SnapshotDepositDecoder deposit = new SnapshotDepositDecoder();
    private final SnapshotTransferDecoder transfer = new SnapshotTransferDecoder();
    private final SnapshotSenderDecoder sender = new SnapshotSenderDecoder();
    private final SnapshotIncomingDecoder incoming = new SnapshotIncomingDecoder();
    private int limit;

    /** Where the message that was decoded last ends. */
    int limit() {
        return limit;
    }

    /**
     * Reads the record at a position.
     *
     * @throws MalformedMessageException when there is none that makes sense
     */
    SnapshotRecord decode(DirectBuffer from, int at) {
        header.wrap(from, at);
        int template = header.templateId();
        return switch (template) {
            case SnapshotOrderDecoder.TEMPLATE_ID -> order(from, at);
            case SnapshotAccountDecoder.TEMPLATE_ID -> account(from, at);
            case SnapshotHoldingDecoder.TEMPLATE_ID -> holding(from, at);
            case SnapshotRecentOrderDecoder.TEMPLATE_ID -> recent(from, at);
            case SnapshotClosedOrderDecoder.TEMPLATE_ID -> closed(from, at);
            case SnapshotDepositDecoder.TEMPLATE_ID -> deposit(from, at);
            case SnapshotWholeDecoder.TEMPLATE_ID -> whole(from, at);
            case SnapshotTransferDecoder.TEMPLATE_ID -> transfer(from, at);
            case SnapshotSenderDecoder.TEMPLATE_ID -> sender(from, at);
            case SnapshotIncomingDecoder.TEMPLATE_ID -> incoming(from, at);
            default -> throw new MalformedMessageException("No record has template " + template);
        };
    }

    private SnapshotRecord whole(DirectBuffer from, int at) {
        var r = whole.wrapAndApplyHeader(from, at, header);
        limit = r.limit();
        return new SnapshotRecord.Whole(flag(r.haltedRaw()), r.haltDecision());
    }

    private SnapshotRecord account(DirectBuffer from, int at) {
        var r = account.wrapAndApplyHeader(from, at, header);
        String home = r.home();
        limit = r.limit();
        return new SnapshotRecord.Account(
                uuid(r.traderId()),
                uuid(r.openedBy()),
                r.cash(),
                flag(r.haltedRaw()),
                r.createdAt(),
                r.lastDecision(),
                home.isEmpty() ? null : home);
    }

    private SnapshotRecord holding(DirectBuffer from, int at) {
        var r = holding.wrapAndApplyHeader(from, at, header);
        limit = r.limit();
        return new SnapshotRecord.Holding(uuid(r.traderId()), r.stockId(), r.quantity(), r.cost());
    }

    private SnapshotRecord order(DirectBuffer from, int at) {
        var r = order.wrapAndApplyHeader(from, at, header);
        List<SnapshotRecord.Execution> executions = new ArrayList<>();
        for (var execution : r.executions()) {
            executions.add(
                    new SnapshotRecord.Execution(
                            execution.executionId(),
                            execution.attempt().epoch(),
                            execution.attempt().number()));
        }
        String clientOrderId = r.clientOrderId();
        limit = r.limit();
        var state = Wire.state(r.state(), clientOrderId, r.lastPrice(), r.filledAt());
        return new SnapshotRecord.Order(
                state, r.number(), r.priority(), flag(r.restedRaw()), r.notBefore(), executions);
    }

    private SnapshotRecord recent(DirectBuffer from, int at) {
        var r = recent.wrapAndApplyHeader(from, at, header);
        limit = r.limit();
        return new SnapshotRecord.RecentOrder(
                uuid(r.traderId()),
                r.stockId(),
                side(r.sideRaw()),
                type(r.orderTypeRaw()),
                r.quantity(),
                r.limitPrice(),
                r.stopPrice(),
                r.at());
    }

    private SnapshotRecord closed(DirectBuffer from, int at) {
        var r = closed.wrapAndApplyHeader(from, at, header);
        limit = r.limit();
        return new SnapshotRecord.ClosedOrder(uuid(r.orderId()), r.content());
    }

    private SnapshotRecord deposit(DirectBuffer from, int at) {
        var r = deposit.wrapAndApplyHeader(from, at, header);
        limit = r.limit();
        return new SnapshotRecord.Deposit(uuid(r.commandId()));
    }

    private SnapshotRecord transfer(DirectBuffer from, int at) {
        var r = transfer.wrapAndApplyHeader(from, at, header);
        String destination = r.destination();
        String clientOrderId = r.clientOrderId();
        limit = r.limit();
        var terms =
                new TransferTerms(
                        uuid(r.transferId()),
                        uuid(r.traderId()),
                        destination,
                        r.amount(),
                        flag(r.hasOrderRaw()) ? terms(r.order(), clientOrderId) : null);
        return new SnapshotRecord.Outgoing(
                new Transfer(
                        r.number(),
                        terms,
                        Wire.transferState(r.stateRaw()),
                        r.heldAt(),
                        r.updatedAt()));
    }

    private SnapshotRecord sender(DirectBuffer from, int at) {
        var r = sender.wrapAndApplyHeader(from, at, header);
        String georegion = r.sender();
        limit = r.limit();
        return new SnapshotRecord.Sender(new SenderId(georegion, r.senderShard()), r.mark());
    }

    private SnapshotRecord incoming(DirectBuffer from, int at) {
        var r = incoming.wrapAndApplyHeader(from, at, header);
        String georegion = r.sender();
        limit = r.limit();
        return new SnapshotRecord.Incoming(
                new SenderId(georegion, r.senderShard()),
                r.number(),
                switch (r.outcomeRaw()) {
                    case 1 -> TransferOutcome.APPLIED;
                    case 2 -> TransferOutcome.VOIDED;
                    default -> throw new MalformedMessageException("No transfer outcome");
                });
    }
}
