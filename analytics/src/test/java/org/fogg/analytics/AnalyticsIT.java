package org.fogg.analytics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.fogg.analytics.TestAnalytics.await;

import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.fogg.analytics.Messages.Event;
import org.fogg.analytics.Messages.Stock;
import org.fogg.analytics.index.IncompatibleIndexException;
import org.fogg.analytics.index.Retention;
import org.fogg.contracts.sbe.OrderType;
import org.fogg.contracts.sbe.Side;
import org.fogg.stack.ServerKind;
import org.fogg.stack.Servers;
import org.fogg.stack.junit.UseServers;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** One service for all tests, each with a stock of its own. */
@UseServers({ServerKind.KAFKA, ServerKind.ELASTICSEARCH})
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class AnalyticsIT {

    private static final Instant AT = Instant.parse("2026-09-21T14:13:20.123456Z");
    private static final Pattern UNDECODABLE =
            Pattern.compile("(?m)^fogg_analytics_undecodable_total (\\S+)$");
    private static final int TESTS_WITH_STOCKS = 4;

    private final String georegion = Servers.uniqueName("g");
    private final Deque<Stock> stocks = new ArrayDeque<>();
    private final Servers servers;
    private TestAnalytics analytics;

    AnalyticsIT(Servers servers) {
        this.servers = servers;
    }

    @BeforeAll
    void start() throws Exception {
        analytics = new TestAnalytics(servers, georegion);
        analytics.send("listings", new byte[] {1});
        int id = ThreadLocalRandom.current().nextInt(1_000_000_000, 2_000_000_000);
        for (int i = 0; i < TESTS_WITH_STOCKS; i++) {
            String symbol = georegion.toUpperCase(Locale.ROOT) + i;
            Stock stock = new Stock(id + i, symbol, "A stock", "XLON", 51.515, -0.099);
            stocks.add(stock);
            analytics.send("listings", stock.listing());
        }
        analytics.flush();
        analytics.start();
    }

    @AfterAll
    void close() {
        analytics.close();
    }

    @Test
    void shouldIndexEachTradeOnceWhenItsEventIsRepeatedAndABadOneStandsBetween() throws Exception {
        Stock stock = stocks.remove();
        double undecodable = undecodable();
        Event first = Event.trade(OrderType.LIMIT, Side.BUY, AT, 1_010_500, 1_010_400, 2_500);
        Event second = Event.trade(OrderType.STOP, Side.SELL, AT, 1_000_000, 999_000, 2_500);

        analytics.send("order-events", first.of(stock, georegion));
        analytics.send("order-events", "not a message".getBytes(StandardCharsets.UTF_8));
        analytics.send("order-events", new byte[] {1});
        analytics.send("order-events", first.of(stock, georegion));
        analytics.send("order-events", second.of(stock, georegion, "atlantic"));
        analytics.flush();

        await(() -> trades(stock) == 2);
        assertThat(trade(first))
                .containsEntry("symbol", stock.symbol())
                .containsEntry("price", 101.04)
                .containsEntry("quantity", 10)
                .containsEntry("tick_to_trade_us", 2_500)
                .containsEntry("loss_bps", -100 * 10_000d / 1_010_500)
                .containsEntry("exchange", "XLON")
                .containsEntry("trader_georegion", georegion);
        assertThat(trade(second))
                .containsEntry("loss", 1.0)
                .containsEntry("loss_bps", 10.0)
                .containsEntry("georegion", georegion)
                .containsEntry("trader_georegion", "atlantic");
        await(() -> analytics.count("fogg-refused-*", "where", "order-events." + georegion) == 2);
        assertThat(undecodable()).isGreaterThanOrEqualTo(undecodable + 2);
    }

    @Test
    void shouldKeepAsideWhatIsNoTickAndNoEventAndGoOnWithTheNext() throws Exception {
        Stock stock = stocks.remove();
        double undecodable = undecodable();

        analytics.send("tickers", new byte[] {1});
        analytics.send("tickers", stock.tick(1, 0, AT));
        analytics.send("tickers", stock.listing());
        analytics.send("tickers", stock.tick(2, 1_000_000, AT));
        analytics.send("order-events", stock.tick(3, 1_000_000, AT));
        analytics.flush();

        await(() -> ticks(stock) == 1);
        await(() -> analytics.count("fogg-refused-*", "where", "tickers." + georegion) == 3);
        await(() -> undecodable() >= undecodable + 4);
        assertThat(analytics.get("/actuator/health").body()).contains("recordsKeptAside");
    }

    @Test
    void shouldKeepOneTickAStockAndIntervalWhenManyCome() throws Exception {
        Stock stock = stocks.remove();

        analytics.send("tickers", stock.tick(1, 1_000_000, AT));
        analytics.send("tickers", stock.tick(2, 1_000_100, AT.plusMillis(1)));
        analytics.send("tickers", stock.tick(3, 1_000_200, AT.plusSeconds(1)));
        analytics.flush();

        await(() -> ticks(stock) == 2);
    }

    @Test
    void shouldIndexEverythingAgainWhenARebuildIsAskedFor() throws Exception {
        Stock stock = stocks.remove();
        Event trade = Event.trade(OrderType.MARKET, Side.BUY, AT, 1_000_000, 1_000_100, 900);
        analytics.send("order-events", trade.of(stock, georegion));
        analytics.send("tickers", stock.tick(1, 1_000_000, AT));
        analytics.flush();
        await(() -> trades(stock) == 1);
        await(() -> ticks(stock) == 1);
        analytics.stop();
        delete("fogg-trades-2026.09.21");
        delete("fogg-tickers-2026.09.21");

        analytics.start("--rebuild");

        await(() -> trades(stock) == 1);
        await(() -> ticks(stock) == 1);
    }

    @Test
    void shouldRefuseToStartAndSayWhatToDoWhenAnIndexHasOtherFields() throws Exception {
        String index = "fogg-trades-1999.01.01";
        JsonNode template = json("GET", "/_index_template/fogg-trades", "");
        json("DELETE", "/_index_template/fogg-trades", "");
        json(
                "PUT",
                "/" + index,
                "{\"mappings\":{\"properties\":{\"price\":{\"type\":\"keyword\"}}}}");
        json(
                "PUT",
                "/_index_template/fogg-trades",
                template.at("/index_templates/0/index_template").toString());

        try (TestAnalytics another = new TestAnalytics(servers, georegion)) {
            assertThatThrownBy(() -> another.start())
                    .hasRootCauseInstanceOf(IncompatibleIndexException.class)
                    .rootCause()
                    .hasMessageContaining("DELETE /" + index)
                    .hasMessageContaining("--rebuild")
                    .hasMessageContaining("price");
        } finally {
            delete(index);
        }
    }

    @Test
    void shouldDeleteIndicesThatAreTooOldAndNoOthers() throws Exception {
        var client = analytics.client();
        client.indices().create(create -> create.index("fogg-tickers-2001.01.01"));
        client.indices().create(create -> create.index("fogg-tickers-2001.01.09"));

        new Retention(
                        client,
                        Clock.fixed(Instant.parse("2001-01-10T00:00:00Z"), ZoneOffset.UTC),
                        Map.of("tickers", 7))
                .run();

        assertThat(client.indices().exists(e -> e.index("fogg-tickers-2001.01.01")).value())
                .isFalse();
        assertThat(client.indices().exists(e -> e.index("fogg-tickers-2001.01.09")).value())
                .isTrue();
        delete("fogg-tickers-2001.01.09");
    }

    private long trades(Stock stock) {
        return analytics.count("fogg-trades-*", "symbol", stock.symbol());
    }

    private long ticks(Stock stock) {
        return analytics.count("fogg-tickers-*", "symbol", stock.symbol());
    }

    private double undecodable() {
        Matcher total = UNDECODABLE.matcher(analytics.get("/actuator/prometheus").body());
        return total.find() ? Double.parseDouble(total.group(1)) : 0;
    }

    @SuppressWarnings("unchecked")
    private Map<String, Object> trade(Event event) throws IOException {
        // Other tests' trades of other days lie in other indexes of the shared server.
        Query query =
                Query.of(q -> q.ids(ids -> ids.values(event.orderId() + ":" + event.version())));
        return analytics
                .client()
                .search(search -> search.index("fogg-trades-*").query(query), Map.class)
                .hits()
                .hits()
                .get(0)
                .source();
    }

    private void delete(String index) throws Exception {
        json("DELETE", "/" + index, "");
    }

    /** Asks Elasticsearch itself. */
    private JsonNode json(String method, String path, String body) throws Exception {
        HttpResponse<String> answer =
                HttpClient.newHttpClient()
                        .send(
                                HttpRequest.newBuilder(URI.create(servers.elasticsearch() + path))
                                        .header("Content-Type", "application/json")
                                        .method(method, BodyPublishers.ofString(body))
                                        .build(),
                                HttpResponse.BodyHandlers.ofString());
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return new JsonMapper().readTree(answer.body());
    }
}
