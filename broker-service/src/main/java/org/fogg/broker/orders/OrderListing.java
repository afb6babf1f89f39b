package org.fogg.broker.orders;

import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.fogg.broker.assets.Assets;
import org.fogg.broker.assets.Classes;
import org.fogg.broker.market.Stock;
import org.fogg.broker.web.ApiException;
import org.fogg.broker.web.Parameters;
import org.fogg.broker.web.Texts;
import org.fogg.core.order.OrderSnapshot;
import org.jspecify.annotations.Nullable;

/** Reads the parameters of a listing of orders. */
final class OrderListing {

    private static final Map<String, OrderQuery.Status> STATUSES =
            Map.of(
                    "open", OrderQuery.Status.OPEN,
                    "closed", OrderQuery.Status.CLOSED,
                    "all", OrderQuery.Status.ALL);

    private static final Map<String, Boolean> DIRECTIONS = Map.of("asc", true, "desc", false);
    private static final int DEFAULT_LIMIT = 50;
    private static final int MOST = 500;

    private final Orders orders;
    private final Assets assets;

    OrderListing(Orders orders, Assets assets) {
        this.orders = orders;
        this.assets = assets;
    }

    /** The query that a request's parameters mean. */
    OrderQuery query(UUID traderId, Given given) {
        Parameters.flag("nested", given.nested(), false);
        boolean wanted = Parameters.oneOf("asset_class", given.assetClass(), Classes.WANTED, true);
        Set<Integer> stockIds = stocks(given.symbols());
        return new OrderQuery(
                traderId,
                Parameters.oneOf("status", given.status(), STATUSES, OrderQuery.Status.OPEN),
                Parameters.number("limit", given.limit(), 1, MOST, DEFAULT_LIMIT),
                Parameters.time("after", given.after(), -1),
                Parameters.time("until", given.until(), Long.MAX_VALUE),
                Parameters.oneOf("direction", given.direction(), DIRECTIONS, false),
                wanted ? stockIds : Set.of(),
                given.side() == null || given.side().isEmpty() ? null : Words.side(given.side()),
                position(traderId, "after_order_id", given.afterOrderId()),
                position(traderId, "before_order_id", given.beforeOrderId()));
    }

    private @Nullable Set<Integer> stocks(@Nullable String symbols) {
        Set<Integer> ids = new HashSet<>();
        for (String symbol : Parameters.list(symbols)) {
            Stock stock = assets.findAnywhere(symbol);
            if (stock == null) {
                throw ApiException.invalid(
                        "symbols", "asset " + Texts.quoted(symbol) + " not found");
            }
            ids.add(stock.id());
        }
        return ids.isEmpty() ? null : ids;
    }

    private OrderQuery.@Nullable Position position(
            UUID traderId, String name, @Nullable String id) {
        if (id == null || id.isEmpty()) {
            return null;
        }
        UUID orderId = Parameters.uuid(name, id);
        OrderSnapshot order;
        try {
            order = orders.get(traderId, orderId);
        } catch (ApiException e) {
            throw ApiException.invalid(name, "must be one of your orders, was " + orderId);
        }
        return OrderQuery.Position.of(order);
    }

    /** The parameters as written. */
    record Given(
            @Nullable String status,
            @Nullable String limit,
            @Nullable String after,
            @Nullable String until,
            @Nullable String direction,
            @Nullable String nested,
            @Nullable String symbols,
            @Nullable String side,
            @Nullable String assetClass,
            @Nullable String beforeOrderId,
            @Nullable String afterOrderId) {}
}
