package org.fogg.audit.world;

import java.nio.ByteBuffer;
import java.util.UUID;
import org.agrona.ExpandableArrayBuffer;
import org.agrona.MutableDirectBuffer;
import org.fogg.audit.exchange.ExchangeRecord.LoggedOn;
import org.fogg.audit.exchange.ExchangeRecord.Report;
import org.fogg.audit.exchange.Listing;
import org.fogg.audit.journal.Decision;
import org.fogg.audit.journal.Entry;
import org.fogg.audit.wire.Terms;
import org.fogg.contracts.sbe.AccountOpenedEncoder;
import org.fogg.contracts.sbe.CashDepositedEncoder;
import org.fogg.contracts.sbe.CommandRefusedEncoder;
import org.fogg.contracts.sbe.EventKind;
import org.fogg.contracts.sbe.ExecutionReportEncoder;
import org.fogg.contracts.sbe.Flag;
import org.fogg.contracts.sbe.HaltChangedEncoder;
import org.fogg.contracts.sbe.JournalEntryEncoder;
import org.fogg.contracts.sbe.ListingEncoder;
import org.fogg.contracts.sbe.LoggedOnEncoder;
import org.fogg.contracts.sbe.MessageHeaderEncoder;
import org.fogg.contracts.sbe.OrderAcceptedEncoder;
import org.fogg.contracts.sbe.OrderClosedEncoder;
import org.fogg.contracts.sbe.OrderEventEncoder;
import org.fogg.contracts.sbe.OrderReplacedEncoder;
import org.fogg.contracts.sbe.OrderRestedEncoder;
import org.fogg.contracts.sbe.OrderStatus;
import org.fogg.contracts.sbe.OrderTermsEncoder;
import org.fogg.contracts.sbe.OrderTradedEncoder;
import org.fogg.contracts.sbe.StockStateEncoder;
import org.fogg.contracts.sbe.TransferAppliedEncoder;
import org.fogg.contracts.sbe.TransferBarredEncoder;
import org.fogg.contracts.sbe.TransferEndedEncoder;
import org.fogg.contracts.sbe.TransferHeldEncoder;
import org.fogg.contracts.sbe.TransferSentEncoder;
import org.fogg.contracts.sbe.UuidEncoder;

/** Writes the messages of the ledgers, as broker and exchange do. */
public final class Encoder {
    private final MutableDirectBuffer buffer = new ExpandableArrayBuffer();
    private final MessageHeaderEncoder header = new MessageHeaderEncoder();
    private final String georegion;
    private int position;

    /** For one georegion. */
    public Encoder(String georegion) {
        this.georegion = georegion;
    }

    /** A journal entry with its decisions. */
    public ByteBuffer entry(Entry entry) {
        JournalEntryEncoder wire = new JournalEntryEncoder();
        wire.wrapAndApplyHeader(buffer, 0, header)
                .term(entry.term())
                .shard(entry.shard())
                .sequence(entry.sequence())
                .kind(entry.kind())
                .at(entry.at())
                .epoch(entry.epoch())
                .commandOffset(entry.commandOffset())
                .decisionCount(entry.decisions().size());
        uuid(wire.incarnation(), entry.incarnation());
        var commands = wire.commandsAboveCount(entry.commandsAbove().size());
        entry.commandsAbove().forEach(offset -> commands.next().offset(offset));
        var ticks = wire.tickMarksCount(entry.tickMarks().size());
        entry.tickMarks().forEach((key, mark) -> ticks.next().partition(key).offset(mark));
        var marks = wire.exchangeMarksCount(entry.exchangeMarks().size());
        entry.exchangeMarks().forEach((key, mark) -> marks.next().exchangeId(key).report(mark));
        var reports = wire.reportsAboveCount(entry.reportsAbove().size());
        entry.reportsAbove()
                .forEach(
                        above ->
                                reports.next()
                                        .exchangeId(above.exchangeId())
                                        .report(above.number()));
        position = wire.limit();
        entry.decisions().forEach(this::decision);
        return ByteBuffer.wrap(bytes());
    }

