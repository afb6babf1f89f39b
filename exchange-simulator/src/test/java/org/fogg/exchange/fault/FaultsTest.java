package org.fogg.exchange.fault;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class FaultsTest {

    private static final FaultProfile EVERYTHING = new FaultProfile(3, 0.5, 20, 0.1, 0.2, 0.3, 0.4);

    private final Faults faults = new Faults();

    @Test
    void shouldDoNothingWithoutAProfile() {
        assertThat(faults.nextRequest()).isEqualTo(Faults.Hit.NONE);
        assertThat(faults.duplicatesTick()).isFalse();
    }

    @Test
    void shouldHitTheSameRequestsWhenTheSeedIsTheSame() {
        assertThat(hits(EVERYTHING)).isEqualTo(hits(EVERYTHING));
    }

    @Test
    void shouldHitAboutAsOftenAsAskedFor() {
        List<Faults.Hit> hits = hits(EVERYTHING);

        assertThat(hits.stream().filter(hit -> hit.delayMs() == 20).count()).isBetween(450L, 550L);
        assertThat(hits.stream().filter(Faults.Hit::lostAnswer).count()).isBetween(70L, 130L);
        assertThat(hits.stream().filter(Faults.Hit::refusal).count()).isBetween(160L, 240L);
        assertThat(hits.stream().filter(Faults.Hit::duplicate).count()).isBetween(250L, 350L);
        assertThat(hits.stream().filter(Faults.Hit::partial).count()).isBetween(350L, 450L);
        assertThat(Stream.generate(faults::duplicatesTick).limit(1_000).filter(b -> b).count())
                .isBetween(250L, 350L);
    }

    @Test
    void shouldStopWhenTheProfileIsTakenBack() {
        faults.use(EVERYTHING);
        faults.use(FaultProfile.NONE);

        assertThat(faults.nextRequest()).isEqualTo(Faults.Hit.NONE);
    }

    private List<Faults.Hit> hits(FaultProfile profile) {
        faults.use(profile);
        return Stream.generate(faults::nextRequest).limit(1_000).toList();
    }
}
