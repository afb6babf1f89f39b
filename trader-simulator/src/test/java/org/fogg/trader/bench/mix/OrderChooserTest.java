package org.fogg.trader.bench.mix;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class OrderChooserTest {

    private static final Map<Operation, Integer> THIRDS =
            Map.of(Operation.MARKET, 1, Operation.LIMIT, 1, Operation.STOP, 1);

    private final Stock stock = MixFixture.stock("A");
    private final Trader trader = MixFixture.trader(1, stock);

    private OrderChooser chooser(Map<Operation, Integer> weights) {
        return new OrderChooser(weights, new SplittableRandom(5));
    }

    private List<OrderForm> choose(OrderChooser chooser, int count) {
        List<OrderForm> forms = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            OrderForm form = chooser.choose(trader, stock);
            assertThat(form).isNotNull();
            forms.add(form);
        }
        return forms;
    }

    private static Map<Operation, Integer> count(List<OrderForm> forms) {
        Map<Operation, Integer> counts = new EnumMap<>(Operation.class);
        forms.forEach(form -> counts.merge(form.type(), 1, Integer::sum));
        return counts;
    }

    @Test
    void shouldChooseTypesInEqualPartsWhenAllSuit() {
        MixFixture.gives(trader, stock, 1_00);

        assertThat(count(choose(chooser(THIRDS), 300)))
                .isEqualTo(
                        Map.of(Operation.MARKET, 100, Operation.LIMIT, 100, Operation.STOP, 100));
    }

    @Test
    void shouldChooseTypesByWeight() {
        MixFixture.gives(trader, stock, 100);

        assertThat(count(choose(chooser(Map.of(Operation.MARKET, 3, Operation.LIMIT, 1)), 400)))
                .isEqualTo(Map.of(Operation.MARKET, 300, Operation.LIMIT, 100));
    }

    @Test
    void shouldBuyBelowAndLimitLossesWhenTheStockFalls() {
        MixFixture.gives(trader, stock, 100);
        MixFixture.goes(stock, -3);

        for (OrderForm form : choose(chooser(THIRDS), 90)) {
            if (form.type() == Operation.LIMIT) {
                assertThat(form.isBuy()).isTrue();
                assertThat(form.limit()).isLessThan(stock.price());
            } else if (form.type() == Operation.STOP) {
                assertThat(form.isBuy()).isFalse();
                assertThat(form.stop()).isLessThan(stock.price());
            }
        }
    }

    @Test
    void shouldSellAboveAndJoinTheRiseWhenTheStockRises() {
        MixFixture.gives(trader, stock, 100);
        MixFixture.goes(stock, 2);

        for (OrderForm form : choose(chooser(THIRDS), 90)) {
            if (form.type() == Operation.LIMIT) {
                assertThat(form.isBuy()).isFalse();
                assertThat(form.limit()).isGreaterThan(stock.price());
            } else if (form.type() == Operation.STOP) {
                assertThat(form.isBuy()).isTrue();
                assertThat(form.stop()).isGreaterThan(stock.price());
            }
        }
    }

    @Test
    void shouldKeepPricesOnTheIncrementAndWithinReach() {
        MixFixture.gives(trader, stock, 100);

        for (OrderForm form : choose(chooser(THIRDS), 300)) {
            long price = Math.max(form.limit(), form.stop());
            if (form.type() != Operation.MARKET) {
                assertThat(price % stock.increment()).isZero();
                double moves = Math.abs(price - stock.price()) / stock.typicalMove(1);
                assertThat(moves).isBetween(0.69, 2.85);
            }
        }
    }

    @Test
    void shouldNotSellWhatIsNotHeld() {
        for (OrderForm form : choose(chooser(THIRDS), 300)) {
            assertThat(form.isBuy()).isTrue();
        }
    }

    @Test
    void shouldNotOfferTheSameSharesTwice() {
        MixFixture.gives(trader, stock, 10);
        MixFixture.goes(stock, 1);
        OrderChooser limits = chooser(Map.of(Operation.LIMIT, 1));
        long offered = 0;
        OrderForm form;
        int number = 0;
        while ((form = limits.choose(trader, stock)) != null) {
            trader.send("o" + number++, form, 0);
            offered += form.quantity();
        }

        assertThat(offered).isEqualTo(10);
    }

    @Test
    void shouldNotBuyMoreThanCashAllows() {
        MixFixture.goes(stock, 1);
        long spent = 0;
        OrderForm form;
        OrderChooser markets = chooser(Map.of(Operation.MARKET, 1));
        int number = 0;
        while ((form = markets.choose(trader, stock)) != null && form.isBuy()) {
            OwnOrder order = trader.send("o" + number++, form, number);
            trader.learn(order.id(), form.quantity(), stock.price(), true, number);
            spent += form.quantity() * stock.price();
        }

        assertThat(spent).isBetween(MixFixture.CASH * 65 / 100, MixFixture.CASH * 72 / 100);
    }

    @Test
    void shouldTakeAnotherWatchedStockWhenTheFirstDoesNotSuit() {
        Stock other = MixFixture.stock("B");
        Trader holder = MixFixture.trader(2, stock, other);
        MixFixture.gives(holder, other, 5);
        MixFixture.goes(stock, 1);
        MixFixture.goes(other, 1);

        OrderForm form = chooser(Map.of(Operation.LIMIT, 1)).choose(holder, stock);

        assertThat(form).isNotNull();
        assertThat(form.stock()).isSameAs(other);
        assertThat(form.isBuy()).isFalse();
    }
}
