package org.fogg.broker.account;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.fogg.broker.assets.Assets;
import org.fogg.broker.command.UnavailableException;
import org.fogg.broker.market.LastPrices;
import org.fogg.broker.market.StatisticsView;
import org.fogg.broker.market.Stock;
import org.fogg.broker.orders.OrderView;
import org.fogg.broker.orders.Orders;
import org.fogg.broker.web.Amounts;
import org.fogg.broker.web.ApiError;
import org.fogg.broker.web.ApiException;
import org.fogg.broker.web.Unavailable;
import org.fogg.core.engine.HoldingSnapshot;
import org.jspecify.annotations.Nullable;

/** A trader's positions: shows and closes them. Thread-safe. */
final class Positions {

    private final AccountReads reads;
    private final Assets assets;
    private final LastPrices prices;
    private final StatisticsView statistics;
    private final Orders orders;

    Positions(
            AccountReads reads,
            Assets assets,
            LastPrices prices,
            StatisticsView statistics,
            Orders orders) {
        this.reads = reads;
        this.assets = assets;
        this.prices = prices;
        this.statistics = statistics;
        this.orders = orders;
    }

    List<PositionView> list(UUID traderId) {
        List<PositionView> views = new ArrayList<>();
        for (HoldingSnapshot holding : reads.holdings(traderId)) {
            views.add(view(holding, assets.listed(holding.stockId())));
        }
        return views;
    }

    PositionView get(UUID traderId, Stock stock) {
        return view(holding(traderId, stock), stock);
    }

    /** Sells shares of a position: some, a percentage, or all where both are null. */
    OrderView close(UUID traderId, Stock stock, @Nullable String qty, @Nullable String percentage) {
        if (qty != null && percentage != null) {
            throw ApiException.invalid("percentage", "must be absent where qty is given");
        }
        Long wanted = qty == null ? null : Amounts.quantity("qty", qty);
        BigDecimal share = percentage == null ? null : Amounts.percentage("percentage", percentage);
        HoldingSnapshot holding = holding(traderId, stock);
        long quantity = holding.quantity();
        if (wanted != null) {
            quantity = wanted;
        } else if (share != null) {
            quantity = part(holding.quantity(), share);
        }
        return orders.sell(traderId, stock, quantity);
    }

    /** Sells every position; says of each what became of it. */
    List<Closed> closeAll(UUID traderId, boolean cancelOrders) {
        if (cancelOrders) {
            orders.cancelAll(traderId);
        }
        List<Closed> results = new ArrayList<>();
        for (HoldingSnapshot holding : reads.holdings(traderId)) {
            results.add(close(traderId, holding));
        }
        return results;
    }

    private Closed close(UUID traderId, HoldingSnapshot holding) {
        String symbol = assets.symbol(holding.stockId());
        ApiError error;
        try {
            Stock stock = assets.getAnywhere(symbol);
            return new Closed(symbol, 200, orders.sell(traderId, stock, holding.quantity()));
        } catch (ApiException e) {
            error = e.error();
        } catch (UnavailableException e) {
            error = Unavailable.error(e);
        }
        return new Closed(symbol, error.code().status(), error.body());
    }

    private HoldingSnapshot holding(UUID traderId, Stock stock) {
        HoldingSnapshot holding = reads.holding(traderId, stock.id());
        if (holding == null) {
            throw ApiException.notFound("position does not exist for " + stock.symbol());
        }
        return holding;
    }

    private PositionView view(HoldingSnapshot holding, @Nullable Stock stock) {
        return PositionView.of(
                holding,
                assets.symbol(holding.stockId()),
                stock == null ? null : stock.exchange().code(),
                prices.price(holding.stockId()),
                statistics.figures(holding.stockId()));
    }

    private static long part(long quantity, BigDecimal percentage) {
        long part =
                BigDecimal.valueOf(quantity)
                        .multiply(percentage)
                        .movePointLeft(2)
                        .setScale(0, RoundingMode.DOWN)
                        .longValueExact();
        if (part == 0) {
            throw ApiException.unprocessable(
                    "percentage", "must be at least one whole share of the position's " + quantity);
        }
        return part;
    }

    /**
     * What became of one position among many.
     *
     * @param status as the HTTP status of a single request would be
     * @param body the order, or the error
     */
    record Closed(String symbol, int status, Object body) {}
}
