package org.fogg.trader.bench.mix;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class TraderTest {

    private final Stock stock = MixFixture.stock("A");
    private final Trader trader = MixFixture.trader(1, stock);

    private OwnOrder send(String id, boolean buy, long quantity, long now) {
        return trader.send(
                id, new OrderForm(Operation.LIMIT, stock, buy, quantity, MixFixture.PRICE, 0), now);
    }

    @Test
    void shouldCountEachTradedShareOnceWhenAnswerAndEventBothTellOfIt() {
        OwnOrder order = send("o", true, 10, 0);

        trader.learn(order.id(), 4, MixFixture.PRICE, false, 1);
        trader.learn(order.id(), 4, MixFixture.PRICE, false, 2);
        trader.learn(order.id(), 10, MixFixture.PRICE, true, 3);

        assertThat(trader.available(stock)).isEqualTo(10);
        assertThat(trader.spendable()).isEqualTo(MixFixture.CASH - 10 * MixFixture.PRICE);
        assertThat(trader.openCount()).isZero();
    }

    @Test
    void shouldKeepCashForOpenPurchases() {
        send("o", true, 10, 0);

        assertThat(trader.spendable()).isEqualTo(MixFixture.CASH - 10 * MixFixture.PRICE);
    }

    @Test
    void shouldBelieveALookThatWasSentAfterTheLastChangeOnly() {
        OwnOrder order = send("o", true, 10, 0);
        trader.learn(order.id(), 10, MixFixture.PRICE, true, 100);

        trader.seeHoldings(Map.of("A", 3L), 50);
        assertThat(trader.available(stock)).isEqualTo(10);
        trader.seeHoldings(Map.of("A", 7L), 150);
        assertThat(trader.available(stock)).isEqualTo(7);
        trader.seeHoldings(Map.of(), 160);
        assertThat(trader.available(stock)).isZero();
    }

    @Test
    void shouldReckonCashAndSharesAbroadApartFromThoseAtHome() {
        Stock away = MixFixture.stock("NY", "north-america");
        Trader traveller = MixFixture.traderAbroad(stock, away);
        long worst = 10 * (MixFixture.PRICE / 10 * 11);

        OwnOrder buy = traveller.send("b", OrderForm.market(away, true, 10), 0);
        traveller.learn(buy.id(), 10, MixFixture.PRICE, true, 1);
        // The view at home is late, so it says that nothing is held.
        traveller.seeHoldings(Map.of("A", 1L), 2);

        assertThat(traveller.available(away)).isEqualTo(10);
        assertThat(traveller.spendable()).isEqualTo(MixFixture.CASH - worst);
        OwnOrder sale = traveller.send("s", OrderForm.market(away, false, 10), 3);
        traveller.learn(sale.id(), 10, MixFixture.PRICE, true, 4);
        assertThat(traveller.spendable()).isEqualTo(MixFixture.CASH - worst);
    }

    @Test
    void shouldBringMuchCashHomeOnceAtATime() {
        Stock away = MixFixture.stock("NY", "north-america");
        Trader traveller = MixFixture.traderAbroad(stock, away);
        OwnOrder open = traveller.send("open", OrderForm.market(away, true, 50), 0);
        assertThat(traveller.chooseToSweep()).isNull();

        traveller.learn(open.id(), 50, MixFixture.PRICE, true, 1);
        OwnOrder sale = traveller.send("s", OrderForm.market(away, false, 50), 2);
        traveller.learn(sale.id(), 50, MixFixture.PRICE, true, 3);

        assertThat(traveller.chooseToSweep()).isEqualTo("north-america");
        assertThat(traveller.chooseToSweep()).isNull();
        long before = traveller.spendable();
        traveller.swept("north-america", 77);
        assertThat(traveller.spendable()).isEqualTo(before + 77);
        assertThat(traveller.chooseToSweep()).isNull();
    }

    @Test
    void shouldChooseToCancelTheOldestOnceAndOnlyWhenOldOrTooMany() {
        OwnOrder first = send("a", true, 1, 10);
        OwnOrder second = send("b", true, 1, 20);

        assertThat(trader.chooseToCancel(10, 2)).isNull();
        assertThat(trader.chooseToCancel(11, 2)).isSameAs(first);
        assertThat(trader.chooseToCancel(11, 2)).isNull();
        assertThat(trader.chooseToCancel(11, 1)).isSameAs(second);
    }

    @Test
    void shouldPutPricesOnTheNextIncrementAway() {
        stock.observe(1_000_050, 10_000 * MixFixture.SECOND);

        assertThat(stock.priceAway(0, true)).isEqualTo(1_000_200);
        assertThat(stock.priceAway(0, false)).isEqualTo(999_900);
        assertThat(stock.priceAway(500, true)).isEqualTo(1_000_600);
    }
}
