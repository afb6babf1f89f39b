package org.fogg.broker;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.fogg.broker.account.Trade;
import org.fogg.broker.web.Times;
import org.fogg.contracts.Ids;
import org.fogg.core.engine.AccountSnapshot;
import org.fogg.core.engine.HoldingSnapshot;
import org.fogg.core.order.Reason;
import org.fogg.core.order.Side;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** The account, its positions and activities. */
final class AccountApiTest extends ApiTest {

    private static final String[] ACCOUNT_FIELDS = {
        "id",
        "account_number",
        "status",
        "crypto_status",
        "currency",
        "cash",
        "portfolio_value",
        "equity",
        "last_equity",
        "buying_power",
        "regt_buying_power",
        "daytrading_buying_power",
        "non_marginable_buying_power",
        "options_buying_power",
        "initial_margin",
        "maintenance_margin",
        "last_maintenance_margin",
        "long_market_value",
        "short_market_value",
        "multiplier",
        "sma",
        "accrued_fees",
        "pending_transfer_in",
        "pending_transfer_out",
        "pending_reg_taf_fees",
        "daytrade_count",
        "pattern_day_trader",
        "shorting_enabled",
        "trading_blocked",
        "transfers_blocked",
        "account_blocked",
        "trade_suspended_by_user",
        "balance_asof",
        "intraday_adjustments",
        "options_approved_level",
        "options_trading_level",
        "created_at"
    };

    private static final String[] POSITION_FIELDS = {
        "asset_id",
        "symbol",
        "exchange",
        "asset_class",
        "asset_marginable",
        "avg_entry_price",
        "qty",
        "side",
        "market_value",
        "cost_basis",
        "unrealized_pl",
        "unrealized_plpc",
        "unrealized_intraday_pl",
        "unrealized_intraday_plpc",
        "current_price",
        "lastday_price",
        "change_today",
        "qty_available"
    };

