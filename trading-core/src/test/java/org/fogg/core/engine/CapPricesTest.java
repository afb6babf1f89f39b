package org.fogg.core.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.fogg.core.order.OrderTerms;
import org.fogg.core.order.OrderType;
import org.fogg.core.order.Side;
import org.fogg.core.order.TimeInForce;
import org.junit.jupiter.api.Test;

class CapPricesTest {

    private final CapPrices capPrices = new CapPrices(100);

    @Test
    void shouldRoundBuysUpAndSellsDownToTheIncrement() {
        assertThat(market(Side.BUY, 10_000, 100)).isEqualTo(10_100);
        assertThat(market(Side.BUY, 10_100, 100)).isEqualTo(10_300);
        assertThat(market(Side.BUY, 10_001, 1)).isEqualTo(10_102);
        assertThat(market(Side.SELL, 10_000, 100)).isEqualTo(9_900);
        assertThat(market(Side.SELL, 10_100, 100)).isEqualTo(9_900);
        assertThat(market(Side.SELL, 10_001, 1)).isEqualTo(9_900);
    }

    @Test
    void shouldNotFallBelowOneIncrement() {
        assertThat(market(Side.SELL, 100, 100)).isEqualTo(100);
        assertThat(market(Side.SELL, 50, 100)).isEqualTo(100);
        assertThat(market(Side.BUY, 50, 100)).isEqualTo(100);
    }

    @Test
    void shouldTakeTheLimitWhereThereIsOne() {
        Stock stock = stock(10_000, 100);

        assertThat(capPrices.of(terms(Side.BUY, OrderType.LIMIT, 9_000, 0), stock))
                .isEqualTo(9_000);
        assertThat(capPrices.of(terms(Side.SELL, OrderType.STOP_LIMIT, 9_000, 9_500), stock))
                .isEqualTo(9_000);
        assertThat(capPrices.of(terms(Side.BUY, OrderType.STOP, 0, 20_000), stock))
                .isEqualTo(20_200);
        assertThat(capPrices.of(terms(Side.SELL, OrderType.STOP, 0, 20_000), stock))
                .isEqualTo(19_800);
    }

    private long market(Side side, long lastPrice, long increment) {
        return capPrices.of(terms(side, OrderType.MARKET, 0, 0), stock(lastPrice, increment));
    }

    private static Stock stock(long lastPrice, long increment) {
        Stock stock = new Stock(1, 0);
        stock.lastPrice = lastPrice;
        stock.priceIncrement = increment;
        return stock;
    }

    private static OrderTerms terms(Side side, OrderType type, long limit, long stop) {
        return new OrderTerms(
                new UUID(1, 1),
                new UUID(1, 2),
                "c",
                1,
                side,
                type,
                TimeInForce.GTC,
                1,
                limit,
                stop,
                0);
    }
}
