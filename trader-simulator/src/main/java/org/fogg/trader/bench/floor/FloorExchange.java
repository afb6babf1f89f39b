package org.fogg.trader.bench.floor;

import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.agrona.ExpandableArrayBuffer;
import org.agrona.concurrent.UnsafeBuffer;
import org.fogg.contracts.sbe.ExecuteEncoder;
import org.fogg.contracts.sbe.ExecutionOutcome;
import org.fogg.contracts.sbe.ExecutionReportDecoder;
import org.fogg.contracts.sbe.Flag;
import org.fogg.contracts.sbe.MessageHeaderDecoder;
import org.fogg.contracts.sbe.MessageHeaderEncoder;
import org.fogg.contracts.sbe.OrderTermsEncoder;
import org.fogg.contracts.sbe.OrderType;
import org.fogg.contracts.sbe.Side;
import org.fogg.contracts.sbe.TimeInForce;
import org.fogg.trader.bench.client.HttpCall;
import org.fogg.trader.bench.client.HttpReply;
import org.fogg.trader.bench.load.Generator;
import org.jspecify.annotations.Nullable;

/**
 * Executes orders of nobody at the real exchanges, as a broker group of its own, so that no account
 * of Fogg is touched. Thread-safe.
 */
final class FloorExchange implements Hop {

    private static final int SHARDS = 4;
    private static final long BOUND_FACTOR = 1_000;

    private final String group;
    private final List<FloorListing> stocks;
    private final Generator.Caller caller;
    private final UUID trader;
    private final AtomicLong next = new AtomicLong();

    /**
     * The exchanges.
     *
     * @param group begins with {@code floor.}
     * @param stocks traded in turn, not empty
     * @param trader nobody's id, unique to the run
     */
    FloorExchange(String group, List<FloorListing> stocks, UUID trader, Generator.Caller caller) {
        this.group = group;
        this.stocks = List.copyOf(stocks);
        this.trader = trader;
        this.caller = caller;
    }

    /** Buys one share of some stock. */
    @Override
    public void go(Consumer<@Nullable Throwable> done) {
        long number = next.getAndIncrement();
        FloorListing stock = stocks.get((int) (number % stocks.size()));
        caller.call(
                HttpCall.binary(stock.exchange(), "/execute", message(number, stock)),
                reply -> done.accept(problem(reply)));
    }

    private byte[] message(long number, FloorListing stock) {
        ExpandableArrayBuffer buffer = new ExpandableArrayBuffer(256);
        ExecuteEncoder execute =
                new ExecuteEncoder().wrapAndApplyHeader(buffer, 0, new MessageHeaderEncoder());
        execute.shard((int) (number % SHARDS));
        execute.attempt().epoch(1).number(1);
        OrderTermsEncoder terms = execute.terms();
        terms.orderId().high(trader.getMostSignificantBits()).low(number + 1);
        terms.traderId()
                .high(trader.getMostSignificantBits())
                .low(trader.getLeastSignificantBits());
        terms.stockId(stock.stockId())
                .side(Side.BUY)
                .type(OrderType.MARKET)
                .timeInForce(TimeInForce.DAY)
                .quantity(1)
                .limitPrice(0)
                .stopPrice(0)
                .expiresAt(0);
        execute.quantity(1)
                .boundPrice(Math.multiplyExact(stock.price(), BOUND_FACTOR))
                .allOrNone(Flag.NO)
                .brokerGroup(group)
                .clientOrderId(group + '-' + number);
        byte[] message = new byte[execute.limit()];
        buffer.getBytes(0, message);
        return message;
    }

    private static @Nullable Throwable problem(HttpReply reply) {
        if (!reply.isOk()) {
            return new IllegalStateException(
                    "the exchange answered " + reply.status() + ' ' + reply.failure());
        }
        UnsafeBuffer buffer = new UnsafeBuffer(reply.body());
        MessageHeaderDecoder header = new MessageHeaderDecoder().wrap(buffer, 0);
        if (header.templateId() != ExecutionReportDecoder.TEMPLATE_ID) {
            return new IllegalStateException("the exchange's answer is no execution report");
        }
        ExecutionOutcome outcome =
                new ExecutionReportDecoder().wrapAndApplyHeader(buffer, 0, header).outcome();
        return outcome == ExecutionOutcome.FILLED
                ? null
                : new IllegalStateException("the exchange said " + outcome);
    }
}
