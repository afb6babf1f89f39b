package org.fogg.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.fogg.audit.report.AuditReport;
import org.fogg.launcher.world.StatusReport;
import org.fogg.launcher.world.WorldSettings;
import org.fogg.stack.junit.SharedServers;
import org.fogg.system.Rest.Answer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/**
 * Two georegions in one world, as far apart as in the world file: traders of each trade stocks of
 * both, and the auditor sees all.
 */
@Order(2)
class GeoregionsSystemTest {

    private static final String EUROPE = "europe";
    private static final String AMERICA = "north-america";
    private static final String NOBODY = new UUID(1, 2).toString();
    private static final BigDecimal TEN_THOUSAND_SIXTY = new BigDecimal("10060");
    private static final int ORDERS = 40;
    private static final Duration EUROPE_TO_AMERICA = Duration.ofMillis(91);
    private static final TestWorld WORLD = TestWorld.in("world-of-two");

    @BeforeAll
    static void start() throws Exception {
        SharedServers.stop();
        WORLD.world().down(System.out::println);
        WORLD.world().wipe();
        WORLD.up(
                WorldSettings.defaults()
                        .withGeoregions(List.of(EUROPE, AMERICA))
                        .withWan(WorldSettings.WAN_AWS));
    }

    @AfterAll
    static void stop() throws Exception {
        WORLD.world().down(System.out::println);
    }

    @Test
    void shouldTradeAtHomeAndAgreeInEveryRecordWhenEachGeoregionHasATrader() {
        WORLD.moveAndAwait("XLON", "SHEL.L", "40.00");
        WORLD.moveAndAwait("XNYS", "KO", "60.00");
        Trader ann = Trader.create(WORLD, EUROPE, "10000");
        Trader bob = Trader.create(WORLD, AMERICA, "10000");

        ann.awaitStatus(ann.place("buy", 10, "SHEL.L", "market", ""), "filled");
        bob.awaitStatus(bob.place("buy", 10, "KO", "market", ""), "filled");

        assertThat(ann.cash()).isEqualByComparingTo("9600");
        assertThat(bob.cash()).isEqualByComparingTo("9400");
        AuditReport report = WORLD.reconcile();
        assertThat(report.violations()).isEmpty();
        assertThat(report.checked().trades()).isGreaterThanOrEqualTo(2);
        assertThat(report.checked().accounts()).isGreaterThanOrEqualTo(2);
    }

    @Test
    void shouldCallNoOtherGeoregionWhenAnOrderIsOnAStockAtHome() {
        WORLD.moveAndAwait("XLON", "BP.L", "6.00");
        Trader ann = Trader.create(WORLD, EUROPE, "10000");
        double before = messages("request");

        ann.awaitStatus(ann.place("buy", 10, "BP.L", "market", ""), "filled");
        String stop = ann.place("sell", 10, "BP.L", "stop", ", \"stop_price\": \"5.00\"");
        String limit = ann.place("buy", 1, "BP.L", "limit", ", \"limit_price\": \"5.50\"");
        assertThat(ann.rest().delete("/v2/orders/" + limit).status()).isEqualTo(204);
        WORLD.moveAndAwait("XLON", "BP.L", "4.90");
        ann.awaitStatus(stop, "filled");

        assertThat(messages("request")).isEqualTo(before);
    }

    @Test
    void shouldTakeOneRoundTripAndNotTwoWhenAnOrderIsOnAStockAbroad() {
        WORLD.moveAndAwait("XNYS", "HD", "300.00");
        Trader ann = Trader.create(WORLD, EUROPE, "100000");
        awaitWay(ann, "HD");
        List<Double> trips = new ArrayList<>();

        for (int i = 0; i < 5; i++) {
            double before = messages("request");
            Answer placed = ann.tryPlace("buy", 1, "HD", "limit", ", \"limit_price\": \"250.00\"");
            assertThat(placed.status()).isEqualTo(200);
            assertThat(placed.took()).isGreaterThanOrEqualTo(EUROPE_TO_AMERICA);
            trips.add(messages("request") - before);
        }

        // A machine that stands still for seconds makes the owner ask again; not each time.
        assertThat(trips).allMatch(count -> count >= 1).contains(1.0);
        assertThat(messages("answer")).isGreaterThanOrEqualTo(trips.size());
    }

