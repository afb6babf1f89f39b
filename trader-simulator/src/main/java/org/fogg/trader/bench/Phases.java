package org.fogg.trader.bench;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.CompletableFuture;
import java.util.function.BooleanSupplier;
import org.HdrHistogram.Histogram;
import org.fogg.trader.bench.BenchResult.Step;
import org.fogg.trader.bench.floor.Floor;
import org.fogg.trader.bench.load.EventLoop;
import org.fogg.trader.bench.load.Generator;
import org.fogg.trader.bench.load.Schedule;
import org.fogg.trader.bench.load.Times;
import org.fogg.trader.bench.measure.OperationStats.Stat;
import org.fogg.trader.bench.mix.Mix;
import org.fogg.trader.bench.mix.Operation;
import org.fogg.trader.bench.mix.OrderForm;
import org.fogg.trader.bench.mix.PlannedOp;
import org.fogg.trader.bench.mix.Stock;
import org.fogg.trader.bench.mix.Trader;

/** The stretches of time that a run consists of. Each returns when it is over. */
final class Phases {

    private static final long SECOND = 1_000_000_000;
    private static final long OPENING_GAP = 10_000_000;
    private static final int OPENING_ROUNDS = 7;
    private static final long GAP = 300_000_000;
    private static final long LONGEST_DRAIN = 45 * SECOND;
    private static final long TRIAL = 8 * SECOND;
    private static final long TRIAL_SETTLING = 2 * SECOND;
    private static final int LEAST_BUYING_RATE = 100;
    private static final int CASH_PER_HOLDING = 33;
    private static final double ENOUGH_DONE = 0.99;
    private static final double MOST_LATE = 0.05;

    private final Rig rig;
    private final EventLoop loop;
    private final Times times;
    private final Generator generator;
    private final BenchSettings settings;
    private long nextSeed;

    Phases(Rig rig, BenchSettings settings) {
        this.rig = rig;
        this.loop = rig.loop();
        this.times = rig.times();
        this.generator = rig.generator();
        this.settings = settings;
        this.nextSeed = settings.seed();
    }

    /**
     * Opens the accounts; those that failed again, each round at half the pace. A round in which
     * none was opened is the last: a wrong key, say, does not get better.
     */
    void openAccounts() throws InterruptedException {
        int before = settings.traders() + 1;
        for (int round = 0;
                round < OPENING_ROUNDS && unopened() > 0 && unopened() < before;
                round++) {
            before = unopened();
            open(before, OPENING_GAP << round);
            drain();
        }
        if (unopened() > 0) {
            throw new BenchException(
                    "Only "
                            + rig.accounts().all().size()
                            + " of "
                            + settings.traders()
                            + " traders could be created: "
                            + generator.problems().most(1));
        }
    }

    private int unopened() {
        return settings.traders() - rig.accounts().all().size();
    }

    private void open(int count, long gap) throws InterruptedException {
        long start = times.now();
        for (int i = 0; i < count; i++) {
            generator.plan(PlannedOp.open(start + i * gap), false);
        }
        loop.runUntil(start + count * gap);
    }

    /** Buys every trader something of each stock it watches, as far as the time allows. */
    void buyHoldings(List<Trader> traders, long nanos) throws InterruptedException {
        List<PlannedBuy> buys = new ArrayList<>();
        for (Trader trader : traders) {
            trader.watched().forEach(stock -> buys.add(new PlannedBuy(trader, stock)));
            trader.abroad().forEach(stock -> buys.add(new PlannedBuy(trader, stock)));
        }
        SplittableRandom random = new SplittableRandom(settings.seed());
        for (int i = buys.size() - 1; i > 0; i--) {
            Collections.swap(buys, i, random.nextInt(i + 1));
        }
        int rate = Math.max(LEAST_BUYING_RATE, settings.ratePerS());
        long start = times.now();
        long count = Math.min(buys.size(), nanos / SECOND * rate);
        for (int i = 0; i < count; i++) {
            PlannedBuy buy = buys.get(i);
            generator.plan(
                    PlannedOp.order(start + i * SECOND / rate, buy.trader(), buy::form, null),
                    false);
        }
        loop.runUntil(start + count * SECOND / rate);
    }

    private record PlannedBuy(Trader trader, Stock stock) {
        OrderForm form() {
            long value = trader.spendable() / CASH_PER_HOLDING;
            return OrderForm.market(stock, true, Math.max(1, value / stock.price()));
        }
    }

