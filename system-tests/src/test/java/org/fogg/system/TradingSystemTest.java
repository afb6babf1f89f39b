package org.fogg.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.fogg.audit.report.AuditReport;
import org.fogg.contracts.Ids;
import org.fogg.system.Rest.Answer;
import org.fogg.system.Store.TradeRow;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Orders of every type, from the client to every record there is of them. */
@ExtendWith(SharedWorld.class)
class TradingSystemTest {

    private static final String STOCK = "SHEL.L";

    @Test
    void shouldAgreeInEveryRecordWhenOrdersOfEveryTypeTrade(TestWorld world) {
        world.moveAndAwait(STOCK, "40.00");
        Trader ann = Trader.create(world, "100000");
        Trader bob = Trader.create(world, "50000.50");

        String annMarket = ann.place("buy", 10, STOCK, "market", "");
        String bobMarket = bob.place("buy", 20, STOCK, "market", "");
        ann.awaitStatus(annMarket, "filled");
        bob.awaitStatus(bobMarket, "filled");
        String annLimit = ann.place("buy", 5, STOCK, "limit", ", \"limit_price\": \"39.50\"");
        String annStop = ann.place("buy", 3, STOCK, "stop", ", \"stop_price\": \"41.00\"");
        String bobLimit = bob.place("sell", 4, STOCK, "limit", ", \"limit_price\": \"42.00\"");
        String bobStop = bob.place("sell", 6, STOCK, "stop", ", \"stop_price\": \"38.00\"");
        String annFar = ann.place("buy", 7, STOCK, "limit", ", \"limit_price\": \"30.00\"");
        String annGone = ann.place("buy", 2, STOCK, "limit", ", \"limit_price\": \"31.00\"");
        assertThat(ann.rest().delete("/v2/orders/" + annGone).status()).isEqualTo(204);
        for (String resting : List.of(annLimit, annStop, annFar)) {
            assertThat(ann.order(resting).text("status")).isEqualTo("new");
        }

        world.move(STOCK, "39.40");
        ann.awaitStatus(annLimit, "filled");
        world.move(STOCK, "41.10");
        ann.awaitStatus(annStop, "filled");
        world.move(STOCK, "42.20");
        bob.awaitStatus(bobLimit, "filled");
        world.move(STOCK, "37.90");
        bob.awaitStatus(bobStop, "filled");

        // 100,000 - 10 x 40.00 - 5 x 39.40 - 3 x 41.10
        assertThat(ann.cash()).isEqualByComparingTo("99279.70");
        assertThat(ann.held(STOCK)).isEqualTo(18);
        // 50,000.50 - 20 x 40.00 + 4 x 42.20 + 6 x 37.90
        assertThat(bob.cash()).isEqualByComparingTo("49596.70");
        assertThat(bob.held(STOCK)).isEqualTo(10);
        assertThat(ann.order(annGone).text("status")).isEqualTo("canceled");
        assertThat(ann.order(annFar).text("status")).isEqualTo("new");
        assertThat(ann.order(bobLimit).status()).isEqualTo(404);

        Map<String, Expected> trades =
                Map.of(
                        annMarket, new Expected(10, "40.00"),
                        annLimit, new Expected(5, "39.40"),
                        annStop, new Expected(3, "41.10"),
                        bobMarket, new Expected(20, "40.00"),
                        bobLimit, new Expected(4, "42.20"),
                        bobStop, new Expected(6, "37.90"));
        checkOrders(ann, List.of(annMarket, annLimit, annStop), trades);
        checkOrders(bob, List.of(bobMarket, bobLimit, bobStop), trades);
        checkExchange(world, List.of(ann, bob), trades);
        checkTables(world, ann, List.of(annMarket, annLimit, annStop), trades);
        checkTables(world, bob, List.of(bobMarket, bobLimit, bobStop), trades);
        AuditReport report = world.reconcile();
        assertThat(report.violations()).isEmpty();
        assertThat(report.ok()).isTrue();
    }

