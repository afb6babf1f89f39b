package org.fogg.broker.orders;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.fogg.broker.assets.Assets;
import org.fogg.broker.command.CommandAnswer;
import org.fogg.broker.command.CommandGateway;
import org.fogg.broker.command.UnavailableException;
import org.fogg.broker.market.Stock;
import org.fogg.broker.web.Answers;
import org.fogg.broker.web.ApiException;
import org.fogg.broker.web.ErrorCode;
import org.fogg.broker.web.Refusals;
import org.fogg.broker.web.Stages;
import org.fogg.broker.web.Unavailable;
import org.fogg.core.order.OrderSnapshot;
import org.fogg.core.order.OrderTerms;
import org.fogg.core.order.Reason;

/** What can be done with a trader's orders. Waits for the shard's answer. Thread-safe. */
public final class Orders {

    /** Cancels of one request under way at once: a few, so that other requests get through. */
    private static final int CANCELS_AT_ONCE = 64;

    private static final int MOST_OPEN = 1_000_000;

    private final CommandGateway gateway;
    private final OrderReads reads;
    private final OrderForm form;
    private final Assets assets;
    private final Stages stages;

    Orders(CommandGateway gateway, OrderReads reads, OrderForm form, Assets assets, Stages stages) {
        this.gateway = gateway;
        this.reads = reads;
        this.form = form;
        this.assets = assets;
        this.stages = stages;
    }

    /**
     * Sells shares of a position at the market.
     *
     * @param quantity above 0
     * @throws ApiException when it was refused
     */
    public OrderView sell(UUID traderId, Stock stock, long quantity) {
        return place(form.marketSell(traderId, stock, quantity));
    }

    /** Cancels every open order of a trader; says of each what became of it. */
    public List<Canceled> cancelAll(UUID traderId) {
        List<OrderSnapshot> open = reads.list(OrderQuery.open(traderId, MOST_OPEN));
        List<Canceled> results = new ArrayList<>(open.size());
        for (int from = 0; from < open.size(); from += CANCELS_AT_ONCE) {
            List<OrderSnapshot> some =
                    open.subList(from, Math.min(open.size(), from + CANCELS_AT_ONCE));
            List<CompletableFuture<CommandAnswer>> answers =
                    some.stream()
                            .map(order -> gateway.cancelOrder(traderId, order.terms().orderId()))
                            .toList();
            for (int i = 0; i < some.size(); i++) {
                UUID id = some.get(i).terms().orderId();
                results.add(new Canceled(id, status(answers.get(i), id)));
            }
        }
        return results;
    }

    OrderView place(UUID traderId, OrderRequest request) {
        long start = System.nanoTime();
        OrderTerms terms = form.terms(traderId, request);
        stages.validated(System.nanoTime() - start);
        return place(terms);
    }

    void cancel(UUID traderId, UUID orderId) {
        CommandAnswer answer = Answers.await(gateway.cancelOrder(traderId, orderId));
        if (answer.reason() == Reason.UNKNOWN_ORDER) {
            // The shard remembers closed orders for a while only; the table for longer.
            throw new ApiException(Refusals.closed(get(traderId, orderId)));
        }
        if (answer.reason() != Reason.NONE) {
            throw new ApiException(Refusals.of(answer, orderId.toString()));
        }
    }

    OrderView replace(UUID traderId, UUID orderId, ReplaceRequest request) {
        OrderSnapshot order = get(traderId, orderId);
        Stock stock = assets.get(assets.symbol(order.terms().stockId()));
        var terms = form.replacement(order, stock, request);
        try {
            CommandAnswer answer =
                    Answers.awaitDone(gateway.replaceOrder(terms), orderId.toString());
            return view(Answers.order(answer));
        } catch (UnavailableException e) {
            throw withClientOrderId(e, terms.newClientOrderId());
        }
    }

    /** The order, when it is the trader's. */
    OrderSnapshot get(UUID traderId, UUID orderId) {
        OrderSnapshot order = reads.find(orderId);
        if (order == null || !order.terms().traderId().equals(traderId)) {
            throw ApiException.notFound("order not found: " + orderId);
        }
        return order;
    }

    List<OrderView> list(OrderQuery query) {
        List<OrderView> views = new ArrayList<>();
        for (OrderSnapshot order : reads.list(query)) {
            views.add(view(order));
        }
        return views;
    }

    OrderView view(OrderSnapshot order) {
        return OrderView.of(order, assets.symbol(order.terms().stockId()));
    }

    private OrderView place(OrderTerms terms) {
        long start = System.nanoTime();
        try {
            CommandAnswer answer =
                    Answers.awaitDone(gateway.placeOrder(terms), assets.symbol(terms.stockId()));
            return view(Answers.order(answer));
        } catch (UnavailableException e) {
            throw withClientOrderId(e, terms.clientOrderId());
        } finally {
            stages.answered(System.nanoTime() - start);
        }
    }

    private static int status(CompletableFuture<CommandAnswer> answer, UUID orderId) {
        try {
            Answers.awaitDone(answer, orderId.toString());
            return 200;
        } catch (ApiException e) {
            return e.error().code().status();
        } catch (UnavailableException e) {
            return ErrorCode.UNAVAILABLE.status();
        }
    }

    /** With the id, the client can repeat the request whatever became of it. */
    private static ApiException withClientOrderId(UnavailableException failure, String id) {
        return new ApiException(Unavailable.error(failure).with("client_order_id", id));
    }

    /**
     * What became of one cancel among many.
     *
     * @param id the order
     * @param status as the HTTP status of a single cancel would be
     */
    public record Canceled(UUID id, int status) {}
}