    /** Load that is not measured. */
    void warmUp(Mix mix, long nanos) throws InterruptedException {
        Schedule schedule = schedule(mix, settings.ratePerS(), nanos);
        schedule.forEach(at -> mix.plan(at, op -> generator.plan(op, false)));
        loop.runUntil(schedule.end());
    }

    /** Load that is measured. */
    void load(Mix mix, long nanos) throws InterruptedException {
        Schedule schedule = schedule(mix, settings.ratePerS(), nanos);
        generator.tickToTrade().begin(epoch(schedule.start()), epoch(schedule.end()));
        schedule.forEach(at -> mix.plan(at, op -> generator.plan(op, true)));
        loop.runUntil(schedule.end());
    }

    /**
     * The floor at the same rate: the mix goes on looking, and in place of each order goes a probe.
     */
    void floor(Mix mix, Floor floor, long nanos, boolean counted) throws InterruptedException {
        Schedule schedule = schedule(mix, settings.ratePerS(), nanos);
        schedule.forEach(at -> mix.plan(at, op -> bare(op, floor, counted)));
        loop.runUntil(schedule.end());
        long deadline = times.now() + LONGEST_DRAIN;
        loop.runUntil(() -> floor.underWay() == 0 || times.now() - deadline > 0);
        floor.endWindow(millis(schedule.start()), millis(schedule.end()));
    }

    private void bare(PlannedOp op, Floor floor, boolean counted) {
        Operation operation = op.operation();
        if (op.isOrder()) {
            floor.plan(op.plannedAt(), counted);
        } else if (operation != null && operation.isRead()) {
            generator.plan(op, false);
        }
    }

    /** Ends the window of load before: what has been answered or heard of by now is in it. */
    void endLoadWindow(long startMillis) {
        generator.stats().endWindow(startMillis, millis(times.now()));
        generator.tickToTrade().end();
    }

    /** Waits until nothing is under way, and until all events of it have been heard. */
    void settle() throws InterruptedException {
        drain();
        loop.runUntil(times.now() + SECOND);
        CompletableFuture<Void> heard = rig.tap().catchUp();
        waitFor(heard::isDone);
        loop.doWork();
    }

    /** Waits until nothing is under way; false if something still is after that time. */
    boolean drain(long nanos) throws InterruptedException {
        long deadline = times.now() + nanos;
        loop.runUntil(() -> generator.inFlight() == 0 || times.now() - deadline > 0);
        return generator.inFlight() == 0;
    }

    /** Waits until nothing is under way, but not for ever. */
    void drain() throws InterruptedException {
        waitFor(() -> generator.inFlight() == 0);
    }

    private void waitFor(BooleanSupplier condition) throws InterruptedException {
        long deadline = times.now() + LONGEST_DRAIN;
        loop.runUntil(() -> condition.getAsBoolean() || times.now() - deadline > 0);
    }

    /** A short window of load at a rate, to see whether it holds. */
    Step trial(Mix mix, int rate) throws InterruptedException {
        long sentBefore = sum(Stat::sent);
        long okBefore = sum(Stat::ok) + sum(Stat::rejected);
        long lateBefore = generator.health().report().late();
        generator.tickToTrade().discard();
        Schedule schedule = schedule(mix, rate, TRIAL);
        generator
                .tickToTrade()
                .begin(epoch(schedule.start() + TRIAL_SETTLING), epoch(schedule.end()));
        schedule.forEach(at -> mix.plan(at, op -> generator.plan(op, true)));
        loop.runUntil(schedule.end());
        settle();
        Histogram ticks = generator.tickToTrade().discard();
        Long p99 = ticks.getTotalCount() == 0 ? null : ticks.getValueAtPercentile(99) / 1_000;
        long sent = sum(Stat::sent) - sentBefore;
        double done = (double) (sum(Stat::ok) + sum(Stat::rejected) - okBefore) / sent;
        double late = (double) (generator.health().report().late() - lateBefore) / sent;
        boolean held =
                p99 != null
                        && p99 <= MaxRateSearch.P99_LIMIT_US
                        && done >= ENOUGH_DONE
                        && late <= MOST_LATE;
        return new Step(rate, p99, done, held);
    }

    private long sum(java.util.function.ToLongFunction<Stat> count) {
        return generator.stats().everything().mapToLong(count).sum();
    }

    private Schedule schedule(Mix mix, int rate, long nanos) {
        long start = times.now() + Math.max(GAP, mix.leadNanos());
        return new Schedule(start, rate, nanos, nextSeed++);
    }

    long millis(long nanos) {
        return epoch(nanos) / 1_000_000;
    }

    private long epoch(long nanos) {
        return times.toEpoch(nanos);
    }
}
