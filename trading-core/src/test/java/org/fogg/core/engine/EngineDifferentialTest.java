package org.fogg.core.engine;

import org.fogg.core.Seeds;
import org.junit.jupiter.api.Test;

/**
 * Compares the engine with the naive one over generated inputs: every event, every account and
 * holding after each step, every order now and then; folds the journal again and compares hashes.
 */
class EngineDifferentialTest {

    private static final int RUNS = 1_000;
    private static final int STEPS = 1_000;
    private static final int STEPS_PER_HASH = 97;

    @Test
    void shouldDoAsTheNaiveShardWhenGivenTheSameInputs() {
        long seed = Seeds.seed("EngineDifferentialTest");
        for (int run = 0; run < Seeds.runs(RUNS); run++) {
            GeneratedTrading trading = new GeneratedTrading(seed + run);
            for (int step = 0; step < STEPS; step++) {
                String where = "seed " + (seed + run) + ", step " + step;
                trading.step();
                trading.pair().compare(where);
                if (step % STEPS_PER_HASH == 0) {
                    trading.pair().keepHash(where);
                }
            }
            trading.pair().replayAll("seed " + (seed + run));
        }
    }
}
