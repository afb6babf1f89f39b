package org.fogg.trader.simulate;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import org.fogg.ticker.price.PriceSource;
import org.fogg.world.Atlas;
import org.fogg.world.AtlasFile;

/**
 * Two georegions, 100 ms apart, whose figures can be added up by hand: traders are 20 ms from their
 * brokers; exchanges 10 ms (near) and 6 ms (far) from theirs; pairs are 30 ms (near) and 40 ms
 * (far) apart; zones 2 ms.
 */
final class SmallWorld {

    static final Atlas ATLAS =
            AtlasFile.read(
                    "small.yaml",
                    new StringReader(
                            """
                            aws_regions:
                              - {name: aa-a-1, city: A, latitude: 0, longitude: 0,
                                 rtt_ms: {aa-a-1: 2, aa-b-1: 30, bb-a-1: 100, bb-b-1: 110}}
                              - {name: aa-b-1, city: A, latitude: 0, longitude: 1,
                                 rtt_ms: {aa-a-1: 30, aa-b-1: 2, bb-a-1: 120, bb-b-1: 130}}
                              - {name: bb-a-1, city: B, latitude: 0, longitude: 20,
                                 rtt_ms: {aa-a-1: 100, aa-b-1: 120, bb-a-1: 2, bb-b-1: 40}}
                              - {name: bb-b-1, city: B, latitude: 0, longitude: 21,
                                 rtt_ms: {aa-a-1: 110, aa-b-1: 130, bb-a-1: 40, bb-b-1: 2}}
                            georegions:
                              - {name: near, title: Near, latitude: 0, longitude: 0,
                                 aws_regions: [aa-a-1, aa-b-1],
                                 traders_rtt_ms: {nearest: 20, farthest: 20}}
                              - {name: far, title: Far, latitude: 0, longitude: 20,
                                 aws_regions: [bb-a-1, bb-b-1],
                                 traders_rtt_ms: {nearest: 20, farthest: 20}}
                            exchanges:
                              - {id: 1, code: NEAR, name: Near, georegion: near, city: A,
                                 latitude: 0, longitude: 0, time_zone: UTC,
                                 rtt_ms: {aa-a-1: 10, aa-b-1: 40},
                                 stocks: [{symbol: N, name: N, price: 1000, volatility: 20}]}
                              - {id: 2, code: FAR, name: Far, georegion: far, city: B,
                                 latitude: 0, longitude: 20, time_zone: UTC,
                                 rtt_ms: {bb-a-1: 6, bb-b-1: 46},
                                 stocks: [{symbol: F, name: F, price: 1000, volatility: 20}]}
                            """));

    /** Twenty milliseconds between two changes of a price. */
    static final long TICK_NANOS = 20_000_000;

    /** One cent. */
    static final long STEP = 100;

    private SmallWorld() {}

    static SimulationSettings settings(Trips trips, Placement placement) {
        return new SimulationSettings(List.of("near", "far"), 20, 2, 1_000, placement, trips, 1, 7);
    }

    /** All trades of a run in which both prices rise by a step at each tick. */
    static List<SimulatedTrade> trades(SimulationSettings settings) {
        List<SimulatedTrade> trades = new ArrayList<>();
        Layout layout = new Layout(ATLAS, settings);
        Simulation.run(settings, layout, new Rising(), line -> {}, trades::add);
        return trades;
    }

    /** Both stocks in turn, each a step higher, at the same moments. */
    private static final class Rising implements PriceSource {

        private static final long OPENING = 10_000_000;
        private long changes;

        @Override
        public void advance() {
            changes++;
        }

        @Override
        public int stock() {
            return (int) (changes % 2);
        }

        @Override
        public long price() {
            return OPENING + (changes + 1) / 2 * STEP;
        }

        @Override
        public long dueAt() {
            return (changes + 1) / 2 * TICK_NANOS;
        }

        @Override
        public void moveTo(int stock, long price) {}
    }
}
