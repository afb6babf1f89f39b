package org.fogg.trader.bench.floor;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.fogg.trader.bench.load.EventLoop;
import org.fogg.trader.bench.load.Times;
import org.fogg.trader.bench.measure.Latencies;
import org.fogg.trader.bench.measure.Problems;
import org.jspecify.annotations.Nullable;

/**
 * Measures the bare floor. A chain goes from thread to thread as its hops complete, with nothing in
 * between; only its end is noted in the loop's thread, to which all methods belong.
 */
public final class Floor {

    /** One market order to two triggered ones, as in the mix thirds, and now and then a step. */
    private static final List<Probe> TURNS =
            List.of(
                    Probe.TICK_TO_TRADE,
                    Probe.MARKET_ORDER,
                    Probe.TICK_TO_TRADE,
                    Probe.TICK_TO_TRADE,
                    Probe.PRODUCE_CONSUME,
                    Probe.MARKET_ORDER,
                    Probe.TICK_TO_TRADE,
                    Probe.TICK_TO_TRADE,
                    Probe.MARKET_ORDER,
                    Probe.EXECUTE,
                    Probe.TICK_TO_TRADE,
                    Probe.TICK_TO_TRADE,
                    Probe.MARKET_ORDER,
                    Probe.TICK_TO_TRADE,
                    Probe.APPEND,
                    Probe.TICK_TO_TRADE,
                    Probe.MARKET_ORDER,
                    Probe.TICK_TO_TRADE,
                    Probe.TICK_TO_TRADE,
                    Probe.PING);

    /** After a trigger a placement, for as many orders are placed as trigger, at other times. */
    private static final long PLACED_AFTER_NANOS = 20_000_000;

    private final EventLoop loop;
    private final Times times;
    private final Map<Probe, List<Hop>> hops = new EnumMap<>(Probe.class);
    private final Map<Probe, Latencies> latencies = new EnumMap<>(Probe.class);
    private final Problems problems = new Problems();
    private int turn;
    private long recorded;
    private long failed;
    private int underWay;

    /** A floor over these servers. */
    public Floor(EventLoop loop, Times times, FloorServers servers) {
        this(
                loop,
                times,
                servers.ping(),
                servers.produceConsume(),
                servers.execute(),
                servers.append());
    }

    Floor(EventLoop loop, Times times, Hop ping, Hop produceConsume, Hop execute, Hop append) {
        this.loop = loop;
        this.times = times;
        hops.put(Probe.TICK_TO_TRADE, List.of(produceConsume, execute, append));
        hops.put(Probe.MARKET_ORDER, List.of(ping, produceConsume, execute, append));
        hops.put(Probe.RESTING_ORDER, List.of(ping, produceConsume, append));
        hops.put(Probe.PRODUCE_CONSUME, List.of(produceConsume));
        hops.put(Probe.EXECUTE, List.of(execute));
        hops.put(Probe.APPEND, List.of(append));
        hops.put(Probe.PING, List.of(ping));
        for (Probe probe : Probe.values()) {
            latencies.put(probe, new Latencies("floor_" + probe.key()));
        }
    }

    /**
     * Plans the next probe, of the kind whose turn it is, in place of an order. An order that rests
     * and triggers is two chains, so that the servers have the same bare work as under load: a
     * machine that is half idle would have a low floor, which nothing under load could reach.
     *
     * @param counted whether it is part of what is measured
     */
    public void plan(long at, boolean counted) {
        Probe probe = TURNS.get(turn);
        turn = (turn + 1) % TURNS.size();
        loop.at(at, () -> start(probe, at, counted));
        if (probe == Probe.TICK_TO_TRADE) {
            long placedAt = at + PLACED_AFTER_NANOS;
            loop.at(placedAt, () -> start(Probe.RESTING_ORDER, placedAt, counted));
        }
    }

    /** A market order's time is measured from when it was planned, so its floor's is too. */
    private void start(Probe probe, long plannedAt, boolean counted) {
        underWay++;
        long from = probe == Probe.MARKET_ORDER ? plannedAt : times.now();
        run(
                hops(probe),
                0,
                problem -> {
                    long nanos = times.now() - from;
                    loop.submit(() -> end(probe, nanos, counted, problem));
                });
    }

    private static void run(List<Hop> hops, int at, Consumer<@Nullable Throwable> done) {
        if (at == hops.size()) {
            done.accept(null);
            return;
        }
        hops.get(at)
                .go(
                        problem -> {
                            if (problem == null) {
                                run(hops, at + 1, done);
                            } else {
                                done.accept(problem);
                            }
                        });
    }

    private void end(Probe probe, long nanos, boolean counted, @Nullable Throwable problem) {
        underWay--;
        if (problem != null) {
            failed++;
            problems.count("floor " + probe.key(), 0, String.valueOf(problem.getMessage()));
        } else if (counted) {
            recorded++;
            latencies(probe).record(nanos);
        }
    }

    /** Ends a window. */
    public void endWindow(long startMillis, long endMillis) {
        latencies.values().forEach(l -> l.endWindow(startMillis, endMillis));
    }

    /** Probes under way. */
    public int underWay() {
        return underWay;
    }

    /** Probes that are counted. */
    public long recorded() {
        return recorded;
    }

    /** Probes that failed; they are not counted. */
    public long failed() {
        return failed;
    }

    /** Why probes failed. */
    public Problems problems() {
        return problems;
    }

    /** What was measured. */
    public Latencies latencies(Probe probe) {
        return latencies.computeIfAbsent(probe, p -> new Latencies(p.key()));
    }

    private List<Hop> hops(Probe probe) {
        return hops.getOrDefault(probe, List.of());
    }

    /** Whether what was measured may be used. */
    public FloorVerdict verdict() {
        return FloorVerdict.of(p -> latencies(p).total());
    }
}
