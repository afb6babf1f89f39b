package org.fogg.broker.portfolio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.fogg.broker.portfolio.ForeignEvent.Fill;
import org.fogg.core.engine.HoldingSnapshot;
import org.fogg.core.order.OrderSnapshot;
import org.fogg.core.order.OrderStatus;
import org.fogg.core.order.OrderTerms;
import org.fogg.core.order.OrderType;
import org.fogg.core.order.Reason;
import org.fogg.core.order.Side;
import org.fogg.core.order.TimeInForce;
import org.junit.jupiter.api.Test;

/** What is known at home of another georegion, whatever comes again. */
class PortfolioFoldTest {

    private static final UUID TRADER = new UUID(1, 1);
    private static final String ASIA = "east-asia";
    private static final int STOCK = 20_001;

    private final Kept store = new Kept();
    private final PortfolioFold fold = new PortfolioFold(store);
    private final List<ForeignEvent> told = new ArrayList<>();

    private static ForeignEvent money(long sequence, long amount, long cash) {
        return new ForeignEvent(
                ASIA,
                TRADER,
                "m:" + amount + ":" + cash,
                sequence,
                sequence * 10,
                cash,
                null,
                null);
    }

    private static ForeignEvent trade(
            long sequence, int order, Side side, long quantity, long position, long cash) {
        OrderTerms terms =
                new OrderTerms(
                        new UUID(7, order),
                        TRADER,
                        "o" + order,
                        STOCK,
                        side,
                        OrderType.MARKET,
                        TimeInForce.DAY,
                        quantity,
                        0,
                        0,
                        9);
        OrderSnapshot state =
                new OrderSnapshot(
                        terms,
                        OrderStatus.FILLED,
                        Reason.NONE,
                        2,
                        100,
                        0,
                        0,
                        quantity,
                        quantity * 100,
                        sequence,
                        sequence,
                        sequence,
                        sequence,
                        null,
                        null);
        return new ForeignEvent(
                ASIA,
                TRADER,
                terms.orderId() + ":2",
                sequence,
                sequence * 10,
                cash,
                state,
                new Fill(4, order, quantity, 100, position));
    }

    private void tell(ForeignEvent... events) {
        for (ForeignEvent event : events) {
            told.add(event);
            fold.fold(event);
        }
    }

    /** Money, two trades in one entry of the journal, a sale. */
    private void tellAll() {
        tell(
                money(2, 5000, 5000),
                trade(3, 1, Side.BUY, 10, 10, 4000),
                trade(3, 2, Side.BUY, 5, 15, 3500),
                trade(4, 3, Side.SELL, 5, 10, 4000));
    }

    @Test
    void shouldKnowCashHoldingsOrdersAndTradesOfItsOwnTraders() {
        tellAll();

        ForeignAccount account = store.account(TRADER, ASIA);
        assertThat(account.cash()).isEqualTo(4000);
        assertThat(account.version()).isEqualTo(4);
        assertThat(account.at()).isEqualTo(40);
        assertThat(store.holding(TRADER, STOCK))
                .isEqualTo(new HoldingSnapshot(TRADER, STOCK, 10, 1000));
        assertThat(store.orders).hasSize(3);
        assertThat(store.trades).hasSize(3);
    }

    @Test
    void shouldChangeNothingWhenEventsComeAgain() {
        tellAll();
        String before = store.toString();

        for (int from = 0; from < told.size(); from++) {
            told.subList(from, told.size()).forEach(fold::fold);
        }

        assertThat(store).hasToString(before);
    }

    @Test
    void shouldFoldTheRestOfAnEntryWhenAPublisherDiedWithinIt() {
        tell(
                trade(3, 1, Side.BUY, 10, 10, 4000),
                trade(3, 1, Side.BUY, 10, 10, 4000),
                trade(3, 2, Side.BUY, 5, 15, 3500));

        assertThat(store.holding(TRADER, STOCK))
                .isEqualTo(new HoldingSnapshot(TRADER, STOCK, 15, 1500));
        assertThat(store.account(TRADER, ASIA).cash()).isEqualTo(3500);
    }

    @Test
    void shouldTakeTheSoldSharesPartOfTheCostAlongRoundedDown() {
        tell(trade(3, 1, Side.BUY, 3, 3, 0), trade(4, 2, Side.SELL, 2, 1, 0));

        assertThat(store.holding(TRADER, STOCK).cost()).isEqualTo(100);
    }

    @Test
    void shouldKeepNothingOfTradersWhoseHomeIsElsewhere() {
        store.home = false;

        tellAll();

        assertThat(store.accounts).isEmpty();
        assertThat(store.orders).isEmpty();
        assertThat(store.trades).isEmpty();
    }

    @Test
    void shouldFoldAnEventOnceWhenTheStoreWasAway() {
        ForeignEvent event = trade(3, 1, Side.BUY, 10, 10, 4000);
        store.away = true;
        assertThatThrownBy(() -> fold.fold(event)).isInstanceOf(IllegalStateException.class);
        store.away = false;

        tell(event);

        assertThat(store.holding(TRADER, STOCK).quantity()).isEqualTo(10);
        assertThat(store.holding(TRADER, STOCK).cost()).isEqualTo(1000);
    }

    @Test
    void shouldGrowItsProgressWithEachEvent() {
        ForeignAccount none = ForeignAccount.none(TRADER, ASIA);
        ForeignAccount first = none.with(trade(3, 1, Side.BUY, 10, 10, 4000));
        ForeignAccount second = first.with(trade(3, 2, Side.BUY, 5, 15, 3500));
        ForeignAccount third = second.with(money(4, 1, 3501));

        assertThat(List.of(none, first, second, third))
                .extracting(ForeignAccount::progress)
                .isSorted()
                .doesNotHaveDuplicates();
    }

    private static final class Kept implements FoldStore {

        private final Map<String, ForeignAccount> accounts = new HashMap<>();
        private final Map<Integer, HoldingSnapshot> holdings = new HashMap<>();
        private final Map<UUID, OrderSnapshot> orders = new HashMap<>();
        private final Map<Long, Fill> trades = new HashMap<>();
        private boolean home = true;
        private boolean away;

        @Override
        public boolean isHome(UUID traderId) {
            return home;
        }

        @Override
        public ForeignAccount account(UUID traderId, String georegion) {
            return accounts.getOrDefault(georegion, ForeignAccount.none(traderId, georegion));
        }

        @Override
        public HoldingSnapshot holding(UUID traderId, int stockId) {
            return holdings.get(stockId);
        }

        @Override
        public void keepAccount(ForeignAccount account, HoldingSnapshot holding) {
            if (away) {
                throw new IllegalStateException("away");
            }
            accounts.put(account.georegion(), account);
            if (holding != null) {
                holdings.put(holding.stockId(), holding);
            }
        }

        @Override
        public void keepOrder(OrderSnapshot order) {
            orders.put(order.terms().orderId(), order);
        }

        @Override
        public void keepTrade(ForeignEvent event, OrderSnapshot order, Fill fill) {
            trades.put(fill.executionId(), fill);
        }

        @Override
        public String toString() {
            return accounts + " " + holdings + " " + orders + " " + trades;
        }
    }
}
