package org.fogg.benchmarks.book;

import exchange.core2.collections.objpool.ObjectsPool;
import exchange.core2.core.common.CoreSymbolSpecification;
import exchange.core2.core.common.MatcherEventType;
import exchange.core2.core.common.MatcherTradeEvent;
import exchange.core2.core.common.OrderAction;
import exchange.core2.core.common.OrderType;
import exchange.core2.core.common.SymbolType;
import exchange.core2.core.common.cmd.CommandResultCode;
import exchange.core2.core.common.cmd.OrderCommand;
import exchange.core2.core.common.cmd.OrderCommandType;
import exchange.core2.core.common.config.LoggingConfiguration;
import exchange.core2.core.orderbook.IOrderBook;
import exchange.core2.core.orderbook.OrderBookDirectImpl;
import exchange.core2.core.orderbook.OrderBookEventsHelper;
import java.util.Map;
import org.fogg.core.trigger.Direction;

/**
 * exchange-core's direct book, driven as its matching engine drives it: one command object that is
 * filled anew, pools of the sizes that it uses itself, ids in sequence, prices in increments. A buy
 * limit rests as a bid, a sell limit as an ask, and a tick is an immediate-or-cancel order of the
 * other side.
 */
final class ExchangeCoreBook implements Book {

    private static final long TRADER = 1;

    /** As large as in its MatchingEngineRouter; static, so that it counts as no book's memory. */
    private static final ObjectsPool POOL =
            new ObjectsPool(
                    Map.of(
                            ObjectsPool.DIRECT_ORDER, 1 << 20,
                            ObjectsPool.DIRECT_BUCKET, 1 << 16,
                            ObjectsPool.ART_NODE_4, 1 << 15,
                            ObjectsPool.ART_NODE_16, 1 << 14,
                            ObjectsPool.ART_NODE_48, 1 << 13,
                            ObjectsPool.ART_NODE_256, 1 << 12));

    private final OrderCommand command = new OrderCommand();
    private final IOrderBook book =
            new OrderBookDirectImpl(
                    CoreSymbolSpecification.builder()
                            .symbolId(1)
                            .type(SymbolType.CURRENCY_EXCHANGE_PAIR)
                            .baseScaleK(1)
                            .quoteScaleK(1)
                            .build(),
                    POOL,
                    OrderBookEventsHelper.NON_POOLED_EVENTS_HELPER,
                    LoggingConfiguration.DEFAULT);

    @Override
    public void place(int number, Direction direction, long price) {
        OrderAction action = direction == Direction.FALLING ? OrderAction.BID : OrderAction.ASK;
        order(OrderType.GTC, number, action, price, 1);
        if (command.matcherEvent != null) {
            throw new IllegalStateException("Order " + number + " was not placed");
        }
    }

    @Override
    public void cancel(int number) {
        command.command = OrderCommandType.CANCEL_ORDER;
        command.orderId = number;
        command.uid = TRADER;
        command.matcherEvent = null;
        if (IOrderBook.processCommand(book, command) != CommandResultCode.SUCCESS) {
            throw new IllegalStateException("Order " + number + " was not canceled");
        }
    }

    @Override
    public int tick(Direction direction, long price, int expected, Triggers triggers) {
        OrderAction action = direction == Direction.FALLING ? OrderAction.ASK : OrderAction.BID;
        order(OrderType.IOC, 0, action, price, Math.max(expected, 1));
        int count = 0;
        MatcherTradeEvent event = command.matcherEvent;
        if (event == null) {
            throw new IllegalStateException(
                    "An order of the other side was neither met nor refused");
        }
        for (; event != null; event = event.nextEvent) {
            if (event.eventType == MatcherEventType.TRADE) {
                triggers.triggered((int) event.matchedOrderId);
                count++;
            }
        }
        return count;
    }

    @Override
    public int size() {
        return book.getOrdersNum(OrderAction.BID) + book.getOrdersNum(OrderAction.ASK);
    }

    private void order(OrderType type, int number, OrderAction action, long price, int size) {
        long increments = price / Ladder.INCREMENT;
        command.command = OrderCommandType.PLACE_ORDER;
        command.orderType = type;
        command.orderId = number;
        command.uid = TRADER;
        command.action = action;
        command.price = increments;
        command.reserveBidPrice = increments;
        command.size = size;
        // Without this the book takes no order and does nothing.
        command.resultCode = CommandResultCode.VALID_FOR_MATCHING_ENGINE;
        command.matcherEvent = null;
        if (IOrderBook.processCommand(book, command) != CommandResultCode.SUCCESS) {
            throw new IllegalStateException("The book refused a command: " + command.resultCode);
        }
    }
}
