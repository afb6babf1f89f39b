package org.fogg.broker;

import static org.assertj.core.api.Assertions.assertThat;

import org.fogg.broker.assets.Assets;
import org.fogg.broker.stocks.BarQuery;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Assets, clock, calendar, prices, statistics and bars. */
final class MarketApiTest extends ApiTest {

    private static final long NOW = FakeWorld.NOW.getEpochSecond();
    private static final long MONTH = 30 * 86_400L;

    @Test
    void shouldListAssetsBySymbol() {
        Reply reply = get("/v2/assets");

        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.json().findValuesAsString("symbol"))
                .containsExactly("KO", "PENNY", "QUIET", "TYT.T", "VOD.L");
        assertThat(get("/v2/assets?exchange=XTKS").json().findValuesAsString("symbol"))
                .containsExactly("TYT.T");
        assertThat(get("/v2/assets?status=inactive").json()).isEmpty();
        assertThat(get("/v2/assets?asset_class=crypto").json()).isEmpty();
    }

    @Test
    void shouldShowAnAssetByEitherName() {
        Reply bySymbol = get("/v2/assets/VOD.L");
        Reply byId = get("/v2/assets/" + Assets.idOf("VOD.L"));

        assertThat(bySymbol.text("id")).isEqualTo(Assets.idOf("VOD.L").toString());
        assertThat(bySymbol.text("class")).isEqualTo("us_equity");
        assertThat(bySymbol.text("exchange")).isEqualTo("XLON");
        assertThat(bySymbol.text("status")).isEqualTo("active");
        assertThat(bySymbol.text("price_increment")).isEqualTo("0.01");
        assertThat(bySymbol.json().path("tradable").asBoolean()).isTrue();
        assertThat(bySymbol.json().path("fractionable").asBoolean()).isFalse();
        assertThat(byId.json()).isEqualTo(bySymbol.json());
    }

    @Test
    void shouldShowAStockOfAnotherGeoregionAsTradableWhileThereIsAWayThere() {
        Reply bySymbol = get("/v2/assets/KO");
        Reply byId = get("/v2/assets/" + Assets.idOf("KO"));

        assertThat(bySymbol.text("exchange")).isEqualTo("XNYS");
        assertThat(bySymbol.json().path("tradable").asBoolean()).isTrue();
        assertThat(byId.json()).isEqualTo(bySymbol.json());
        abroad.setReachable(false);
        assertThat(get("/v2/assets/KO").json().path("tradable").asBoolean()).isFalse();
    }

    @Test
    void shouldSayThatListingsAreNotKnownYet() {
        market.setLoaded(false);

        Reply reply = get("/v2/assets/VOD.L");

        assertThat(reply.status()).isEqualTo(503);
        assertThat(reply.message()).isEqualTo("the exchanges' listings are not known yet");
        assertThat(reply.header("Retry-After")).isEqualTo("1");
    }

    @Test
    void shouldNeverClose() {
        Reply reply = get("/v2/clock");

        assertThat(reply.text("timestamp")).isEqualTo("2026-11-21T14:30:00.000000123Z");
        assertThat(reply.json().path("is_open").asBoolean()).isTrue();
        assertThat(reply.text("next_close")).isEqualTo("2026-11-21T15:00:00.000000000Z");
        assertThat(reply.text("next_open")).isEqualTo("2026-11-21T15:00:00.000000000Z");
    }

    @Test
    void shouldHaveADayEveryDay() {
        JsonNode days = get("/v2/calendar?start=2026-12-24&end=2026-12-26").json();

        assertThat(days.findValuesAsString("date"))
                .containsExactly("2026-12-24", "2026-12-25", "2026-12-26");
        assertThat(days.get(1).path("open").asString()).isEqualTo("00:00");
        assertThat(days.get(1).path("close").asString()).isEqualTo("23:59");
        assertThat(days.get(1).path("settlement_date").asString()).isEqualTo("2026-12-25");
        assertThat(get("/v2/calendar").json().get(0).path("date").asString())
                .isEqualTo("2026-11-21");
    }

    @Test
    void shouldTellTheLastPrice() {
        Reply reply = get("/v2/stocks/VOD.L/price");

        assertThat(reply.text("symbol")).isEqualTo("VOD.L");
        assertThat(reply.text("price")).isEqualTo("100.00");
        assertThat(reply.json().path("sequence").asLong()).isEqualTo(7);
        assertThat(reply.text("timestamp")).isEqualTo("2026-11-21T14:30:00.000000123Z");
    }

    @Test
    void shouldSayThatThereIsNoPriceYet() {
        for (String what : new String[] {"price", "statistics"}) {
            Reply reply = get("/v2/stocks/QUIET/" + what);

            assertThat(reply.status()).isEqualTo(503);
            assertThat(reply.message()).isEqualTo("QUIET has no price yet");
        }
    }

    @Test
    void shouldTellStatistics() {
        Reply reply = get("/v2/stocks/VOD.L/statistics");

        assertThat(reply.text("last")).isEqualTo("100.00");
        assertThat(reply.text("open")).isEqualTo("80.00");
        assertThat(reply.text("high")).isEqualTo("110.00");
        assertThat(reply.text("low")).isEqualTo("79.00");
        assertThat(reply.text("change")).isEqualTo("20.00");
        assertThat(reply.text("change_percent")).isEqualTo("25.00");
        assertThat(reply.text("sma")).isEqualTo("95.00");
        assertThat(reply.text("ema")).isEqualTo("96.00");
        assertThat(reply.text("volatility_percent")).isEqualTo("1.50");
        assertThat(reply.json().path("trend").asInt()).isEqualTo(3);
    }

    @Test
    void shouldAskForTheLatestBarsUnlessToldOtherwise() {
        JsonNode bar = get("/v2/stocks/VOD.L/bars").json().path("bars").get(0);

        assertThat(stores.lastBars()).isEqualTo(new BarQuery("VOD.L", 60, NOW, NOW - MONTH, 100));
        assertThat(bar.path("o").asString()).isEqualTo("1.00");
        assertThat(bar.path("h").asString()).isEqualTo("1.25");
        assertThat(bar.path("l").asString()).isEqualTo("0.99");
        assertThat(bar.path("c").asString()).isEqualTo("1.20");
        assertThat(bar.path("n").asInt()).isEqualTo(3);
    }

    @Test
    void shouldAskForBarsForwardAndBackward() {
        get(
                "/v2/stocks/VOD.L/bars?timeframe=1Sec&start=2026-11-21T14:00:00Z&end=2026-11-21T14:10:00Z");
        BarQuery forward = stores.lastBars();
        get("/v2/stocks/VOD.L/bars?timeframe=1Hour&start=2026-11-21&end=2026-11-20&limit=5");
        BarQuery backward = stores.lastBars();
        get("/v2/stocks/VOD.L/bars?start=1999-01-01");
        BarQuery longAgo = stores.lastBars();

        assertThat(forward).isEqualTo(new BarQuery("VOD.L", 1, NOW - 1_800, NOW - 1_200, 100));
        assertThat(forward.isAscending()).isTrue();
        assertThat(backward.isAscending()).isFalse();
        assertThat(backward.limit()).isEqualTo(5);
        assertThat(longAgo.from()).isEqualTo(NOW - MONTH);
    }
}
