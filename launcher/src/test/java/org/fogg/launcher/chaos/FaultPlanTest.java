package org.fogg.launcher.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.fogg.launcher.chaos.Fault.Signal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FaultPlanTest {

    private static final Set<Target> ALL = EnumSet.complementOf(EnumSet.of(Target.DCS));
    private static final long MILLIS = 300_000;
    private static final long SESSION_MILLIS = 6_000;

    @Test
    void shouldPlanTheSameWhenTheSeedIsTheSame() {
        assertThat(FaultPlan.of(7, 40, MILLIS, ALL)).isEqualTo(FaultPlan.of(7, 40, MILLIS, ALL));
        assertThat(FaultPlan.of(7, 40, MILLIS, ALL)).isNotEqualTo(FaultPlan.of(8, 40, MILLIS, ALL));
    }

    @ParameterizedTest
    @ValueSource(ints = {6, 10, 13, 20, 40, 99, 1000})
    void shouldGiveWhatServesTheLoadAtLeastItsShare(int count) {
        for (long seed = 0; seed < 50; seed++) {
            List<Fault> faults = FaultPlan.of(seed, count, MILLIS, ALL);

            assertThat(faults).hasSize(count);
            for (Target target : FaultPlan.SERVING) {
                assertThat(of(faults, target))
                        .as("%s of seed %d", target, seed)
                        .isGreaterThanOrEqualTo((count * 15 + 99) / 100);
            }
            assertThat(of(faults, Target.ELASTICSEARCH)).isPositive();
        }
    }

    @Test
    void shouldHitWhatServesTheLoadFirstWhenThereAreFewFaults() {
        List<Fault> faults = FaultPlan.of(1, 4, MILLIS, ALL);

        assertThat(faults)
                .extracting(Fault::target)
                .containsExactlyInAnyOrderElementsOf(FaultPlan.SERVING);
    }

    @Test
    void shouldHitOnlyTheTargets() {
        assertThat(FaultPlan.of(1, 30, MILLIS, Set.of(Target.KAFKA, Target.ANALYTICS)))
                .extracting(Fault::target)
                .containsOnly(Target.KAFKA, Target.ANALYTICS);
    }

    @Test
    void shouldKillAndHaltSomeBeyondTheSession() {
        List<Fault> faults = FaultPlan.of(1, 40, MILLIS, ALL);

        assertThat(faults).extracting(Fault::signal).contains(Signal.SIGKILL, Signal.SIGSTOP);
        assertThat(faults)
                .filteredOn(fault -> fault.signal() == Signal.SIGSTOP)
                .anyMatch(fault -> fault.holdMillis() > SESSION_MILLIS)
                .anyMatch(fault -> fault.holdMillis() < SESSION_MILLIS);
    }

    @Test
    void shouldHitDataCentresTooWhereThereAreTwo() {
        for (long seed = 0; seed < 50; seed++) {
            List<Fault> faults = FaultPlan.of(seed, 10, MILLIS, EnumSet.allOf(Target.class));

            assertThat(of(faults, Target.DCS)).as("seed %d", seed).isPositive();
        }
    }

    @Test
    void shouldNeverHaltADataCentre() {
        assertThat(FaultPlan.of(1, 30, MILLIS, Set.of(Target.DCS)))
                .extracting(Fault::signal)
                .containsOnly(Signal.SIGKILL);
    }

    @Test
    void shouldStrikeWhileTheLoadLasts() {
        List<Fault> faults = FaultPlan.of(3, 40, MILLIS, ALL);

        assertThat(faults).isSortedAccordingTo(Comparator.comparingLong(Fault::atMillis));
        assertThat(faults).allMatch(fault -> fault.atMillis() > 0 && fault.atMillis() < MILLIS);
    }

    @Test
    void shouldPlanNothingWhenNoneIsWanted() {
        assertThat(FaultPlan.of(3, 0, MILLIS, ALL)).isEmpty();
    }

    private static long of(List<Fault> faults, Target target) {
        return faults.stream().filter(fault -> fault.target() == target).count();
    }
}
