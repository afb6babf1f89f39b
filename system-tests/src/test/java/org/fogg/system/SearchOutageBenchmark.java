package org.fogg.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.fogg.audit.report.AuditReport;
import org.fogg.launcher.world.Part;
import org.fogg.launcher.world.Parts;
import org.fogg.launcher.world.StatusReport;
import org.fogg.launcher.world.WorldSettings;
import org.fogg.system.OpenLoad.Outcome;
import org.junit.jupiter.api.Test;

/**
 * Measures docs/benchmarks/trends.md: the latency of orders that trade at once while Elasticsearch
 * runs and while it is away, in windows by turns, and whether every trade is found afterwards. No
 * test by its name, so only where it is asked for; {@code -Dfogg.benchmark} is how many windows of
 * each kind.
 */
class SearchOutageBenchmark {

    private static final String STOCK = "BARC.L";
    private static final int TRADERS = 40;
    private static final int RATE = 50;
    private static final int WINDOW_SECONDS = 30;
    private static final int SETTLING_SECONDS = 5;

    private final int windows = Integer.getInteger("fogg.benchmark", 10);

    @Test
    void measure() throws Exception {
        TestWorld world = TestWorld.in("search-outage");
        world.world().down(line -> {});
        world.world().wipe();
        world.up(WorldSettings.defaults());
        try {
            world.moveAndAwait(STOCK, "20.00");
            List<Trader> traders =
                    IntStream.range(0, TRADERS)
                            .mapToObj(i -> Trader.create(world, "100000000"))
                            .toList();
            // Above the market, so each trades at once.
            measure(world, new OpenLoad(traders, STOCK, "25.00"));
        } finally {
            world.world().down(line -> {});
        }
    }

    private void measure(TestWorld world, OpenLoad load) throws InterruptedException {
        Parts parts = world.world().parts();
        Part search =
                parts.all().stream()
                        .filter(part -> part.kind() == Part.Kind.ELASTICSEARCH)
                        .findFirst()
                        .orElseThrow();
        load.run(2 * WINDOW_SECONDS * RATE, RATE);
        List<Double> ratios = new ArrayList<>();
        List<Outcome> all = new ArrayList<>();
        for (int i = 0; i < windows; i++) {
            Outcome there = window(load, all);
            parts.kill(search);
            Outcome away = window(load, all);
            parts.start(search);
            Wait.until("all ready", world::status, StatusReport::ready);
            Wait.until("nothing left to be indexed", () -> lag(world), lag -> lag == 0);
            ratios.add((double) away.micros(0.99) / there.micros(0.99));
            System.out.printf("there: %s%naway:  %s%n", there, away);
        }
        ratios.sort(null);
        long sent = all.stream().mapToLong(Outcome::sent).sum();
        long accepted = all.stream().mapToLong(each -> each.accepted.size()).sum();
        System.out.printf(
                "p99 away to p99 there: median %.2f of %d, %.2f to %.2f; %d of %d accepted%n",
                ratios.get(ratios.size() / 2),
                ratios.size(),
                ratios.get(0),
                ratios.get(ratios.size() - 1),
                accepted,
                sent);
        AuditReport report = world.reconcile();
        assertThat(report.violations()).isEmpty();
        System.out.println(report.checked());
    }

    /** What comes in the first seconds does not count. */
    private static Outcome window(OpenLoad load, List<Outcome> all) {
        all.add(load.run(SETTLING_SECONDS * RATE, RATE));
        Outcome outcome = load.run(WINDOW_SECONDS * RATE, RATE);
        all.add(outcome);
        return outcome;
    }

    private static long lag(TestWorld world) {
        return Rest.open(world.file().analytics().url())
                .get("/api/v1/health")
                .body()
                .path("lag")
                .asLong(-1);
    }
}