    private void decision(Decision decision) {
        if (decision instanceof Decision.AccountOpened d) {
            var wire = new AccountOpenedEncoder().wrapAndApplyHeader(buffer, position, header);
            uuid(wire.commandId(), d.commandId());
            uuid(wire.traderId(), d.traderId());
            position = wire.cash(d.cash()).at(d.at()).limit();
        } else if (decision instanceof Decision.CashDeposited d) {
            var wire = new CashDepositedEncoder().wrapAndApplyHeader(buffer, position, header);
            uuid(wire.commandId(), d.commandId());
            uuid(wire.traderId(), d.traderId());
            position = wire.amount(d.amount()).at(d.at()).limit();
        } else if (decision instanceof Decision.OrderAccepted d) {
            var wire = new OrderAcceptedEncoder().wrapAndApplyHeader(buffer, position, header);
            terms(wire.terms(), d.terms());
            wire.capPrice(d.capPrice()).acceptedTick(d.acceptedTick()).lastPrice(d.lastPrice());
            position = wire.at(d.at()).clientOrderId(d.clientOrderId()).limit();
        } else if (decision instanceof Decision.CommandRefused d) {
            var wire = new CommandRefusedEncoder().wrapAndApplyHeader(buffer, position, header);
            uuid(wire.traderId(), d.traderId());
            uuid(wire.orderId(), d.orderId());
            position = wire.reason(d.reason()).at(d.at()).limit();
        } else if (decision instanceof Decision.OrderTraded d) {
            traded(d);
        } else if (decision instanceof Decision.OrderClosed d) {
            var wire = new OrderClosedEncoder().wrapAndApplyHeader(buffer, position, header);
            uuid(wire.orderId(), d.orderId());
            uuid(wire.traderId(), d.traderId());
            position = wire.status(d.status()).reason(d.reason()).at(d.at()).limit();
        } else if (decision instanceof Decision.OrderReplaced d) {
            var wire = new OrderReplacedEncoder().wrapAndApplyHeader(buffer, position, header);
            uuid(wire.orderId(), d.orderId());
            terms(wire.terms(), d.terms());
            wire.capPrice(d.capPrice()).acceptedTick(d.acceptedTick()).lastPrice(d.lastPrice());
            wire.keepsPriority(d.keepsPriority() ? Flag.YES : Flag.NO).at(d.at());
            position = wire.clientOrderId(d.clientOrderId()).limit();
        } else if (decision instanceof Decision.OrderRested d) {
            var wire = new OrderRestedEncoder().wrapAndApplyHeader(buffer, position, header);
            uuid(wire.orderId(), d.orderId());
            uuid(wire.traderId(), d.traderId());
            position = wire.limitPrice(d.limitPrice()).at(d.at()).limit();
        } else if (decision instanceof Decision.TransferHeld d) {
            var wire = new TransferHeldEncoder().wrapAndApplyHeader(buffer, position, header);
            uuid(wire.transferId(), d.transferId());
            uuid(wire.traderId(), d.traderId());
            wire.number(d.number()).amount(d.amount()).hasOrder(Flag.NO).at(d.at());
            position = wire.destination(d.destination()).clientOrderId("").limit();
        } else if (decision instanceof Decision.TransferSent d) {
            var wire = new TransferSentEncoder().wrapAndApplyHeader(buffer, position, header);
            uuid(wire.traderId(), d.traderId());
            position = wire.number(d.number()).at(d.at()).limit();
        } else if (decision instanceof Decision.TransferEnded d) {
            var wire = new TransferEndedEncoder().wrapAndApplyHeader(buffer, position, header);
            uuid(wire.transferId(), d.transferId());
            uuid(wire.traderId(), d.traderId());
            wire.number(d.number()).amount(d.amount()).outcome(d.outcome());
            position = wire.at(d.at()).limit();
        } else if (decision instanceof Decision.TransferApplied d) {
            var wire = new TransferAppliedEncoder().wrapAndApplyHeader(buffer, position, header);
            uuid(wire.transferId(), d.transferId());
            uuid(wire.traderId(), d.traderId());
            wire.senderShard(d.senderShard()).number(d.number()).lowestOpen(d.number());
            position = wire.amount(d.amount()).at(d.at()).sender(d.sender()).limit();
        } else if (decision instanceof Decision.TransferBarred d) {
            var wire = new TransferBarredEncoder().wrapAndApplyHeader(buffer, position, header);
            uuid(wire.traderId(), d.traderId());
            wire.senderShard(d.senderShard()).number(d.number()).lowestOpen(d.number());
            position = wire.at(d.at()).sender(d.sender()).limit();
        } else if (decision instanceof Decision.HaltChanged d) {
            var wire = new HaltChangedEncoder().wrapAndApplyHeader(buffer, position, header);
            uuid(wire.traderId(), d.traderId());
            position = wire.halted(d.halted() ? Flag.YES : Flag.NO).at(d.at()).limit();
        }
    }

