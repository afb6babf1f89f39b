package org.fogg.trader.bench.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class EventLoopTest {

    private final FakeTime time = new FakeTime();
    private final EventLoop loop = new EventLoop(time::now);
    private final List<String> done = new ArrayList<>();

    @Test
    void shouldRunWhatIsDueInTheOrderOfItsTime() {
        long now = time.now();
        loop.at(now + 2 * FakeTime.MILLI, () -> done.add("second"));
        loop.at(now + FakeTime.MILLI, () -> done.add("first"));
        loop.at(now + 9 * FakeTime.MILLI, () -> done.add("later"));

        time.advanceMillis(3);

        assertThat(loop.doWork()).isEqualTo(2);
        assertThat(done).containsExactly("first", "second");
    }

    @Test
    void shouldRunInTheOrderOfPlanningWhenTimesAreEqual() {
        long now = time.now();
        loop.at(now, () -> done.add("a"));
        loop.at(now, () -> done.add("b"));

        loop.doWork();

        assertThat(done).containsExactly("a", "b");
    }

    @Test
    void shouldRunWhatWasDueWhenTheTimeHasPassedMeanwhile() throws InterruptedException {
        long now = time.now();
        loop.at(now + FakeTime.MILLI, () -> done.add("due"));
        loop.at(now + 2 * FakeTime.MILLI, () -> done.add("due at the end"));
        time.advanceMillis(3);

        loop.runUntil(now + 2 * FakeTime.MILLI);

        assertThat(done).containsExactly("due", "due at the end");
    }

    @Test
    void shouldRunWhatOtherThreadsHandOver() throws InterruptedException {
        Thread other = new Thread(() -> loop.submit(() -> done.add("handed over")));
        other.start();
        other.join();

        loop.runUntil(() -> !done.isEmpty());

        assertThat(done).containsExactly("handed over");
    }

    @Test
    void shouldStopWhenInterrupted() {
        Thread.currentThread().interrupt();

        assertThatThrownBy(() -> loop.runUntil(() -> false))
                .isInstanceOf(InterruptedException.class);
    }
}
