package org.fogg.broker.snapshot;

import static org.fogg.broker.wire.Wire.putState;
import static org.fogg.broker.wire.Wire.putTerms;
import static org.fogg.broker.wire.Wire.putUuid;
import static org.fogg.broker.wire.Wire.wire;

import org.agrona.MutableDirectBuffer;
import org.fogg.broker.wire.Wire;
import org.fogg.contracts.sbe.MessageHeaderEncoder;
import org.fogg.contracts.sbe.OrderTermsEncoder;
import org.fogg.contracts.sbe.SnapshotAccountEncoder;
import org.fogg.contracts.sbe.SnapshotClosedOrderEncoder;
import org.fogg.contracts.sbe.SnapshotDepositEncoder;
import org.fogg.contracts.sbe.SnapshotHoldingEncoder;
import org.fogg.contracts.sbe.SnapshotIncomingEncoder;
import org.fogg.contracts.sbe.SnapshotOrderEncoder;
import org.fogg.contracts.sbe.SnapshotRecentOrderEncoder;
import org.fogg.contracts.sbe.SnapshotSenderEncoder;
import org.fogg.contracts.sbe.SnapshotTransferEncoder;
import org.fogg.contracts.sbe.SnapshotWholeEncoder;
import org.fogg.contracts.sbe.TransferOutcome;
import org.fogg.contracts.sbe.TransferState;
import org.fogg.core.funding.Transfer;
import org.fogg.core.order.OrderTerms;
import org.fogg.core.snapshot.SnapshotRecord;

/** Writes a snapshot's records. Keeps flyweights, so one thread at a time. */
final class RecordEncoder {

    private static final byte[] NO_ORDER = new byte[OrderTermsEncoder.ENCODED_LENGTH];

    private final MessageHeaderEncoder header = new MessageHeaderEncoder();
    private final SnapshotWholeEncoder whole = new SnapshotWholeEncoder();
    private final SnapshotAccountEncoder account = new SnapshotAccountEncoder();
    private final SnapshotHoldingEncoder holding = new SnapshotHoldingEncoder();
    private final SnapshotOrderEncoder order = new SnapshotOrderEncoder();
    private final SnapshotClosedOrderEncoder closed = new SnapshotClosedOrderEncoder();
    private final SnapshotRecentOrderEncoder recent = new SnapshotRecentOrderEncoder();
    private final SnapshotDepositEncoder deposit = new SnapshotDepositEncoder();
    private final SnapshotTransferEncoder transfer = new SnapshotTransferEncoder();
    private final SnapshotSenderEncoder sender = new SnapshotSenderEncoder();
    private final SnapshotIncomingEncoder incoming = new SnapshotIncomingEncoder();

    /**
     * Writes a record with its header.
     *
     * @return where the next one goes
     */
    int encode(MutableDirectBuffer to, int at, SnapshotRecord next) {
        if (next instanceof SnapshotRecord.Order r) {
            return encode(to, at, r);
        } else if (next instanceof SnapshotRecord.Account r) {
            return encode(to, at, r);
        } else if (next instanceof SnapshotRecord.Holding r) {
            holding.wrapAndApplyHeader(to, at, header)
                    .stockId(r.stockId())
                    .quantity(r.quantity())
                    .cost(r.cost());
            putUuid(holding.traderId(), r.traderId());
            return holding.limit();
        } else if (next instanceof SnapshotRecord.RecentOrder r) {
            return encode(to, at, r);
        } else if (next instanceof SnapshotRecord.ClosedOrder r) {
            closed.wrapAndApplyHeader(to, at, header).content(r.content());
            putUuid(closed.orderId(), r.orderId());
            return closed.limit();
        } else if (next instanceof SnapshotRecord.Deposit r) {
            deposit.wrapAndApplyHeader(to, at, header);
            putUuid(deposit.commandId(), r.commandId());
            return deposit.limit();
        } else if (next instanceof SnapshotRecord.Whole r) {
            whole.wrapAndApplyHeader(to, at, header)
                    .halted(wire(r.halted()))
                    .haltDecision(r.haltDecision());
            return whole.limit();
        } else if (next instanceof SnapshotRecord.Outgoing r) {
            return encode(to, at, r.transfer());
        } else if (next instanceof SnapshotRecord.Sender r) {
            sender.wrapAndApplyHeader(to, at, header)
                    .senderShard(r.sender().shard())
                    .mark(r.mark())
                    .sender(r.sender().georegion());
            return sender.limit();
        } else if (next instanceof SnapshotRecord.Incoming r) {
            return encode(to, at, r);
        }
        throw new IllegalArgumentException("No message for " + next.getClass());
    }