    private void traded(Decision.OrderTraded d) {
        var wire = new OrderTradedEncoder().wrapAndApplyHeader(buffer, position, header);
        uuid(wire.orderId(), d.orderId());
        uuid(wire.traderId(), d.traderId());
        wire.stockId(d.stockId()).side(d.side()).exchangeId(d.exchangeId());
        wire.executionId(d.executionId()).quantity(d.quantity()).price(d.price());
        wire.attempt().epoch(d.epoch()).number(d.attempt());
        wire.tickSequence(d.tickSequence()).triggerTick(d.triggerTick());
        position = wire.triggeredAt(d.triggeredAt()).at(d.at()).limit();
    }

    /** An execution report. */
    public byte[] report(Report report, String clientOrderId) {
        var wire = new ExecutionReportEncoder().wrapAndApplyHeader(buffer, 0, header);
        wire.exchangeId(report.exchangeId()).shard(report.shard()).report(report.report());
        wire.attempt().epoch(report.epoch()).number(report.attempt());
        wire.outcome(report.outcome()).executionId(report.executionId());
        wire.quantity(report.quantity()).price(report.price());
        wire.tickSequence(report.tickSequence()).at(report.at()).boundPrice(report.boundPrice());
        terms(wire.terms(), report.terms());
        position = wire.brokerGroup(report.group()).clientOrderId(clientOrderId).limit();
        return bytes();
    }

    /** A log-on. */
    public byte[] loggedOn(LoggedOn loggedOn) {
        var wire = new LoggedOnEncoder().wrapAndApplyHeader(buffer, 0, header);
        wire.shard(loggedOn.shard()).epoch(loggedOn.epoch()).at(loggedOn.at());
        position = wire.brokerGroup(loggedOn.group()).limit();
        return bytes();
    }

    /** A stock's state. */
    public byte[] stockState(int stockId, String symbol) {
        var wire = new StockStateEncoder().wrapAndApplyHeader(buffer, 0, header);
        position = wire.stockId(stockId).price(1).sequenceLimit(1).at(1).symbol(symbol).limit();
        return bytes();
    }

    /** A listing. */
    public byte[] listing(Listing listing) {
        var wire = new ListingEncoder().wrapAndApplyHeader(buffer, 0, header);
        wire.stockId(listing.stockId()).exchangeId(listing.exchangeId()).priceIncrement(100);
        wire.volatility(1).latitude(1).longitude(1).symbol(listing.symbol()).name("A name");
        wire.exchangeCode(listing.exchangeCode()).exchangeName("An exchange").city("A city");
        position = wire.timeZone("UTC").url("http://127.0.0.1").limit();
        return bytes();
    }

    /** An order event that tells of a fill. */
    public byte[] fillEvent(Terms terms, int shard, long sequence, long at, long executionId) {
        var wire = new OrderEventEncoder().wrapAndApplyHeader(buffer, 0, header);
        wire.kind(EventKind.FILL).shard(shard).sequence(sequence).at(at).durableAt(at + 1);
        terms(wire.order().terms(), terms);
        wire.order().status(OrderStatus.FILLED).version(2).filledQuantity(terms.quantity());
        wire.executionId(executionId).tradeQuantity(terms.quantity()).tradePrice(1);
        position = wire.symbol("S").clientOrderId("C").georegion(georegion).home(georegion).limit();
        return bytes();
    }

    private static void terms(OrderTermsEncoder wire, Terms terms) {
        uuid(wire.orderId(), terms.orderId());
        uuid(wire.traderId(), terms.traderId());
        wire.stockId(terms.stockId()).side(terms.side()).type(terms.type());
        wire.timeInForce(terms.timeInForce()).quantity(terms.quantity());
        wire.limitPrice(terms.limitPrice()).stopPrice(terms.stopPrice());
        wire.expiresAt(terms.expiresAt());
    }

    private static void uuid(UuidEncoder wire, UUID id) {
        wire.high(id.getMostSignificantBits()).low(id.getLeastSignificantBits());
    }

    private byte[] bytes() {
        byte[] all = new byte[position];
        buffer.getBytes(0, all);
        return all;
    }
}
