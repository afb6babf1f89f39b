package org.fogg.broker;

import java.net.URI;
import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import org.fogg.broker.market.Exchange;
import org.fogg.broker.market.ForeignDirectory;
import org.fogg.broker.market.Stock;

/** Another georegion with one stock. */
final class FakeForeign implements ForeignDirectory {

    static final String GEOREGION = "north-america";

    private static final Exchange NEW_YORK =
            new Exchange(
                    4,
                    "XNYS",
                    "New York",
                    "New York",
                    ZoneId.of("America/New_York"),
                    0,
                    0,
                    URI.create("http://127.0.0.1:1/exchanges/XNYS"));

    static final Stock KO = new Stock(40_001, "KO", "Coca-Cola", NEW_YORK, 100, 1_500);

    @Override
    public ForeignStock stock(String symbol) {
        return symbol.equals(KO.symbol()) ? new ForeignStock(GEOREGION, KO) : null;
    }

    @Override
    public ForeignStock stock(int stockId) {
        return stockId == KO.id() ? new ForeignStock(GEOREGION, KO) : null;
    }

    @Override
    public Collection<ForeignStock> stocks() {
        return List.of(new ForeignStock(GEOREGION, KO));
    }
}
