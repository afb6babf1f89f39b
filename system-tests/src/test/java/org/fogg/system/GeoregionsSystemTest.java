package org.fogg.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.fogg.audit.report.AuditReport;
import org.fogg.launcher.world.StatusReport;
import org.fogg.launcher.world.WorldSettings;
import org.fogg.stack.junit.SharedServers;
import org.fogg.system.Rest.Answer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/** Two georegions in one world: each trades its own stocks, and the auditor sees both. */
@Order(2)
class GeoregionsSystemTest {

    private static final String EUROPE = "europe";
    private static final String AMERICA = "north-america";
    private static final String NOBODY = new UUID(1, 2).toString();
    private static final TestWorld WORLD = TestWorld.in("world-of-two");

    @BeforeAll
    static void start() throws Exception {
        SharedServers.stop();
        WORLD.world().down(System.out::println);
        WORLD.world().wipe();
        WORLD.up(WorldSettings.defaults().withGeoregions(List.of(EUROPE, AMERICA)));
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
    void shouldNameTheGeoregionWhenAStockIsListedElsewhere() {
        Trader ann = Trader.create(WORLD, EUROPE, "10000");

        Answer asset =
                Wait.until(
                        "the listings of " + AMERICA,
                        () -> ann.rest().get("/v2/assets/KO"),
                        answer -> answer.status() == 200);
        Answer refused = ann.tryPlace("buy", 1, "KO", "market", "");

        assertThat(asset.body().path("tradable").asBoolean()).isFalse();
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.message()).contains("is listed in north-america");
        assertThat(ann.cash()).isEqualByComparingTo("10000");
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
