package org.fogg.broker.journal;

import static org.fogg.broker.wire.Wire.putTerms;
import static org.fogg.broker.wire.Wire.putUuid;
import static org.fogg.broker.wire.Wire.wire;

import org.agrona.MutableDirectBuffer;
import org.fogg.contracts.sbe.AccountOpenedEncoder;
import org.fogg.contracts.sbe.CashDepositedEncoder;
import org.fogg.contracts.sbe.CommandRefusedEncoder;
import org.fogg.contracts.sbe.HaltChangedEncoder;
import org.fogg.contracts.sbe.MessageHeaderEncoder;
import org.fogg.contracts.sbe.OrderAcceptedEncoder;
import org.fogg.contracts.sbe.OrderClosedEncoder;
import org.fogg.contracts.sbe.OrderReplacedEncoder;
import org.fogg.contracts.sbe.OrderRestedEncoder;
import org.fogg.contracts.sbe.OrderTradedEncoder;
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

/** Writes decisions. Keeps flyweights, so one thread at a time. */
final class DecisionEncoder {

    private final MessageHeaderEncoder header = new MessageHeaderEncoder();
    private final AccountOpenedEncoder opened = new AccountOpenedEncoder();
    private final CashDepositedEncoder deposited = new CashDepositedEncoder();
    private final OrderAcceptedEncoder accepted = new OrderAcceptedEncoder();
    private final CommandRefusedEncoder refused = new CommandRefusedEncoder();
    private final OrderTradedEncoder traded = new OrderTradedEncoder();
    private final OrderClosedEncoder closed = new OrderClosedEncoder();
    private final OrderReplacedEncoder replaced = new OrderReplacedEncoder();
    private final OrderRestedEncoder rested = new OrderRestedEncoder();
    private final HaltChangedEncoder halted = new HaltChangedEncoder();
    private final TransferEncoder transfers = new TransferEncoder();

    /**
     * Writes a decision with its header.
     *
     * @return where the next one goes
     */
    int encode(MutableDirectBuffer to, int at, Decision decision) {
        if (decision instanceof OrderTraded d) {
            return encode(to, at, d);
        } else if (decision instanceof OrderAccepted d) {
            return encode(to, at, d);
        } else if (decision instanceof OrderClosed d) {
            return encode(to, at, d);
        } else if (decision instanceof OrderReplaced d) {
            return encode(to, at, d);
        } else if (decision instanceof OrderRested d) {
            return encode(to, at, d);
        } else if (decision instanceof CommandRefused d) {
            return encode(to, at, d);
        } else if (decision instanceof AccountOpened d) {
            return encode(to, at, d);
        } else if (decision instanceof CashDeposited d) {
            return encode(to, at, d);
        } else if (decision instanceof HaltChanged d) {
            return encode(to, at, d);
        }
        return transfers.encode(to, at, decision);
    }

    private int encode(MutableDirectBuffer to, int at, AccountOpened d) {
        opened.wrapAndApplyHeader(to, at, header).cash(d.cash()).at(d.at());
        putUuid(opened.commandId(), d.commandId());
        putUuid(opened.traderId(), d.traderId());
        return opened.limit();
    }

    private int encode(MutableDirectBuffer to, int at, CashDeposited d) {
        deposited.wrapAndApplyHeader(to, at, header).amount(d.amount()).at(d.at());
        putUuid(deposited.commandId(), d.commandId());
        putUuid(deposited.traderId(), d.traderId());
        return deposited.limit();
    }

    private int encode(MutableDirectBuffer to, int at, OrderAccepted d) {
        accepted.wrapAndApplyHeader(to, at, header)
                .capPrice(d.capPrice())
                .acceptedTick(d.acceptedTick())
                .lastPrice(d.lastPrice())
                .at(d.at());
        putTerms(accepted.terms(), d.terms());
        accepted.clientOrderId(d.terms().clientOrderId());
        return accepted.limit();
    }

    private int encode(MutableDirectBuffer to, int at, CommandRefused d) {
        refused.wrapAndApplyHeader(to, at, header).reason(d.reason().code()).at(d.at());
        putUuid(refused.traderId(), d.traderId());
        putUuid(refused.orderId(), d.orderId());
        return refused.limit();
    }

    private int encode(MutableDirectBuffer to, int at, OrderTraded d) {
        traded.wrapAndApplyHeader(to, at, header)
                .stockId(d.stockId())
                .side(wire(d.side()))
                .exchangeId(d.exchangeId())
                .executionId(d.executionId())
                .quantity(d.quantity())
                .price(d.price())
                .tickSequence(d.tickSequence())
                .triggerTick(d.triggerTick())
                .triggeredAt(d.triggeredAt())
                .at(d.at());
        putUuid(traded.orderId(), d.orderId());
        putUuid(traded.traderId(), d.traderId());
        traded.attempt().epoch(d.epoch()).number(d.attempt());
        return traded.limit();
    }

    private int encode(MutableDirectBuffer to, int at, OrderClosed d) {
        closed.wrapAndApplyHeader(to, at, header)
                .status(wire(d.status()))
                .reason(d.reason().code())
                .at(d.at());
        putUuid(closed.orderId(), d.orderId());
        putUuid(closed.traderId(), d.traderId());
        return closed.limit();
    }

    private int encode(MutableDirectBuffer to, int at, OrderReplaced d) {
        replaced.wrapAndApplyHeader(to, at, header)
                .capPrice(d.capPrice())
                .acceptedTick(d.acceptedTick())
                .lastPrice(d.lastPrice())
                .keepsPriority(wire(d.keepsPriority()))
                .at(d.at());
        putUuid(replaced.orderId(), d.orderId());
        putTerms(replaced.terms(), d.terms());
        replaced.clientOrderId(d.terms().clientOrderId());
        return replaced.limit();
    }

    private int encode(MutableDirectBuffer to, int at, OrderRested d) {
        rested.wrapAndApplyHeader(to, at, header).limitPrice(d.limitPrice()).at(d.at());
        putUuid(rested.orderId(), d.orderId());
        putUuid(rested.traderId(), d.traderId());
        return rested.limit();
    }

    private int encode(MutableDirectBuffer to, int at, HaltChanged d) {
        halted.wrapAndApplyHeader(to, at, header).halted(wire(d.halted())).at(d.at());
        putUuid(halted.traderId(), d.traderId());
        return halted.limit();
    }
}
