package org.fogg.broker.orders;

import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.fogg.broker.command.Command;
import org.fogg.broker.command.CommandAnswer;
import org.fogg.broker.command.CommandGateway;
import org.fogg.broker.command.CommandGateway.Sending;
import org.fogg.broker.command.UnavailableException;
import org.fogg.broker.foreign.ForeignBrokers;
import org.fogg.broker.foreign.Unreachable;
import org.fogg.broker.market.Stock;
import org.fogg.broker.portfolio.PortfolioStore;
import org.fogg.broker.web.Amounts;
import org.fogg.broker.web.Answers;
import org.fogg.broker.web.ApiError;
import org.fogg.broker.web.ApiException;
import org.fogg.broker.web.Refusals;
import org.fogg.contracts.Ids;
import org.fogg.core.engine.ReplaceTerms;
import org.fogg.core.funding.Transfer;
import org.fogg.core.funding.TransferOutcome;
import org.fogg.core.funding.TransferTerms;
import org.fogg.core.order.OrderSnapshot;
import org.fogg.core.order.OrderStatus;
import org.fogg.core.order.OrderTerms;
import org.fogg.core.order.Reason;
import org.jspecify.annotations.Nullable;

/**
 * What can be done with orders on stocks of other georegions: placed through the home shard, which
 * sends the money along; canceled and replaced by asking the georegion that has them. Waits for the
 * answers. Thread-safe.
 */
final class ForeignOrders {

    private static final Command.Origin HERE = new Command.Origin(Ids.NONE, 0, 0);
    private static final Duration SOON = Duration.ofSeconds(1);

    private final CommandGateway gateway;
    private final ForeignBrokers brokers;
    private final OrderReads reads;
    private final PortfolioStore portfolio;
    private final ForeignFunds funds;

    ForeignOrders(
            CommandGateway gateway,
            ForeignBrokers brokers,
            OrderReads reads,
            PortfolioStore portfolio,
            ForeignFunds funds) {
        this.gateway = gateway;
        this.brokers = brokers;
        this.reads = reads;
        this.portfolio = portfolio;
        this.funds = funds;
    }

    /**
     * Places an order with the money that it may cost.
     *
     * @return the order as the other georegion decided; null while nothing is known but that it was
     *     sent
     * @throws ApiException when it was refused, here or there
     * @throws UnavailableException when nothing was sent, or that is not known
     */
    @Nullable OrderSnapshot place(OrderTerms terms, String georegion, Stock stock) {
        long amount = funds.amount(terms, stock);
        // One that is known here already may be on its way all the same.
        if (!brokers.isReachable(georegion) && reads.sent(terms.orderId()) == null) {
            throw Unreachable.of(georegion);
        }
        Sending sending =
                gateway.sendTransfer(
                        new TransferTerms(
                                terms.orderId(), terms.traderId(), georegion, amount, terms));
        Answers.awaitDone(sending.held(), stock.symbol());
        CommandAnswer ended;
        try {
            ended = Answers.await(sending.ended());
        } catch (UnavailableException e) {
            return known(terms.orderId(), e);
        }
        if (ended.transfer() == TransferOutcome.VOIDED) {
            throw refused(Reason.TRANSFER_VOIDED, stock);
        }
        if (ended.reason() != Reason.NONE) {
            throw new ApiException(abroad(Refusals.of(ended, stock.symbol()), georegion, amount));
        }
        return ended.order() != null ? ended.order() : placeAgain(terms, georegion, stock);
    }

    /** The money is there, so the order alone goes: it is the same, or is decided on again. */
    private @Nullable OrderSnapshot placeAgain(OrderTerms terms, String georegion, Stock stock) {
        try {
            CommandAnswer answer =
                    Answers.awaitDone(
                            brokers.ask(georegion, new Command.PlaceOrder(HERE, terms)),
                            stock.symbol());
            OrderSnapshot order = answer.order();
            return order == null ? reads.find(terms.orderId()) : kept(order);
        } catch (UnavailableException e) {
            return known(terms.orderId(), e);
        }
    }

