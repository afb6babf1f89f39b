package org.fogg.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.fogg.launcher.world.StatusReport;
import org.fogg.system.TestWorld.Outcome;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A broker that is killed under load loses nothing. */
@ExtendWith(SharedWorld.class)
class BrokerCrashSystemTest {

    private static final int MANY_TRADES = 40;

    /** Enough on a machine on which many take longer than the load lasts. */
    private static final int SOME_TRADES = 5;

    private static final List<String> STOCKS =
            List.of("DGE.L", "RR.L", "BA.L", "PRU.L", "STAN.L", "NG.L");

    @Test
    void shouldAgreeInEveryRecordWhenTheBrokerIsKilledUnderLoad(TestWorld world) throws Exception {
        CompletableFuture<Outcome> load =
                CompletableFuture.supplyAsync(
                        () ->
                                world.fogg(
                                        "bench",
                                        "--seconds",
                                        "20",
                                        "--rate",
                                        "20",
                                        "--traders",
                                        "20"));
        CompletableFuture<?> prices = CompletableFuture.runAsync(() -> walk(world, load));
        long before = trades(world);
        long late = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
        Wait.until(
                "trades under load",
                () -> trades(world) - before,
                now ->
                        now > MANY_TRADES
                                || now > SOME_TRADES && System.nanoTime() - late > 0
                                || load.isDone());
        assertThat(load).as(() -> load.join().toString()).isNotDone();

        world.kill(broker(world));
        assertThat(world.fogg("up").exitCode()).isZero();
        load.get(20, TimeUnit.MINUTES);
        prices.get(10, TimeUnit.MINUTES);
        Wait.until("ready again", world::status, StatusReport::ready);

        assertThat(world.reconcile().violations()).isEmpty();
        assertThat(trades(world)).isGreaterThan(before + SOME_TRADES);
    }

    /** Moves prices as long as there is load, so that resting orders trigger. */
    private static void walk(TestWorld world, Future<?> load) {
        Random random = new Random(7);
        while (!load.isDone()) {
            String stock = STOCKS.get(random.nextInt(STOCKS.size()));
            world.move(stock, "%d.%02d".formatted(20, random.nextInt(100)));
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(20));
        }
    }

    private static long broker(TestWorld world) {
        return world.status().georegions().get(0).brokers().get(0).pid();
    }

    /** Fills that the exchange has recorded. */
    private static long trades(TestWorld world) {
        return ExchangeJournal.fills(world.file().kafka().bootstrap(), "XLON").size();
    }
}
