package org.fogg.exchange.web;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import org.fogg.exchange.journal.JournalUnavailableException;
import org.fogg.exchange.market.Market;
import org.fogg.exchange.market.StockView;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What is listed at what price, and setting a price by hand. */
@RestController
@RequestMapping("/exchanges/{code}/stocks")
final class StockController {

    private final Hosts hosts;
    private final PriceListener listener;

    StockController(Hosts hosts, PriceListener listener) {
        this.hosts = hosts;
        this.listener = listener;
    }

    record Stock(
            String symbol,
            @JsonProperty("stock_id") int stockId,
            String name,
            String price,
            long sequence,
            @JsonProperty("volatility") int volatility,
            @JsonProperty("price_increment") String priceIncrement) {

        static Stock of(StockView view) {
            return new Stock(
                    view.listing().symbol(),
                    view.id(),
                    view.listing().name(),
                    Prices.format(view.price()),
                    view.sequence(),
                    view.listing().volatility(),
                    Prices.format(view.listing().increment()));
        }
    }

    record NewPrice(@Nullable String price) {}

    @GetMapping
    List<Stock> stocks(@PathVariable String code) {
        return hosts.market(code).stocks().stream().map(Stock::of).toList();
    }

    @PutMapping("/{symbol}/price")
    Stock setPrice(
            @PathVariable String code, @PathVariable String symbol, @RequestBody NewPrice body)
            throws JournalUnavailableException {
        Market market = hosts.market(code);
        List<StockView> stocks = market.stocks();
        for (int i = 0; i < stocks.size(); i++) {
            if (stocks.get(i).listing().symbol().equals(symbol)) {
                long price = Prices.parse(body.price(), stocks.get(i).listing().increment());
                StockView changed = market.setPrice(i, price);
                listener.priceSet(market, i, price);
                return Stock.of(changed);
            }
        }
        throw new RequestException(
                HttpStatus.NOT_FOUND, "symbol", "symbol must be one that " + code + " lists");
    }
}