    /**
     * What is known of an order whose answer is late; null when nothing is. It may say too little:
     * that it was refused before, but whether it is this time nobody knows, or that the exchange
     * was to be asked at once, but not what it answered.
     */
    private @Nullable OrderSnapshot known(UUID orderId, UnavailableException late) {
        OrderSnapshot known = reads.find(orderId);
        if (known != null && isUndecided(known)) {
            throw late;
        }
        return known;
    }

    private static boolean isUndecided(OrderSnapshot known) {
        return known.status() == OrderStatus.REJECTED
                || (known.terms().tradesOnArrival() && known.status().isOpen());
    }

    private static ApiException refused(Reason reason, Stock stock) {
        var answer = new CommandAnswer(Ids.NONE, reason, 0, 0, null, 0);
        return new ApiException(Refusals.of(answer, stock.symbol()));
    }

    /** Refused there, but the money has arrived: the client is told where it is. */
    private static ApiError abroad(ApiError error, String georegion, long amount) {
        return amount == 0
                ? error
                : error.with("georegion", georegion).with("transferred", Amounts.format(amount));
    }

    /**
     * Cancels an order in another georegion, or calls its money back while it is on its way.
     *
     * @param order as it is known here; null when only its transfer is
     * @param georegion where it is
     * @throws ApiException when it cannot be canceled any more
     */
    void cancel(UUID traderId, UUID orderId, @Nullable OrderSnapshot order, String georegion) {
        Transfer sent = order == null ? reads.sent(orderId) : null;
        if (sent != null && sent.state().isOpen() && isCalledBack(traderId, orderId, georegion)) {
            return;
        }
        CommandAnswer answer = Answers.await(cancelThere(traderId, orderId, georegion));
        if (answer.order() != null) {
            kept(answer.order());
        } else if (answer.reason() == Reason.UNKNOWN_ORDER && sent != null) {
            keepRefused(sent);
        }
        if (answer.reason() != Reason.NONE) {
            throw new ApiException(Refusals.of(answer, orderId.toString()));
        }
    }

    /** Asks for a cancellation without waiting for it. */
    CompletableFuture<CommandAnswer> cancelThere(UUID traderId, UUID orderId, String georegion) {
        return brokers.ask(georegion, new Command.CancelOrder(HERE, traderId, orderId));
    }

    /** The shard goes on asking for the money back when that takes longer than this waits. */
    private boolean isCalledBack(UUID traderId, UUID orderId, String georegion) {
        CommandAnswer answer;
        try {
            answer = Answers.await(gateway.cancelTransfer(traderId, orderId));
        } catch (UnavailableException e) {
            throw e.outcomeUnknown() ? Unreachable.unanswered(georegion) : e;
        }
        if (answer.reason() == Reason.TRANSFER_APPLIED) {
            return false;
        }
        if (answer.reason() != Reason.NONE) {
            throw new ApiException(Refusals.of(answer, orderId.toString()));
        }
        return true;
    }

    /** Puts another order in an open one's place; it is paid from the cash that is there. */
    CommandAnswer replace(ReplaceTerms terms, String georegion) {
        CommandAnswer answer =
                Answers.await(brokers.ask(georegion, new Command.ReplaceOrder(HERE, terms)));
        if (answer.reason() == Reason.NONE) {
            kept(Answers.order(answer));
        }
        return answer;
    }

    /** So that whoever has the answer finds it in every later read. */
    private OrderSnapshot kept(OrderSnapshot order) {
        await(portfolio.keep(order).toCompletableFuture());
        return order;
    }

    private void keepRefused(Transfer sent) {
        OrderTerms terms = sent.terms().order();
        if (terms != null) {
            await(
                    portfolio
                            .keepRefused(terms, Reason.UNKNOWN_ORDER, sent.updatedAt())
                            .toCompletableFuture());
        }
    }

    private static void await(CompletableFuture<Void> write) {
        try {
            write.join();
        } catch (CompletionException e) {
            throw new UnavailableException(
                    "the answer of another georegion cannot be kept here", SOON, true);
        }
    }
}
