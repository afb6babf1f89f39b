package org.fogg.core.routing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.UUID;
import org.fogg.core.order.OrderTerms;
import org.fogg.core.order.OrderType;
import org.fogg.core.order.Side;
import org.fogg.core.order.TimeInForce;
import org.junit.jupiter.api.Test;

class RouteTest {

    private static OrderTerms order(Side side) {
        return new OrderTerms(
                new UUID(1, 1),
                new UUID(2, 2),
                "c",
                1,
                side,
                OrderType.LIMIT,
                TimeInForce.GTC,
                7,
                100,
                0,
                0);
    }

    @Test
    void shouldStayAtHomeWhenTheStockIsListedThere() {
        assertThat(Route.of(order(Side.BUY), "europe", "europe", 100))
                .isEqualTo(new Route("europe", true, 0));
    }

    @Test
    void shouldTakeTheWorstPriceAlongWhenItBuysAbroad() {
        assertThat(Route.of(order(Side.BUY), "europe", "asia", 100))
                .isEqualTo(new Route("asia", false, 700));
        assertThat(Route.of(order(Side.SELL), "europe", "asia", 100))
                .isEqualTo(new Route("asia", false, 0));
    }

    @Test
    void shouldThrowWhenTheMoneyDoesNotFit() {
        OrderTerms order = order(Side.BUY);

        assertThatThrownBy(() -> Route.of(order, "europe", "asia", Long.MAX_VALUE / 6))
                .isInstanceOf(ArithmeticException.class);
    }
}