    @Test
    void shouldValueTheAccountAtTheLastPrices() {
        shards.put(new AccountSnapshot(ALICE, 1_000_000, 250_000, 3, true, FakeMarket.AT));
        shards.put(new HoldingSnapshot(ALICE, FakeMarket.VOD.id(), 7, 6_300_000));
        shards.put(new HoldingSnapshot(ALICE, FakeMarket.QUIET.id(), 2, 50_000));

        Reply reply = get("/v2/account");

        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.json().propertyNames()).contains(ACCOUNT_FIELDS);
        assertThat(reply.text("id")).isEqualTo(ALICE.toString());
        assertThat(reply.text("cash")).isEqualTo("100.00");
        assertThat(reply.text("buying_power")).isEqualTo("75.00");
        assertThat(reply.text("reserved")).isEqualTo("25.00");
        assertThat(reply.text("long_market_value")).isEqualTo("705.00");
        assertThat(reply.text("equity")).isEqualTo("805.00");
        assertThat(reply.text("portfolio_value")).isEqualTo("805.00");
        assertThat(reply.text("status")).isEqualTo("ACTIVE");
        assertThat(reply.text("currency")).isEqualTo("USD");
        assertThat(reply.text("created_at")).isEqualTo("2026-11-21T14:30:00.000000123Z");
        assertThat(reply.json().path("trading_blocked").asBoolean()).isTrue();
        assertThat(reply.json().path("shorting_enabled").asBoolean()).isFalse();
    }

    @Test
    void shouldSayThatThereIsNoAccount() {
        shards.reset();

        Reply reply = get("/v2/account");

        assertThat(reply.status()).isEqualTo(404);
        assertThat(reply.message()).startsWith("account not found");
        assertThat(get("/v2/positions").json()).isEmpty();
        assertThat(get("/v2/account/activities").json()).isEmpty();
    }

    @Test
    void shouldShowPositionsWithExactMoney() {
        shards.put(new HoldingSnapshot(ALICE, FakeMarket.VOD.id(), 3, 2_500_001));

        JsonNode position = get("/v2/positions").json().get(0);

        assertThat(position.propertyNames()).contains(POSITION_FIELDS);
        assertThat(position.path("symbol").asString()).isEqualTo("VOD.L");
        assertThat(position.path("exchange").asString()).isEqualTo("XLON");
        assertThat(position.path("qty").asString()).isEqualTo("3");
        assertThat(position.path("qty_available").asString()).isEqualTo("3");
        assertThat(position.path("side").asString()).isEqualTo("long");
        assertThat(position.path("cost_basis").asString()).isEqualTo("250.0001");
        assertThat(position.path("avg_entry_price").asString()).isEqualTo("83.3334");
        assertThat(position.path("market_value").asString()).isEqualTo("300.00");
        assertThat(position.path("unrealized_pl").asString()).isEqualTo("49.9999");
        assertThat(position.path("unrealized_plpc").asString()).isEqualTo("0.2");
        assertThat(position.path("current_price").asString()).isEqualTo("100.00");
        assertThat(position.path("lastday_price").asString()).isEqualTo("80.00");
        assertThat(position.path("change_today").asString()).isEqualTo("0.25");
        assertThat(get("/v2/positions/VOD.L").json()).isEqualTo(position);
        assertThat(get("/v2/positions/" + position.path("asset_id").asString()).json())
                .isEqualTo(position);
        assertThat(send("GET", "/v2/positions/VOD.L", "bob", null).status()).isEqualTo(404);
    }

    @Test
    void shouldShowPositionWithoutPrice() {
        shards.put(new HoldingSnapshot(ALICE, FakeMarket.QUIET.id(), 3, 300_000));

        Reply reply = get("/v2/positions/QUIET");

        assertThat(reply.text("current_price")).isNull();
        assertThat(reply.text("market_value")).isNull();
        assertThat(reply.text("cost_basis")).isEqualTo("30.00");
    }

    @Test
    void shouldClosePositionByAMarketSale() {
        shards.put(new HoldingSnapshot(ALICE, FakeMarket.VOD.id(), 10, 7_000_000));

        Reply all = delete("/v2/positions/VOD.L");
        Reply some = delete("/v2/positions/VOD.L?qty=4");
        Reply part = delete("/v2/positions/VOD.L?percentage=55.5");

        assertThat(all.status()).isEqualTo(200);
        assertThat(all.text("qty")).isEqualTo("10");
        assertThat(all.text("side")).isEqualTo("sell");
        assertThat(all.text("type")).isEqualTo("market");
        assertThat(all.text("status")).isEqualTo("filled");
        assertThat(some.text("qty")).isEqualTo("4");
        assertThat(part.text("qty")).isEqualTo("5");
        Reply tiny = delete("/v2/positions/VOD.L?percentage=1");
        assertThat(tiny.status()).isEqualTo(422);
        assertThat(tiny.message()).startsWith("percentage: must be at least one whole share");
    }

    @Test
    void shouldCloseEveryPositionAndSayWhatBecameOfEach() {
        shards.put(new HoldingSnapshot(ALICE, FakeMarket.VOD.id(), 10, 7_000_000));
        shards.put(new HoldingSnapshot(ALICE, FakeMarket.TYT.id(), 5, 7_000_000));
        shards.refuseNext(Reason.HALTED, 0, 0);

        Reply reply = delete("/v2/positions");

        assertThat(reply.status()).isEqualTo(207);
        assertThat(reply.json()).hasSize(2);
        JsonNode refused = reply.json().get(0);
        assertThat(refused.path("symbol").asString()).isEqualTo("VOD.L");
        assertThat(refused.path("status").asInt()).isEqualTo(403);
        assertThat(refused.path("body").path("message").asString()).isEqualTo("trading is halted");
        JsonNode sold = reply.json().get(1);
        assertThat(sold.path("status").asInt()).isEqualTo(200);
        assertThat(sold.path("body").path("qty").asString()).isEqualTo("5");
    }

    @Test
    void shouldCancelOrdersBeforeClosingWhenAsked() {
        String id =
                post(
                                "/v2/orders",
                                """
                                {"symbol":"VOD.L","qty":"1","side":"buy","type":"limit",
                                 "time_in_force":"gtc","limit_price":"71.25"}""")
                        .text("id");

        assertThat(delete("/v2/positions?cancel_orders=true").status()).isEqualTo(207);

        assertThat(get("/v2/orders/" + id).text("status")).isEqualTo("canceled");
    }

    @Test
    void shouldPageThroughActivities() {
        for (int i = 0; i < 7; i++) {
            shards.put(trade(i));
        }

        List<String> newestFirst = pages("/v2/account/activities?page_size=3");
        List<String> oldestFirst = pages("/v2/account/activities/FILL?page_size=2&direction=asc");

        assertThat(newestFirst).containsExactly("6", "5", "4", "3", "2", "1", "0");
        assertThat(oldestFirst).containsExactly("0", "1", "2", "3", "4", "5", "6");
        assertThat(get("/v2/account/activities/DIV").json()).isEmpty();
        assertThat(get("/v2/account/activities?category=non_trade_activity").json()).isEmpty();
        assertThat(get("/v2/account/activities?activity_types=DIV,FILL").json()).hasSize(7);
        assertThat(get("/v2/account/activities?date=2026-11-21").json()).hasSize(4);
        assertThat(get("/v2/account/activities?date=2026-11-19").json()).isEmpty();
        assertThat(get("/v2/account/activities?after=2026-11-21").json()).hasSize(4);
        assertThat(get("/v2/account/activities?until=2026-11-21").json()).hasSize(3);
    }

    @Test
    void shouldShowAFill() {
        shards.put(trade(5));

        JsonNode activity = get("/v2/account/activities").json().get(0);

        assertThat(activity.path("activity_type").asString()).isEqualTo("FILL");
        assertThat(activity.path("id").asString())
                .isEqualTo("20261121143000000::00000000-0000-8005-8000-000000000005");
        assertThat(activity.path("type").asString()).isEqualTo("partial_fill");
        assertThat(activity.path("order_status").asString()).isEqualTo("partially_filled");
        assertThat(activity.path("price").asString()).isEqualTo("100.25");
        assertThat(activity.path("qty").asString()).isEqualTo("2");
        assertThat(activity.path("cum_qty").asString()).isEqualTo("5");
        assertThat(activity.path("leaves_qty").asString()).isEqualTo("1");
        assertThat(activity.path("side").asString()).isEqualTo("buy");
        assertThat(activity.path("symbol").asString()).isEqualTo("VOD.L");
        assertThat(activity.path("order_id").asString())
                .isEqualTo(Ids.orderId(ALICE, "t5").toString());
        assertThat(activity.path("transaction_time").asString())
                .isEqualTo("2026-11-21T14:30:00.000000005Z");
    }

    private List<String> pages(String path) {
        List<String> orders = new ArrayList<>();
        String token = "";
        while (true) {
            JsonNode page = get(path + token).json();
            if (page.isEmpty()) {
                return orders;
            }
            page.forEach(a -> orders.add(Long.toString(a.path("cum_qty").asLong())));
            token = "&page_token=" + page.get(page.size() - 1).path("id").asString();
        }
    }

    /** Seven trades of two days, several in one journal entry. */
    private static Trade trade(int i) {
        long at = Times.nanos(FakeWorld.NOW) - 123 + i - (i < 3 ? Times.DAY : 0);
        return new Trade(
                new Trade.Place(Times.day(at), i < 3 ? 2 : i < 5 ? 4 : 5, i),
                Ids.orderId(ALICE, "t" + i),
                FakeMarket.VOD.id(),
                Side.BUY,
                1,
                i + 1,
                2,
                1_002_500,
                i,
                i % 2,
                at);
    }
}
