package org.fogg.trader.bench.load;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.fogg.trader.bench.client.Bodies;
import org.fogg.trader.bench.client.HttpCall;
import org.fogg.trader.bench.client.Money;
import org.fogg.trader.bench.mix.Operation;
import org.fogg.trader.bench.mix.OrderForm;
import org.fogg.trader.bench.mix.OwnOrder;
import org.fogg.trader.bench.mix.Stock;
import org.fogg.trader.bench.mix.Trader;
import org.jspecify.annotations.Nullable;

/** The broker's requests. */
final class Requests {

    private static final String ORDERS = "/v2/orders";

    private Requests() {}

    static HttpCall look(Operation operation, Trader trader, @Nullable Stock stock) {
        String path =
                switch (operation) {
                    case POSITIONS -> "/v2/positions";
                    case ACCOUNT -> "/v2/account";
                    case ORDERS -> ORDERS + "?status=open&limit=50";
                    case ACTIVITIES -> "/v2/account/activities?page_size=20";
                    case CLOCK -> "/v2/clock";
                    case STATISTICS -> ofStock(stock, "statistics");
                    case QUOTE -> ofStock(stock, "price");
                    case BARS -> ofStock(stock, "bars?timeframe=1Sec&limit=20");
                    default -> throw new IllegalArgumentException(operation + " does not look");
                };
        return HttpCall.plain("GET", trader.broker(0), path, trader.key());
    }

    private static String ofStock(@Nullable Stock stock, String what) {
        if (stock == null) {
            throw new IllegalArgumentException(what + " needs a stock");
        }
        String symbol = URLEncoder.encode(stock.symbol(), StandardCharsets.UTF_8);
        return "/v2/stocks/" + symbol + '/' + what;
    }

    static HttpCall place(Trader trader, String clientOrderId, OrderForm form) {
        Bodies.Order body =
                new Bodies.Order(
                        form.stock().symbol(),
                        Long.toString(form.quantity()),
                        form.side(),
                        form.type().key(),
                        form.timeInForce(),
                        price(form.limit()),
                        price(form.stop()),
                        clientOrderId);
        return HttpCall.json("POST", trader.broker(0), ORDERS, trader.key(), Bodies.bytes(body));
    }

    static HttpCall cancel(Trader trader, UUID orderId) {
        return HttpCall.plain("DELETE", trader.broker(0), ORDERS + '/' + orderId, trader.key());
    }

    static HttpCall replace(
            Trader trader, OwnOrder order, String clientOrderId, OrderForm changed) {
        Bodies.Replace body =
                new Bodies.Replace(price(changed.limit()), price(changed.stop()), clientOrderId);
        return HttpCall.json(
                "PATCH",
                trader.broker(0),
                ORDERS + '/' + order.id(),
                trader.key(),
                Bodies.bytes(body));
    }

    static HttpCall sweep(Trader trader, String georegion, String key) {
        return HttpCall.json(
                "POST",
                trader.broker(0),
                "/v2/account/sweeps",
                trader.key(),
                Bodies.bytes(new Bodies.Sweep(georegion, key)));
    }

    static HttpCall open(Accounts accounts, Accounts.Opening opening) {
        Bodies.Open body = new Bodies.Open(Money.text(accounts.cash()), opening.traderId());
        return HttpCall.json(
                "POST",
                opening.home().brokers().get(0),
                "/v2/admin/traders",
                accounts.administrator(),
                Bodies.bytes(body));
    }

    static HttpCall deposit(Accounts accounts, Trader trader, String amount, String key) {
        return HttpCall.json(
                "POST",
                trader.broker(0),
                "/v2/admin/traders/" + trader.id() + "/deposits",
                accounts.administrator(),
                Bodies.bytes(new Bodies.Deposit(amount, key)));
    }

    private static @Nullable String price(long price) {
        return price == 0 ? null : Money.text(price);
    }
}
