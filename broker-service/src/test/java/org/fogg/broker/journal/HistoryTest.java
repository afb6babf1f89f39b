package org.fogg.broker.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import java.util.TreeMap;
import org.fogg.broker.journal.History.Followed;
import org.fogg.broker.journal.History.Stretch;
import org.junit.jupiter.api.Test;

class HistoryTest {

    private static final long SPAN = 1 << 24;

    private static History of(Map<Integer, Followed> begun) {
        return History.of(new TreeMap<>(begun));
    }

    @Test
    void shouldGoOnWithTheNextTermWhereTheOneBeforeWasSeenToEnd() {
        History history = of(Map.of(2, new Followed(1, 9)));

        assertThat(history.stretches())
                .containsExactly(new Stretch(1, 0, 9), new Stretch(2, SPAN, Long.MAX_VALUE));
        assertThat(history.has(9)).isTrue();
        assertThat(history.has(10)).isFalse();
        assertThat(history.has(SPAN)).isTrue();
        assertThat(history.first()).isEqualTo(SPAN);
        assertThat(history.before()).isEqualTo(9);
    }

    @Test
    void shouldLeaveATermOutWhenItsSuccessorHadSeenNothingOfIt() {
        History history = of(Map.of(2, new Followed(1, 5), 3, new Followed(1, 9)));

        assertThat(history.stretches())
                .containsExactly(new Stretch(1, 0, 9), new Stretch(3, 2 * SPAN, Long.MAX_VALUE));
    }

    @Test
    void shouldBeginBehindATermWhenThatHadEntries() {
        History history = of(Map.of(2, new Followed(1, -1), 3, new Followed(2, SPAN + 3)));

        assertThat(history.stretches())
                .containsExactly(
                        new Stretch(1, 0, -1),
                        new Stretch(2, SPAN, SPAN + 3),
                        new Stretch(3, 2 * SPAN, Long.MAX_VALUE));
    }

    @Test
    void shouldHaveOneStretchWhenThereWasOneHome() {
        assertThat(of(Map.of())).isEqualTo(History.FIRST);
        assertThat(History.FIRST.before()).isEqualTo(-1);
    }

    @Test
    void shouldRefuseATermThatFollowsNoneThatHasBegun() {
        assertThatThrownBy(() -> of(Map.of(3, new Followed(2, 7))))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("Term 2");
    }
}
