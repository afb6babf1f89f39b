package org.fogg.exchange;

import java.util.UUID;
import org.agrona.ExpandableArrayBuffer;
import org.agrona.concurrent.UnsafeBuffer;
import org.fogg.contracts.sbe.ExecuteEncoder;
import org.fogg.contracts.sbe.ExecutionReportDecoder;
import org.fogg.contracts.sbe.Flag;
import org.fogg.contracts.sbe.LogOnEncoder;
import org.fogg.contracts.sbe.MessageHeaderDecoder;
import org.fogg.contracts.sbe.MessageHeaderEncoder;
import org.fogg.contracts.sbe.OrderTermsEncoder;
import org.fogg.contracts.sbe.OrderType;
import org.fogg.contracts.sbe.ResolveEncoder;
import org.fogg.contracts.sbe.Side;
import org.fogg.contracts.sbe.TimeInForce;
import org.fogg.exchange.message.Attempt;
import org.fogg.exchange.message.ExecuteRequest;
import org.fogg.exchange.message.OrderTerms;

/** Attempts as brokers would make them, and their wire form by the generated codecs alone. */
public record Samples(
        String group,
        int shard,
        UUID orderId,
        long epoch,
        int number,
        int stockId,
        Side side,
        long ordered,
        long quantity,
        long bound,
        boolean allOrNone) {

    public static final int STOCK = 10_001;
    public static final UUID TRADER = new UUID(7, 8);

    /** A buy of 100 shares at up to $50. */
    public static Samples buy(long order) {
        return new Samples(
                "europe", 3, new UUID(1, order), 5, 1, STOCK, Side.BUY, 100, 100, 500_000, false);
    }

    public Samples attempt(int another) {
        return new Samples(
                group, shard, orderId, epoch, another, stockId, side, ordered, quantity, bound,
                allOrNone);
    }

    public Samples epoch(long another) {
        return new Samples(
                group, shard, orderId, another, number, stockId, side, ordered, quantity, bound,
                allOrNone);
    }

    public Samples of(String anotherGroup, int anotherShard) {
        return new Samples(
                anotherGroup,
                anotherShard,
                orderId,
                epoch,
                number,
                stockId,
                side,
                ordered,
                quantity,
                bound,
                allOrNone);
    }

    public Samples wanting(long newOrdered, long newQuantity, boolean newAllOrNone) {
        return new Samples(
                group,
                shard,
                orderId,
                epoch,
                number,
                stockId,
                side,
                newOrdered,
                newQuantity,
                bound,
                newAllOrNone);
    }

    public Samples at(Side newSide, long newBound) {
        return new Samples(
                group, shard, orderId, epoch, number, stockId, newSide, ordered, quantity, newBound,
                allOrNone);
    }

    public Samples stock(int another) {
        return new Samples(
                group, shard, orderId, epoch, number, another, side, ordered, quantity, bound,
                allOrNone);
    }

    public String clientOrderId() {
        return "client-" + orderId.getLeastSignificantBits();
    }

    public Attempt asAttempt() {
        OrderTerms terms =
                new OrderTerms(
                        orderId,
                        TRADER,
                        stockId,
                        side,
                        OrderType.LIMIT,
                        TimeInForce.GTC,
                        ordered,
                        bound,
                        0,
                        0);
        return new Attempt(group, shard, epoch, number, terms, clientOrderId());
    }

    public ExecuteRequest asRequest() {
        return new ExecuteRequest(asAttempt(), quantity, bound, allOrNone);
    }

    public byte[] executeBytes() {
        ExpandableArrayBuffer buffer = new ExpandableArrayBuffer();
        ExecuteEncoder message = new ExecuteEncoder();
        message.wrapAndApplyHeader(buffer, 0, new MessageHeaderEncoder()).shard(shard);
        message.attempt().epoch(epoch).number(number);
        write(message.terms());
        message.quantity(quantity)
                .boundPrice(bound)
                .allOrNone(allOrNone ? Flag.YES : Flag.NO)
                .brokerGroup(group)
                .clientOrderId(clientOrderId());
        return bytes(buffer, message.encodedLength());
    }

    public byte[] resolveBytes() {
        ExpandableArrayBuffer buffer = new ExpandableArrayBuffer();
        ResolveEncoder message = new ResolveEncoder();
        message.wrapAndApplyHeader(buffer, 0, new MessageHeaderEncoder()).shard(shard);
        message.attempt().epoch(epoch).number(number);
        write(message.terms());
        message.brokerGroup(group).clientOrderId(clientOrderId());
        return bytes(buffer, message.encodedLength());
    }

    public static byte[] logOnBytes(String group, int shard, long epoch, long fromReport) {
        ExpandableArrayBuffer buffer = new ExpandableArrayBuffer();
        LogOnEncoder message = new LogOnEncoder();
        message.wrapAndApplyHeader(buffer, 0, new MessageHeaderEncoder())
                .shard(shard)
                .epoch(epoch)
                .fromReport(fromReport)
                .brokerGroup(group);
        return bytes(buffer, message.encodedLength());
    }

    /** Reads a report by the generated codec alone. */
    public static ExecutionReportDecoder report(byte[] bytes) {
        ExecutionReportDecoder report = new ExecutionReportDecoder();
        report.wrapAndApplyHeader(new UnsafeBuffer(bytes), 0, new MessageHeaderDecoder());
        return report;
    }

    private void write(OrderTermsEncoder terms) {
        terms.orderId()
                .high(orderId.getMostSignificantBits())
                .low(orderId.getLeastSignificantBits());
        terms.traderId()
                .high(TRADER.getMostSignificantBits())
                .low(TRADER.getLeastSignificantBits());
        terms.stockId(stockId)
                .side(side)
                .type(OrderType.LIMIT)
                .timeInForce(TimeInForce.GTC)
                .quantity(ordered)
                .limitPrice(bound)
                .stopPrice(0)
                .expiresAt(0);
    }

    private static byte[] bytes(ExpandableArrayBuffer buffer, int encodedLength) {
        byte[] bytes = new byte[MessageHeaderEncoder.ENCODED_LENGTH + encodedLength];
        buffer.getBytes(0, bytes);
        return bytes;
    }
}
