package org.fogg.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import org.fogg.system.OpenLoad.Accepted;
import org.fogg.system.OpenLoad.Outcome;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Measures docs/benchmarks/overload.md: the rate that a broker sustains on this machine, five times
 * that for a while, and how soon its latency is as before. No test by its name, so only where it is
 * asked for; {@code -Dfogg.benchmark} is how many seconds the overload lasts.
 */
@ExtendWith(SharedWorld.class)
class OverloadBenchmark {

    private static final String STOCK = "BARC.L";
    private static final String LIMIT = "10.00";
    private static final int TRADERS = 40;
    private static final int FACTOR = 5;
    private static final int CALM = 20;
    private static final int CALM_SECONDS = 10;
    private static final int STEP_SECONDS = 5;

    /** A rate is sustained while nothing is refused and p99 stays below this. */
    private static final long SUSTAINED_MICROS = 500_000;

    private static final int FIRST_STEP = 100;

    private static final int MOST = 20_000;
    private static final int RECOVERY_SECONDS = 30;
    private static final long SAMPLE_NS = 200_000_000;

    private final int seconds = Integer.getInteger("fogg.benchmark", 30);

    @Test
    void measure(TestWorld world) throws Exception {
        world.moveAndAwait(STOCK, "20.00");
        List<Trader> traders =
                IntStream.range(0, TRADERS)
                        .mapToObj(i -> Trader.create(world, "100000000"))
                        .toList();
        OpenLoad load = new OpenLoad(traders, STOCK, LIMIT);
        load.run(CALM * CALM_SECONDS, CALM);
        List<Accepted> accepted = new ArrayList<>();
        int sustained = sustained(load, accepted);
        Outcome calm = load.run(CALM * CALM_SECONDS, CALM);
        System.out.println("sustained: " + sustained + " orders a second");
        System.out.println("calm, " + CALM + " a second: " + calm);

        long pid = world.status().georegions().get(0).brokers().get(0).pid();
        long before = residentKib(pid);
        AtomicLong most = new AtomicLong(before);
        AtomicBoolean over = new AtomicBoolean();
        Thread sampler = new Thread(() -> sample(pid, most, over), "memory");
        sampler.start();
        Outcome overload = load.run(sustained * FACTOR * seconds, sustained * FACTOR);
        System.out.println("overload, " + sustained * FACTOR + " a second: " + overload);
        for (int second = 1; second <= RECOVERY_SECONDS; second++) {
            Outcome after = load.run(CALM, CALM);
            System.out.printf("second %d after: %s%n", second, after);
            accepted.addAll(after.accepted);
        }
        over.set(true);
        sampler.join();
        System.out.printf(
                "broker's memory: %d MiB before, at most %d MiB%n", before >> 10, most.get() >> 10);

        accepted.addAll(calm.accepted);
        accepted.addAll(overload.accepted);
        assertThat(overload.wrong).isEmpty();
        for (Accepted each : accepted) {
            assertThat(each.trader().order(each.id()).text("client_order_id"))
                    .isEqualTo(each.clientOrderId());
        }
        assertThat(world.status().georegions().get(0).brokers().get(0).pid()).isEqualTo(pid);
        assertThat(world.reconcile().violations()).isEmpty();
        System.out.println(accepted.size() + " accepted orders are there, the auditor agrees");
    }

    /**
     * The highest of rates, each half above the one before, that is sustained, if at the second
     * try.
     */
    private static int sustained(OpenLoad load, List<Accepted> accepted) {
        int sustained = CALM;
        int rate = FIRST_STEP;
        for (int failed = 0; failed < 2 && rate < MOST; ) {
            Outcome outcome = load.run(rate * STEP_SECONDS, rate);
            System.out.println("step, " + rate + " a second: " + outcome);
            accepted.addAll(outcome.accepted);
            if (outcome.accepted.size() < outcome.sent()
                    || outcome.micros(0.99) > SUSTAINED_MICROS) {
                failed++;
            } else {
                failed = 0;
                sustained = rate;
                rate += rate / 2;
            }
        }
        // What the last step left behind is not part of what follows.
        LockSupport.parkNanos(STEP_SECONDS * 1_000_000_000L);
        return sustained;
    }

    private static void sample(long pid, AtomicLong most, AtomicBoolean over) {
        while (!over.get()) {
            most.accumulateAndGet(residentKib(pid), Math::max);
            LockSupport.parkNanos(SAMPLE_NS);
        }
    }

    private static long residentKib(long pid) {
        try {
            return Files.readAllLines(Path.of("/proc/" + pid + "/status")).stream()
                    .filter(line -> line.startsWith("VmRSS:"))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                    .findFirst()
                    .orElse(0);
        } catch (IOException e) {
            return 0;
        }
    }
}