    private int encode(MutableDirectBuffer to, int at, SnapshotRecord.Account r) {
        account.wrapAndApplyHeader(to, at, header)
                .cash(r.cash())
                .halted(wire(r.halted()))
                .createdAt(r.createdAt())
                .lastDecision(r.lastDecision());
        putUuid(account.traderId(), r.traderId());
        putUuid(account.openedBy(), r.openedBy());
        account.home(r.home() == null ? "" : r.home());
        return account.limit();
    }

    private int encode(MutableDirectBuffer to, int at, SnapshotRecord.Order r) {
        order.wrapAndApplyHeader(to, at, header)
                .lastPrice(r.order().lastPrice())
                .filledAt(r.order().filledAt())
                .number(r.number())
                .priority(r.priority())
                .rested(wire(r.rested()))
                .notBefore(r.notBefore());
        putState(order.state(), r.order());
        var executions = order.executionsCount(r.executions().size());
        for (SnapshotRecord.Execution execution : r.executions()) {
            executions.next().executionId(execution.executionId());
            executions.attempt().epoch(execution.epoch()).number(execution.attempt());
        }
        order.clientOrderId(r.order().terms().clientOrderId());
        return order.limit();
    }

    private int encode(MutableDirectBuffer to, int at, SnapshotRecord.RecentOrder r) {
        recent.wrapAndApplyHeader(to, at, header)
                .stockId(r.stockId())
                .side(wire(r.side()))
                .orderType(wire(r.type()))
                .quantity(r.quantity())
                .limitPrice(r.limitPrice())
                .stopPrice(r.stopPrice())
                .at(r.at());
        putUuid(recent.traderId(), r.traderId());
        return recent.limit();
    }

    private int encode(MutableDirectBuffer to, int at, Transfer r) {
        OrderTerms terms = r.terms().order();
        transfer.wrapAndApplyHeader(to, at, header)
                .number(r.number())
                .amount(r.terms().amount())
                .hasOrder(wire(terms != null))
                .state(TransferState.get(Wire.number(r.state())))
                .heldAt(r.heldAt())
                .updatedAt(r.updatedAt());
        putUuid(transfer.transferId(), r.terms().id());
        putUuid(transfer.traderId(), r.terms().traderId());
        if (terms == null) {
            to.putBytes(
                    transfer.offset() + SnapshotTransferEncoder.orderEncodingOffset(), NO_ORDER);
        } else {
            putTerms(transfer.order(), terms);
        }
        transfer.destination(r.terms().destination())
                .clientOrderId(terms == null ? "" : terms.clientOrderId());
        return transfer.limit();
    }

    private int encode(MutableDirectBuffer to, int at, SnapshotRecord.Incoming r) {
        incoming.wrapAndApplyHeader(to, at, header)
                .senderShard(r.sender().shard())
                .number(r.number())
                .outcome(
                        switch (r.outcome()) {
                            case APPLIED -> TransferOutcome.APPLIED;
                            case VOIDED -> TransferOutcome.VOIDED;
                            case UNKNOWN ->
                                    throw new IllegalArgumentException("A transfer has not ended");
                        })
                .sender(r.sender().georegion());
        return incoming.limit();
    }
}
