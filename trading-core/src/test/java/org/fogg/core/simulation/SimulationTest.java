package org.fogg.core.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.fogg.core.simulation.VirtualTime.MILLI;
import static org.fogg.core.simulation.VirtualTime.SECOND;

import org.fogg.core.Seeds;
import org.junit.jupiter.api.Test;

/** Whatever fails, and whenever: the promises of docs/promises.md hold. */
class SimulationTest {

    private static final int WORLDS = 200;
    private static final int CRASHES = 400;

    @Test
    void shouldKeepThePromisesWhateverFails() {
        long first = Seeds.seed("SimulationTest");
        for (long seed = first; seed < first + Seeds.runs(WORLDS); seed++) {
            run(seed);
        }
    }

    private static long run(long seed) {
        try {
            long pause = (20 + Math.floorMod(seed, 7) * 60) * MILLI;
            int georegions = 1 + (int) Math.floorMod(seed, 2L);
            int exchanges = 1 + (int) Math.floorMod(seed, 3L);
            return new Simulation(seed, georegions, exchanges).run(3 * SECOND, pause);
        } catch (AssertionError | RuntimeException e) {
            throw new AssertionError("Repeat with -Dfogg.seed=" + seed, e);
        }
    }

    @Test
    void shouldKeepThePromisesWhenTheOwnerCrashesAtAnyStep() {
        long seed = Seeds.seed("SimulationTest");
        for (int step = 0; step < CRASHES; step += Math.max(1, CRASHES / Seeds.runs(CRASHES))) {
            try {
                new Simulation(seed, 2, 2).runWithCrashAt(step);
            } catch (AssertionError | RuntimeException e) {
                throw new AssertionError(
                        "Crash at step " + step + ", repeat with -Dfogg.seed=" + seed, e);
            }
        }
    }

    @Test
    void shouldTakeTheSameCourseWhenTheSeedIsTheSame() {
        long seed = Seeds.seed("SimulationTest");

        assertThat(run(seed)).isEqualTo(run(seed)).isNotEqualTo(run(seed + 1));
    }
}
