package org.fogg.trader.bench.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class RepeatLaneTest {

    private final List<String> sent = new ArrayList<>();
    private final RepeatLane lane = new RepeatLane(2);

    private void enter(String request) {
        lane.enter(() -> sent.add(request));
    }

    @Test
    void shouldSendAsManyAsFitAndTheNextWhenOneIsAnswered() {
        enter("a");
        enter("b");
        enter("c");
        enter("d");
        assertThat(sent).containsExactly("a", "b");

        lane.leave();
        assertThat(sent).containsExactly("a", "b", "c");
        lane.leave();
        lane.leave();
        assertThat(sent).containsExactly("a", "b", "c", "d");
    }

    @Test
    void shouldSendAtOnceAgainWhenAllAreAnswered() {
        enter("a");
        enter("b");
        lane.leave();
        lane.leave();

        enter("c");
        enter("d");
        enter("e");

        assertThat(sent).containsExactly("a", "b", "c", "d");
    }
}
