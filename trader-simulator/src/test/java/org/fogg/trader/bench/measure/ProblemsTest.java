package org.fogg.trader.bench.measure;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ProblemsTest {

    @Test
    void shouldCountMessagesThatDifferInNumbersOnlyAsOne() {
        Problems problems = new Problems();
        problems.count("market", 403, "requested: 10, available: 3");
        problems.count("market", 403, "requested: 7, available: 0");
        problems.count("cancel", 0, "time-out");

        assertThat(problems.most(5))
                .containsExactly(
                        new Problems.Problem("market: 403 requested: #, available: #", 2),
                        new Problems.Problem("cancel: no answer time-out", 1));
    }
}
