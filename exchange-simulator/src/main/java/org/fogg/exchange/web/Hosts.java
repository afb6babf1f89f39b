package org.fogg.exchange.web;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import org.fogg.exchange.market.Market;
import org.springframework.http.HttpStatus;

/** The exchanges of this process by code. */
public final class Hosts {

    private final Map<String, Market> markets = new LinkedHashMap<>();

    /** Keeps the order. */
    public Hosts(Collection<Market> markets) {
        markets.forEach(market -> this.markets.put(market.listing().code(), market));
    }

    Market market(String code) {
        Market market = markets.get(code);
        if (market == null) {
            throw new RequestException(
                    HttpStatus.NOT_FOUND,
                    "exchange",
                    "exchange must be one of " + String.join(", ", markets.keySet()));
        }
        return market;
    }
}
