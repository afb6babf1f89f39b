package org.fogg.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.fogg.launcher.world.WorldSettings;
import org.fogg.system.Rest.Answer;
import org.fogg.world.Atlas;
import org.fogg.world.AtlasFile;
import org.fogg.world.ExchangeListing;
import org.fogg.world.StockListing;
import org.junit.jupiter.api.Test;

/**
 * Measures the figures of docs/around-the-world.md: orders at home over the world file's distances,
 * beside the same orders in a world without, in turns, while both run; then, in the first alone,
 * orders abroad. A client stands beside each broker, so that its own way counts nowhere. No test by
 * its name, so only where it is asked for; {@code -Dfogg.benchmark} names the georegions.
 */
class WanBenchmark {

    private static final List<String> TYPES = List.of("limit", "market");
    private static final int TURNS = 7;
    private static final int WARM_UP = 150;
    private static final int AT_HOME = 150;
    private static final int ABROAD = 60;
    private static final double THOUSAND = 1e3;
    private static final double MILLION = 1e6;

    private final Atlas atlas = AtlasFile.builtIn();
    private final List<String> georegions =
            List.of(System.getProperty("fogg.benchmark", "europe,north-america").split(","));
    private final Map<String, List<Double>> ratios = new TreeMap<>();
    private final Map<String, List<Double>> medians = new TreeMap<>();

    @Test
    void measure() throws Exception {
        TestWorld near = start("wan-off", WorldSettings.WAN_OFF);
        TestWorld far = start("wan-aws", WorldSettings.WAN_AWS);
        try {
            Side used = new Side(far);
            atHome(new Side(near), used);
            near.world().down(line -> {});
            abroad(used);
            print();
        } finally {
            near.world().down(line -> {});
            far.world().down(line -> {});
        }
    }

    private TestWorld start(String folder, String wan) throws Exception {
        TestWorld world = TestWorld.in(folder);
        world.world().down(line -> {});
        world.world().wipe();
        world.up(WorldSettings.defaults().withGeoregions(georegions).withWan(wan));
        return world;
    }

    /** One world, with a trader at home in each georegion. */
    private final class Side {

        private final Map<String, Trader> traders = new TreeMap<>();

        Side(TestWorld world) {
            for (String georegion : georegions) {
                world.moveAndAwait(exchange(georegion).code(), stock(georegion).symbol(), "100.00");
                traders.put(georegion, Trader.create(world, georegion, "900000000"));
            }
        }

        /** Median in milliseconds of orders of one type, one after the other. */
        double median(String home, String of, String type, int count) {
            Trader trader = traders.get(home);
            String price = type.equals("limit") ? ", \"limit_price\": \"60.00\"" : "";
            long[] nanos = new long[count];
            for (int i = 0; i < count; i++) {
                Answer placed = trader.tryPlace("buy", 1, stock(of).symbol(), type, price);
                assertThat(placed.status()).as(placed.toString()).isEqualTo(200);
                assertThat(placed.text("status")).isIn("new", "filled");
                nanos[i] = placed.took().toNanos();
            }
            Arrays.sort(nanos);
            return nanos[count / 2] / MILLION;
        }

        void warmUp() {
            for (String home : georegions) {
                for (String type : TYPES) {
                    median(home, home, type, WARM_UP);
                    for (String of : georegions) {
                        Wait.until(
                                "a way from " + home + " to " + of,
                                () ->
                                        traders.get(home)
                                                .rest()
                                                .get("/v2/assets/" + stock(of).symbol()),
                                asset -> asset.body().path("tradable").asBoolean());
                        median(home, of, type, ABROAD);
                    }
                }
            }
        }
    }

    private ExchangeListing exchange(String georegion) {
        return atlas.exchangesOf(georegion).get(0);
    }

    private StockListing stock(String georegion) {
        return exchange(georegion).stocks().get(0);
    }

    private void atHome(Side near, Side far) {
        near.warmUp();
        far.warmUp();
        for (int turn = 0; turn < TURNS; turn++) {
            for (String home : georegions) {
                for (String type : TYPES) {
                    atHome(near, far, home, type);
                }
            }
        }
    }

    private void atHome(Side near, Side far, String home, String type) {
        double without = near.median(home, home, type, AT_HOME);
        double local = far.median(home, home, type, AT_HOME);
        note(medians, home + " " + type + ", no distances", without);
        note(medians, home + " " + type, local);
        // A market order asks the exchange, which is at a distance too.
        double exchange = type.equals("market") ? exchangeMillis(home) : 0;
        note(
                ratios,
                home + " " + type + " / (without + to the exchange)",
                local / (without + exchange));
    }

    private void abroad(Side far) {
        for (int turn = 0; turn < TURNS; turn++) {
            for (String home : georegions) {
                for (String of : georegions) {
                    for (String type : home.equals(of) ? List.<String>of() : TYPES) {
                        abroad(far, home, of, type);
                    }
                }
            }
        }
    }

    private void abroad(Side far, String home, String of, String type) {
        double abroad = far.median(home, of, type, ABROAD);
        double there = far.median(of, of, type, ABROAD);
        String pair = home + ">" + of + " " + type;
        note(medians, pair, abroad);
        note(medians, pair + ", local there", there);
        note(medians, pair + ", the home's part", abroad - millis(home, of) - there);
        note(ratios, pair + " / (round trip + local there)", abroad / (millis(home, of) + there));
    }

    private void print() {
        System.out.printf(
                Locale.ROOT, "%-56s %8s %8s %8s%n", "medians [ms]", "min", "median", "max");
        medians.forEach(WanBenchmark::print);
        System.out.printf(Locale.ROOT, "%-56s %8s %8s %8s%n", "ratios", "min", "median", "max");
        ratios.forEach(WanBenchmark::print);
    }

    private double exchangeMillis(String georegion) {
        return atlas.rttMicros(exchange(georegion), atlas.georegion(georegion).home()) / THOUSAND;
    }

    private double millis(String from, String to) {
        return atlas.rttMicros(atlas.georegion(from), atlas.georegion(to)) / THOUSAND;
    }

    private static void note(Map<String, List<Double>> to, String name, double value) {
        to.computeIfAbsent(name, each -> new ArrayList<>()).add(value);
    }

    private static void print(String name, List<Double> values) {
        double[] sorted = values.stream().mapToDouble(Double::doubleValue).sorted().toArray();
        System.out.printf(
                Locale.ROOT,
                "%-56s %8.3f %8.3f %8.3f%n",
                name,
                sorted[0],
                sorted[sorted.length / 2],
                sorted[sorted.length - 1]);
    }
}
