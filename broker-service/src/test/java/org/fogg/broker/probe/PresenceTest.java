package org.fogg.broker.probe;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PresenceTest {

    private final Presence presence = new Presence();

    @Test
    void shouldBeThereWhenNeverAsked() {
        assertThat(presence.isThere()).isTrue();
    }

    @Test
    void shouldBeThereWhenOneProbeIsMissedNowAndThen() {
        for (int i = 0; i < 5; i++) {
            presence.missed();
            assertThat(presence.isThere()).isTrue();
            presence.answered();
        }
    }

    @Test
    void shouldBeAwayWhenTwoProbesInARowAreMissed() {
        presence.missed();
        presence.missed();

        assertThat(presence.isThere()).isFalse();
    }

    @Test
    void shouldBeAwayAtOnceWhenItsConnectionsAreRefused() {
        presence.refused();

        assertThat(presence.isThere()).isFalse();
    }

    @Test
    void shouldBeBackWithOneAnswerHoweverLongItWasAway() {
        for (int i = 0; i < 10; i++) {
            presence.missed();
        }

        presence.answered();

        assertThat(presence.isThere()).isTrue();
    }
}
