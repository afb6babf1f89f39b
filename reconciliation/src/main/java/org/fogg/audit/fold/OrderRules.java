package org.fogg.audit.fold;

import java.util.UUID;
import org.fogg.audit.journal.Decision.OrderAccepted;
import org.fogg.audit.journal.Decision.OrderRested;
import org.fogg.audit.journal.Decision.OrderTraded;
import org.fogg.audit.journal.Place;
import org.fogg.audit.wire.Terms;
import org.fogg.contracts.Ids;
import org.fogg.contracts.sbe.OrderType;
import org.fogg.contracts.sbe.TimeInForce;

/** What an order may do: the promises about quantities, prices and triggers. */
final class OrderRules {

    private final Objections objections;

    OrderRules(Objections objections) {
        this.objections = objections;
    }

    void accepted(Place place, OrderAccepted decision) {
        Terms terms = decision.terms();
        UUID orderId = terms.orderId();
        UUID computed = Ids.orderId(terms.traderId(), decision.clientOrderId());
        if (!computed.equals(orderId)) {
            objections.order(
                    6,
                    "order-id-wrong",
                    place,
                    orderId,
                    "does not have the id of its client order id " + decision.clientOrderId(),
                    computed,
                    orderId);
        }
        if (terms.quantity() <= 0 || decision.capPrice() <= 0 || decision.acceptedTick() < 0) {
            objections.order(
                    4,
                    "order-terms-wrong",
                    place,
                    orderId,
                    "is accepted without a quantity, a worst price or a tick position",
                    "all above 0",
                    "quantity "
                            + terms.quantity()
                            + ", cap "
                            + decision.capPrice()
                            + ", tick "
                            + decision.acceptedTick());
        }
        boolean limited = hasLimit(terms);
        boolean stopped = terms.type() == OrderType.STOP || terms.type() == OrderType.STOP_LIMIT;
        if ((terms.limitPrice() > 0) != limited || (terms.stopPrice() > 0) != stopped) {
            objections.order(
                    4,
                    "order-terms-wrong",
                    place,
                    orderId,
                    "is a " + terms.type() + " with other prices than it needs",
                    "limit " + limited + ", stop " + stopped,
                    "limit " + terms.limitPrice() + ", stop " + terms.stopPrice());
        }
        if (limited && decision.capPrice() != terms.limitPrice()) {
            objections.order(
                    4,
                    "order-cap-wrong",
                    place,
                    orderId,
                    "may trade at another price than its limit",
                    terms.limitPrice(),
                    decision.capPrice());
        }
    }

    void replaced(Place place, Order order, Terms terms) {
        Terms old = order.terms();
        boolean same =
                old.stockId() == terms.stockId()
                        && old.side() == terms.side()
                        && old.type() == terms.type();
        if (!same) {
            objections.order(
                    2,
                    "order-replaced-wrongly",
                    place,
                    terms.orderId(),
                    "replaces an order of another stock, side or type",
                    old,
                    terms);
        }
    }

    void rested(Place place, Order order, OrderRested decision) {
        if (decision.limitPrice() != order.capPrice()) {
            objections.order(
                    4,
                    "order-cap-wrong",
                    place,
                    decision.orderId(),
                    "rests at another price than its cap",
                    order.capPrice(),
                    decision.limitPrice());
        }
    }

    void traded(Place place, long epoch, Order order, OrderTraded trade) {
        Terms terms = order.terms();
        UUID orderId = terms.orderId();
        if (trade.stockId() != terms.stockId() || trade.side() != terms.side()) {
            objections.order(
                    1,
                    "trade-of-another",
                    place,
                    orderId,
                    "trades another stock or side",
                    terms.side() + " of stock " + terms.stockId(),
                    trade.side() + " of stock " + trade.stockId());
        }
        if (trade.quantity() <= 0 || trade.price() <= 0) {
            objections.order(
                    1,
                    "trade-empty",
                    place,
                    orderId,
                    "trades nothing",
                    "quantity and price above 0",
                    trade.quantity() + " at " + trade.price());
        }
        if (trade.quantity() > order.leavesQuantity()) {
            objections.order(
                    1,
                    "trade-beyond-quantity",
                    place,
                    orderId,
                    "trades more than its quantity",
                    "at most " + order.leavesQuantity(),
                    trade.quantity());
        }
        if (terms.timeInForce() == TimeInForce.FOK && trade.quantity() < terms.quantity()) {
            objections.order(
                    4,
                    "trade-in-part",
                    place,
                    orderId,
                    "is to trade wholly or not at all but trades in part",
                    terms.quantity(),
                    trade.quantity());
        }
        price(place, order, trade);
        if (trade.triggerTick() > 0 && trade.triggerTick() <= order.acceptedTick()) {
            objections.order(
                    4,
                    "trade-before-acceptance",
                    place,
                    orderId,
                    "is triggered by a tick before its acceptance",
                    "a tick above " + order.acceptedTick(),
                    trade.triggerTick());
        }
        if (trade.epoch() > epoch || trade.epoch() <= 0 || trade.attempt() <= 0) {
            objections.order(
                    1,
                    "trade-attempt-wrong",
                    place,
                    orderId,
                    "trades by an attempt no owner so far can have made",
                    "an epoch up to " + epoch,
                    "epoch " + trade.epoch() + " attempt " + trade.attempt());
        }
    }

    /** The cap is the limit, where there is one; a triggered order rests at its cap. */
    private void price(Place place, Order order, OrderTraded trade) {
        boolean buy = order.terms().isBuy();
        long worst = order.capPrice();
        if (buy ? trade.price() > worst : trade.price() < worst) {
            objections.order(
                    4,
                    "trade-price-worse",
                    place,
                    order.terms().orderId(),
                    "trades at a worse price than its limit or cap",
                    (buy ? "at most " : "at least ") + worst,
                    trade.price());
        }
    }

    private static boolean hasLimit(Terms terms) {
        return terms.type() == OrderType.LIMIT || terms.type() == OrderType.STOP_LIMIT;
    }
}
