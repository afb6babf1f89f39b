package org.fogg.exchange.market;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.fogg.exchange.ledger.Quote;
import org.fogg.exchange.message.StockState;
import org.fogg.world.ExchangeListing;

/** The stocks of an exchange, by place in the listing and by id. Guarded by the market's lock. */
final class StockBoard {

    private static final int IDS_PER_EXCHANGE = 10_000;

    private final int exchangeId;
    private final List<TradedStock> stocks;
    private final Map<Integer, TradedStock> byId = new HashMap<>();

    StockBoard(ExchangeListing listing) {
        this.exchangeId = listing.id();
        this.stocks = listing.stocks().stream().map(TradedStock::new).toList();
    }

    /** Ids, prices and sequences go on from the journal; new symbols get the next free ids. */
    void resume(JournalFold fold) {
        int nextId = Math.max(exchangeId * IDS_PER_EXCHANGE, fold.highestStockId()) + 1;
        byId.clear();
        for (TradedStock stock : stocks) {
            StockState journaled = fold.stock(stock.listing().symbol());
            stock.resume(journaled == null ? nextId++ : journaled.stockId(), journaled);
            byId.put(stock.id(), stock);
        }
    }

    TradedStock at(int index) {
        return stocks.get(index);
    }

    List<TradedStock> all() {
        return stocks;
    }

    List<StockView> views() {
        return stocks.stream().map(TradedStock::view).toList();
    }

    Quote quote(int stockId, long available) {
        TradedStock stock = byId.get(stockId);
        return stock == null
                ? Quote.UNLISTED
                : new Quote(true, stock.price(), stock.sequence(), available);
    }
}
