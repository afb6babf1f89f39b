package org.fogg.exchange.ledger;

import org.fogg.contracts.sbe.Side;
import org.fogg.exchange.message.ExecuteRequest;
import org.fogg.exchange.message.OrderTerms;
import org.jspecify.annotations.Nullable;

/** What a request must look like, and what price is within its bound. */
final class Rules {

    private Rules() {}

    /** The rule that the request's content breaks; null when it breaks none. */
    static @Nullable String broken(
            ExecuteRequest request, Quote quote, GroupBook.@Nullable Fills fills) {
        OrderTerms terms = request.attempt().terms();
        if (!quote.listed()) {
            return "terms.stockId " + terms.stockId() + " is not listed on this exchange";
        }
        if (terms.quantity() < 1) {
            return "terms.quantity must be at least 1";
        }
        if (request.quantity() < 1 || request.quantity() > terms.quantity()) {
            return "quantity must be from 1 to terms.quantity";
        }
        if (fills != null && fills.ordered() != terms.quantity()) {
            return "terms.quantity must be the same in every attempt of an order";
        }
        if (request.boundPrice() < 0 || (request.boundPrice() == 0 && terms.side() == Side.BUY)) {
            return "boundPrice must be above 0; for a sell it may be 0";
        }
        if (Math.multiplyHigh(request.quantity(), quote.price()) != 0
                || request.quantity() * quote.price() < 0) {
            return "quantity times price is too large";
        }
        return null;
    }

    /** Why it cannot trade now; null when it can. */
    static @Nullable String refusal(ExecuteRequest request, Quote quote, long fillable) {
        if (quote.price() == 0) {
            return "the stock has no price yet";
        }
        boolean within =
                request.attempt().terms().side() == Side.BUY
                        ? quote.price() <= request.boundPrice()
                        : quote.price() >= request.boundPrice();
        if (!within) {
            return "the price is beyond boundPrice";
        }
        if (fillable == 0) {
            return "nothing is left to trade";
        }
        if (request.allOrNone() && fillable < request.quantity()) {
            return "not all of it can trade";
        }
        return null;
    }
}
