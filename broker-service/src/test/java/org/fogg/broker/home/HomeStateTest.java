package org.fogg.broker.home;

import static org.assertj.core.api.Assertions.assertThat;
import static org.fogg.broker.home.HomeDecision.Change.ALONE;
import static org.fogg.broker.home.HomeDecision.Change.MOVED;
import static org.fogg.broker.home.HomeDecision.Change.REJOINING;
import static org.fogg.broker.home.HomeDecision.Change.TOGETHER;

import org.fogg.broker.home.HomeDecision.Change;
import org.fogg.broker.home.HomeState.Standing;
import org.junit.jupiter.api.Test;

class HomeStateTest {

    private static final HomeState FIRST = HomeState.NONE.after(decision(1, MOVED, "a"));

    private static HomeDecision decision(int term, Change change, String home) {
        return new HomeDecision(term, change, home, "someone", 0);
    }

    @Test
    void shouldBeginTogetherWhenTheFirstTermBegins() {
        assertThat(FIRST).isEqualTo(new HomeState(1, "a", Standing.TOGETHER));
    }

    @Test
    void shouldTakeTheFirstRecordOfATermWhenSeveralWantIt() {
        HomeState moved = FIRST.after(decision(2, MOVED, "b"));

        assertThat(moved).isEqualTo(new HomeState(2, "b", Standing.DIVERGED));
        assertThat(moved.after(decision(2, MOVED, "a"))).isEqualTo(moved);
        assertThat(FIRST.after(decision(3, MOVED, "b"))).isEqualTo(FIRST);
        assertThat(FIRST.after(decision(2, MOVED, "a"))).isEqualTo(FIRST);
    }

    @Test
    void shouldNotMoveToADataCentreThatLacksSomething() {
        HomeState alone = FIRST.after(decision(1, ALONE, "a"));
        HomeState rejoining = alone.after(decision(1, REJOINING, "a"));
        HomeState together = rejoining.after(decision(1, TOGETHER, "a"));

        assertThat(alone.other()).isEqualTo(Standing.BEHIND);
        assertThat(alone.after(decision(2, MOVED, "b"))).isEqualTo(alone);
        assertThat(rejoining.after(decision(2, MOVED, "b"))).isEqualTo(rejoining);
        assertThat(together.after(decision(2, MOVED, "b")).home()).isEqualTo("b");
    }

    @Test
    void shouldNotCallTogetherWhatWasLostAgainWhileItRejoined() {
        HomeState lost =
                FIRST.after(decision(1, ALONE, "a"))
                        .after(decision(1, REJOINING, "a"))
                        .after(decision(1, ALONE, "a"));

        assertThat(lost.after(decision(1, TOGETHER, "a")).other()).isEqualTo(Standing.BEHIND);
        assertThat(FIRST.after(decision(1, REJOINING, "a"))).isEqualTo(FIRST);
    }

    @Test
    void shouldNotTakeADecisionAboutATermThatIsOver() {
        HomeState moved = FIRST.after(decision(2, MOVED, "b")).after(decision(2, REJOINING, "b"));

        assertThat(moved.after(decision(1, ALONE, "a"))).isEqualTo(moved);
        assertThat(moved.after(decision(1, TOGETHER, "a"))).isEqualTo(moved);
    }

    @Test
    void shouldWantCommitsInBothWhenTheOtherTakesWrites() {
        assertThat(FIRST.takesWrites()).isTrue();
        assertThat(FIRST.after(decision(1, ALONE, "a")).takesWrites()).isFalse();
        assertThat(FIRST.after(decision(2, MOVED, "b")).takesWrites()).isFalse();
        assertThat(
                        FIRST.after(decision(1, ALONE, "a"))
                                .after(decision(1, REJOINING, "a"))
                                .takesWrites())
                .isTrue();
    }

    @Test
    void shouldDecodeWhatItEncoded() {
        var decision = new HomeDecision(7, REJOINING, "europe-eu-west-1", "europe-2", 42);

        assertThat(HomeCodec.decode(HomeCodec.encode(decision))).isEqualTo(decision);
    }
}
