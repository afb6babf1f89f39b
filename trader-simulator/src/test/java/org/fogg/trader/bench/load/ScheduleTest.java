package org.fogg.trader.bench.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ScheduleTest {

    private static final long SECOND = 1_000_000_000;

    private static List<Long> times(Schedule schedule) {
        List<Long> times = new ArrayList<>();
        schedule.forEach(times::add);
        return times;
    }

    @Test
    void shouldPlanOneTimeInEachSlot() {
        Schedule schedule = new Schedule(500, 200, 3 * SECOND, 7);

        List<Long> times = times(schedule);

        assertThat(times).hasSize(600).isSorted();
        for (int i = 0; i < times.size(); i++) {
            assertThat((times.get(i) - 500) / (SECOND / 200)).isEqualTo(i);
        }
        assertThat(schedule.end()).isEqualTo(500 + 3 * SECOND);
    }

    @Test
    void shouldPlanTheSameTimesForTheSameSeedOnly() {
        List<Long> times = times(new Schedule(0, 50, SECOND, 1));

        assertThat(times(new Schedule(0, 50, SECOND, 1))).isEqualTo(times);
        assertThat(times(new Schedule(0, 50, SECOND, 2))).isNotEqualTo(times);
    }

    @Test
    void shouldNotPlanAtEqualDistances() {
        List<Long> times = times(new Schedule(0, 100, SECOND, 3));

        assertThat(times.stream().map(t -> t % (SECOND / 100)).distinct().count())
                .isGreaterThan(90);
    }
}