    @Test
    void shouldNameTheSameOrderWhenARequestIsRepeated(TestWorld world) {
        String stock = "AZN.L";
        world.moveAndAwait(stock, "150.00");
        Trader trader = Trader.create(world, "10000");
        String fields = ", \"limit_price\": \"100.00\", \"client_order_id\": \"mine-1\"";

        String first = trader.place("buy", 1, stock, "limit", fields);
        String second = trader.place("buy", 1, stock, "limit", fields);
        Answer other = trader.tryPlace("buy", 2, stock, "limit", fields);

        assertThat(second)
                .isEqualTo(first)
                .isEqualTo(Ids.orderId(UUID.fromString(trader.id()), "mine-1").toString());
        assertThat(other.status()).isEqualTo(422);
        assertThat(other.message()).contains("client_order_id");
        assertThat(trader.rest().get("/v2/orders").body()).hasSize(1);
    }

    @Test
    void shouldTellTheWholeLifeWhenAskedForAnOrder(TestWorld world) {
        String stock = "HSBA.L";
        world.moveAndAwait(stock, "12.00");
        Trader trader = Trader.create(world, "10000");
        String order = trader.place("buy", 3, stock, "limit", ", \"limit_price\": \"11.00\"");
        world.move(stock, "10.90");
        trader.awaitStatus(order, "filled");

        String life =
                Wait.until(
                        "the events of " + order,
                        () -> world.fogg("order", order).out(),
                        text -> text.lines().count() >= 5);

        assertThat(life).contains("10.9").contains("sequence");
        assertThat(world.fogg("order", new UUID(1, 2).toString()).exitCode()).isEqualTo(1);
    }

    @Test
    void shouldTakeNoOrderUntilResumedWhenHalted(TestWorld world) {
        String stock = "ULVR.L";
        world.moveAndAwait(stock, "60.00");
        Trader trader = Trader.create(world, "10000");

        world.succeeds("halt");
        Answer refused =
                Wait.until(
                        "an answer",
                        () -> trader.tryPlace("buy", 1, stock, "market", ""),
                        answer -> answer.status() != 503);
        world.succeeds("resume");

        assertThat(refused.status()).isEqualTo(403);
        assertThat(refused.message()).contains("halted");
        trader.awaitStatus(trader.place("buy", 1, stock, "market", ""), "filled");
    }

    private record Expected(long quantity, String price) {}

    private static void checkOrders(
            Trader trader, List<String> orders, Map<String, Expected> trades) {
        for (String id : orders) {
            Answer order = trader.order(id);
            Expected expected = trades.get(id);
            assertThat(order.text("filled_qty")).isEqualTo(Long.toString(expected.quantity()));
            assertThat(new BigDecimal(order.text("filled_avg_price")))
                    .isEqualByComparingTo(expected.price());
        }
        Answer fills = trader.rest().get("/v2/account/activities/FILL");
        assertThat(fills.body()).hasSize(orders.size());
    }

    private static void checkExchange(
            TestWorld world, List<Trader> traders, Map<String, Expected> trades) {
        List<UUID> ids = traders.stream().map(trader -> UUID.fromString(trader.id())).toList();
        Map<String, Expected> executed =
                ExchangeJournal.fills(world.file().kafka().bootstrap(), "XLON").stream()
                        .filter(fill -> ids.contains(fill.traderId()))
                        .collect(
                                Collectors.toMap(
                                        fill -> fill.orderId().toString(),
                                        fill ->
                                                new Expected(
                                                        fill.quantity(), money(fill.price()))));

        assertThat(executed).isEqualTo(trades);
    }

    private static void checkTables(
            TestWorld world, Trader trader, List<String> orders, Map<String, Expected> trades) {
        try (Store store = Store.of(world.file())) {
            Store.AccountRow account = store.account(trader.id());
            assertThat(BigDecimal.valueOf(account.cash(), 4)).isEqualByComparingTo(trader.cash());
            assertThat(store.held(trader.id(), STOCK)).isEqualTo(trader.held(STOCK));
            Map<String, TradeRow> rows =
                    store.trades(trader.id()).stream()
                            .collect(Collectors.toMap(TradeRow::orderId, Function.identity()));
            assertThat(rows).containsOnlyKeys(orders);
            rows.forEach(
                    (order, row) ->
                            assertThat(new Expected(row.quantity(), money(row.price())))
                                    .isEqualTo(trades.get(order)));
            assertThat(store.ledgerBalance(trader.id(), "USD")).isEqualTo(account.cash());
        }
    }

    private static String money(long price) {
        return BigDecimal.valueOf(price, 4).setScale(2).toPlainString();
    }
}
