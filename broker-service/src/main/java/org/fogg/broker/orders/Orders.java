package org.fogg.broker.orders;

import java.time.Duration;
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
import org.fogg.core.engine.ReplaceTerms;
import org.fogg.core.funding.Transfer;
import org.fogg.core.funding.TransferState;
import org.fogg.core.order.OrderSnapshot;
import org.fogg.core.order.OrderStatus;
import org.fogg.core.order.OrderTerms;
import org.fogg.core.order.Reason;
import org.jspecify.annotations.Nullable;

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
    private final ForeignOrders foreign;

    Orders(
            CommandGateway gateway,
            OrderReads reads,
            OrderForm form,
            Assets assets,
            Stages stages,
            ForeignOrders foreign) {
        this.foreign = foreign;
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
                    some.stream().map(order -> beginCancel(traderId, order.terms())).toList();
            for (int i = 0; i < some.size(); i++) {
                UUID id = some.get(i).terms().orderId();
                results.add(new Canceled(id, status(answers.get(i), id)));
            }
        }
        return results;
    }

    private CompletableFuture<CommandAnswer> beginCancel(UUID traderId, OrderTerms terms) {
        String georegion = assets.georegion(terms.stockId());
        return georegion == null
                ? gateway.cancelOrder(traderId, terms.orderId())
                : foreign.cancelThere(traderId, terms.orderId(), georegion);
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
            // In another georegion, or closed: the table remembers closed orders for longer.
            Found found = found(traderId, orderId);
            if (found.georegion() == null || !found.order().status().isOpen()) {
                throw new ApiException(Refusals.closed(found.order()));
            }
            foreign.cancel(
                    traderId, orderId, found.pending() ? null : found.order(), found.georegion());
        } else if (answer.reason() != Reason.NONE) {
            throw new ApiException(Refusals.of(answer, orderId.toString()));
        }
    }

    OrderView replace(UUID traderId, UUID orderId, ReplaceRequest request) {
        Found found = found(traderId, orderId);
        OrderSnapshot order = found.order();
        Stock stock = assets.getAnywhere(assets.symbol(order.terms().stockId()));
        ReplaceTerms terms = form.replacement(order, stock, request);
        if (found.pending()) {
            throw ApiException.unprocessable(
                    "order_id",
                    "the order is on its way to " + found.georegion() + ", cancel it or wait");
        }
        try {
            CommandAnswer answer =
                    found.georegion() == null
                            ? Answers.await(gateway.replaceOrder(terms))
                            : foreign.replace(terms, found.georegion());
            if (answer.reason() == Reason.UNKNOWN_ORDER && !order.status().isOpen()) {
                throw new ApiException(Refusals.closed(order));
            } else if (answer.reason() != Reason.NONE) {
                throw new ApiException(Refusals.of(answer, orderId.toString()));
            }
            return view(Answers.order(answer));
        } catch (UnavailableException e) {
            throw withClientOrderId(e, terms.newClientOrderId());
        }
    }

    /** The order, when it is the trader's. */
    OrderSnapshot get(UUID traderId, UUID orderId) {
        return found(traderId, orderId).order();
    }

    /** One order as clients see it, when it is the trader's. */
    OrderView show(UUID traderId, UUID orderId) {
        return view(found(traderId, orderId));
    }

    private OrderView view(Found found) {
        String symbol = assets.symbol(found.order().terms().stockId());
        return found.pending()
                ? OrderView.pending(found.order(), symbol)
                : OrderView.of(found.order(), symbol);
    }

    /**
     * An order that was found.
     *
     * @param georegion where it is, when that is not here
     * @param pending whether only the transfer is known that carries it
     */
    private record Found(OrderSnapshot order, @Nullable String georegion, boolean pending) {}

    private Found found(UUID traderId, UUID orderId) {
        OrderSnapshot order = reads.find(orderId);
        if (order == null) {
            return sent(traderId, orderId);
        }
        if (!order.terms().traderId().equals(traderId)) {
            throw ApiException.notFound("order not found: " + orderId);
        }
        return new Found(order, assets.georegion(order.terms().stockId()), false);
    }

    private Found sent(UUID traderId, UUID orderId) {
        Transfer sent = reads.sent(orderId);
        OrderTerms sentOrder = sent == null ? null : sent.terms().order();
        if (sent == null || sentOrder == null || !sentOrder.traderId().equals(traderId)) {
            throw ApiException.notFound("order not found: " + orderId);
        }
        boolean voided = sent.state() == TransferState.VOIDED;
        return new Found(undecided(sentOrder, sent), sent.terms().destination(), !voided);
    }

    /** What is known of an order on which the other georegion has not been heard. */
    private static OrderSnapshot undecided(OrderTerms terms, Transfer sent) {
        boolean voided = sent.state() == TransferState.VOIDED;
        return new OrderSnapshot(
                terms,
                voided ? OrderStatus.CANCELED : OrderStatus.NEW,
                voided ? Reason.TRANSFER_VOIDED : Reason.NONE,
                0,
                0,
                0,
                0,
                0,
                0,
                sent.heldAt(),
                sent.updatedAt(),
                0,
                voided ? sent.updatedAt() : 0,
                null,
                null);
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
            String georegion = assets.georegion(terms.stockId());
            if (georegion != null) {
                return placeAbroad(terms, georegion);
            }
            CommandAnswer answer =
                    Answers.awaitDone(gateway.placeOrder(terms), assets.symbol(terms.stockId()));
            return view(placed(answer, terms.orderId()));
        } catch (UnavailableException e) {
            throw withClientOrderId(e, terms.clientOrderId());
        } finally {
            stages.answered(System.nanoTime() - start);
        }
    }

    /** The shard only knows that an order closed that did so long ago; the table has it. */
    private OrderSnapshot placed(CommandAnswer answer, UUID orderId) {
        OrderSnapshot order = answer.order();
        OrderSnapshot found = order == null ? reads.find(orderId) : order;
        if (found == null) {
            throw new UnavailableException(
                    "the order closed long ago and cannot be read", Duration.ofSeconds(1), true);
        }
        return found;
    }

    private OrderView placeAbroad(OrderTerms terms, String georegion) {
        Stock stock = assets.getAnywhere(assets.symbol(terms.stockId()));
        OrderSnapshot order = foreign.place(terms, georegion, stock);
        return order == null ? view(sent(terms.traderId(), terms.orderId())) : view(order);
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
