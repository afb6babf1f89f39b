package org.fogg.trader.bench.floor;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumMap;
import java.util.Map;
import org.HdrHistogram.Histogram;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class FloorVerdictTest {

    private final Map<Probe, Histogram> measured = new EnumMap<>(Probe.class);

    @BeforeEach
    void setUp() {
        takes(Probe.PING, 100);
        takes(Probe.PRODUCE_CONSUME, 300);
        takes(Probe.EXECUTE, 200);
        takes(Probe.APPEND, 400);
        takes(Probe.TICK_TO_TRADE, 950);
        takes(Probe.MARKET_ORDER, 1_000);
    }

    private void takes(Probe probe, long micros) {
        Histogram histogram = new Histogram(3);
        histogram.recordValue(micros * 1_000);
        measured.put(probe, histogram);
    }

    private FloorVerdict verdict() {
        return FloorVerdict.of(measured::get);
    }

    @Test
    void shouldHoldWhenChainsTakeLittleMoreThanTheirSteps() {
        takes(Probe.TICK_TO_TRADE, 1_349);
        takes(Probe.MARKET_ORDER, 1_498);

        assertThat(verdict().problems()).isEmpty();
    }

    @Test
    void shouldVoidTheRunWhenAChainTakesOverOneAndAHalfTimesItsSteps() {
        takes(Probe.TICK_TO_TRADE, 1_360);

        assertThat(verdict().problems())
                .singleElement()
                .asString()
                .startsWith("floor: tick_to_trade takes 13")
                .contains("over 1.5 times the")
                .contains("the run is void");
    }

    @Test
    void shouldNotHoldWhenSomethingWasNeverMeasured() {
        measured.put(Probe.EXECUTE, new Histogram(3));

        assertThat(verdict().problems())
                .hasSize(2)
                .allSatisfy(p -> assertThat(p).contains("execute was never measured"));
    }
}
