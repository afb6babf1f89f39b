package org.fogg.benchmarks.book;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class TriggersTest {

    private final Triggers triggers = new Triggers(new int[] {1, 2});

    @Test
    void shouldBeContentWhenAllCameInTurn() {
        triggers.restart(10);
        triggers.triggered(11);
        triggers.triggered(12);

        triggers.requireAll();
    }

    @Test
    void shouldThrowWhenOrdersCameInAnotherTurn() {
        triggers.triggered(2);
        triggers.triggered(1);

        assertThatThrownBy(triggers::requireAll).hasMessageContaining("2 of them");
    }

    @Test
    void shouldThrowWhenTooFewOrTooManyCame() {
        triggers.triggered(1);
        assertThatThrownBy(triggers::requireAll).hasMessageContaining("1 triggered");

        triggers.triggered(2);
        triggers.triggered(3);
        assertThatThrownBy(triggers::requireAll).hasMessageContaining("3 triggered");
    }
}