    private static void awaitWay(Trader trader, String symbol) {
        Wait.until(
                "a way to " + AMERICA,
                () -> trader.rest().get("/v2/assets/" + symbol),
                asset -> asset.body().path("tradable").asBoolean());
    }

    /** Messages between Europe's broker and America's, as Europe's counts them. */
    private static double messages(String kind) {
        return WORLD.management()
                .text("/actuator/prometheus")
                .lines()
                .filter(line -> line.startsWith("fogg_wan_messages_total"))
                .filter(line -> line.contains("\"" + kind + "\"") && line.contains(AMERICA))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' '))))
                .sum();
    }

    @Test
    void shouldTradeAStockOfTheOtherGeoregionFromHomeAndBringTheMoneyBack() {
        WORLD.moveAndAwait("XNYS", "NKE", "60.00");
        Trader ann = Trader.create(WORLD, EUROPE, "10000");
        awaitWay(ann, "NKE");

        ann.awaitStatus(ann.place("buy", 10, "NKE", "market", ""), "filled");
        Wait.until("the position at home", () -> ann.held("NKE"), held -> held == 10);
        String sale = ann.place("sell", 4, "NKE", "limit", ", \"limit_price\": \"65.00\"");
        assertThat(ann.order(sale).text("status")).isEqualTo("new");
        String dear = ann.place("buy", 1, "NKE", "limit", ", \"limit_price\": \"40.00\"");
        assertThat(ann.rest().delete("/v2/orders/" + dear).status()).isEqualTo(204);
        assertThat(ann.order(dear).text("status")).isEqualTo("canceled");
        WORLD.moveAndAwait("XNYS", "NKE", "66.00");
        ann.awaitStatus(sale, "filled");
        ann.awaitStatus(ann.place("sell", 6, "NKE", "market", ""), "filled");
        Wait.until("no position at home", () -> ann.held("NKE"), held -> held == 0);

        // Bought ten at 60, sold ten at 66.
        Wait.until("the gain at home", ann::cash, cash -> cash.compareTo(TEN_THOUSAND_SIXTY) == 0);
        assertThat(fills(ann)).isEqualTo(3);
        Answer sweep =
                Wait.until(
                        "the cash from " + AMERICA,
                        () ->
                                ann.rest()
                                        .post(
                                                "/v2/account/sweeps",
                                                "{\"georegion\": \"%s\"}".formatted(AMERICA)),
                        answer -> answer.status() == 200);
        assertThat(sweep.text("georegion")).isEqualTo(AMERICA);
        Wait.until(
                "all cash free at home",
                () -> new BigDecimal(ann.rest().get("/v2/account").text("buying_power")),
                free -> free.compareTo(TEN_THOUSAND_SIXTY) == 0);
        Wait.until(
                "trades from here to there on the map",
                () -> trend("flows"),
                flows -> flows.contains("{\"georegion\":\"europe\",\"exchange\":\"XNYS\""));
        assertThat(WORLD.reconcile().violations()).isEmpty();
    }

    private static String trend(String name) {
        return Rest.open(WORLD.file().analytics().url())
                .get("/api/v1/trends/" + name + "?window=1h")
                .body()
                .toString();
    }

    private static int fills(Trader trader) {
        return trader.rest().get("/v2/account/activities/FILL").body().size();
    }

    @Test
    void shouldLoseNothingWhenABrokerDiesWhileOrdersAreOnTheirWayToIt() throws Exception {
        WORLD.moveAndAwait("XNYS", "DIS", "100.00");
        Trader ann = Trader.create(WORLD, EUROPE, "100000");
        AtomicInteger placed = new AtomicInteger();
        CompletableFuture<List<String>> orders =
                CompletableFuture.supplyAsync(
                        () ->
                                IntStream.range(0, ORDERS)
                                        .mapToObj(
                                                n -> {
                                                    String id =
                                                            ann.place(
                                                                    "buy", 1, "DIS", "market", "");
                                                    placed.incrementAndGet();
                                                    return id;
                                                })
                                        .toList());
        Wait.until("some orders", placed::get, now -> now > ORDERS / 4 || orders.isDone());
        assertThat(orders).isNotDone();

        WORLD.kill(WORLD.status().georegions().get(1).brokers().get(0).pid());
        assertThat(WORLD.fogg("up").exitCode()).isZero();
        List<String> ids = orders.get(20, TimeUnit.MINUTES);
        Wait.until("ready again", WORLD::status, StatusReport::ready);

        for (String id : ids) {
            ann.awaitStatus(id, "filled");
        }
        Wait.until("the position at home", () -> ann.held("DIS"), held -> held == ORDERS);
        Wait.until(
                "the cash at home",
                ann::cash,
                cash -> cash.compareTo(new BigDecimal(100_000 - ORDERS * 100)) == 0);
        assertThat(WORLD.reconcile().violations()).isEmpty();
    }

    @Test
    void shouldRefuseAnOrderBeforeAnythingIsSentWhenTheOtherGeoregionIsOutOfReach()
            throws Exception {
        WORLD.moveAndAwait("XNYS", "IBM", "300.00");
        Trader ann = Trader.create(WORLD, EUROPE, "10000");
        WORLD.kill(WORLD.status().georegions().get(1).brokers().get(0).pid());
        Wait.until(
                "no way to " + AMERICA,
                () -> ann.rest().get("/v2/assets/IBM"),
                asset -> !asset.body().path("tradable").asBoolean());

        Answer refused = ann.tryPlace("buy", 1, "IBM", "limit", ", \"limit_price\": \"300.00\"");

        assertThat(refused.status()).isEqualTo(503);
        assertThat(refused.message()).contains(AMERICA);
        assertThat(ann.rest().get("/v2/account").text("in_transit")).isEqualTo("0.00");
        assertThat(WORLD.fogg("up").exitCode()).isZero();
        Wait.until("ready again", WORLD::status, StatusReport::ready);
        ann.awaitStatus(ann.place("buy", 1, "IBM", "market", ""), "filled");
    }

    @Test
    void shouldKeepEachGeoregionsKeyspaceAtHomeAndTheReferenceDataEverywhere() {
        String home = "europe-eu-central-1";
        String away = "north-america-us-east-1";

        assertThat(Store.dataCentres(WORLD.file(), "fogg_europe")).isEqualTo(Set.of(home));
        assertThat(Store.dataCentres(WORLD.file(), "fogg_north_america")).isEqualTo(Set.of(away));
        assertThat(Store.dataCentres(WORLD.file(), "fogg_global")).isEqualTo(Set.of(home, away));
    }

    @Test
    void shouldFindATradersHomeWhenMoneyIsPaidInOrTradingIsHalted() {
        Trader bob = Trader.create(WORLD, AMERICA, "10000");

        int paid =
                WORLD.fogg("trader", "deposit", "--trader", bob.id(), "--amount", "5").exitCode();
        int halted = WORLD.fogg("halt", "--trader", bob.id()).exitCode();
        Answer refused = bob.tryPlace("buy", 1, "JPM", "market", "");
        int nobody =
                WORLD.fogg("trader", "deposit", "--trader", NOBODY, "--amount", "5").exitCode();

        assertThat(List.of(paid, halted, nobody)).containsExactly(0, 0, 2);
        assertThat(bob.cash()).isEqualByComparingTo("10005");
        assertThat(refused.message()).contains("halted");
    }

    @Test
    void shouldGoOnTradingWhenTheOtherGeoregionsDatabaseIsAway() throws Exception {
        Trader ann = Trader.create(WORLD, EUROPE, "10000");
        WORLD.moveAndAwait("XLON", "AZN.L", "100.00");
        StatusReport.Georegion america = WORLD.status().georegions().get(1);

        WORLD.kill(america.cassandra().get(0).pid());
        ann.awaitStatus(ann.place("buy", 1, "AZN.L", "market", ""), "filled");

        assertThat(WORLD.fogg("up").exitCode()).isZero();
        Wait.until("ready again", WORLD::status, StatusReport::ready);
        assertThat(WORLD.reconcile().violations()).isEmpty();
    }
}
