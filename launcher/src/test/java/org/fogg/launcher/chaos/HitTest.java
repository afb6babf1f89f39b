package org.fogg.launcher.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import org.fogg.launcher.chaos.Fault.Signal;
import org.fogg.launcher.world.Part;
import org.junit.jupiter.api.Test;

class HitTest {

    private static final Victim KAFKA = Victim.of(new Part("kafka", Part.Kind.KAFKA));
    private static final Part FIRST_PART = new Part("europe-1", Part.Kind.BROKERS);
    private static final Victim FIRST = Victim.of(FIRST_PART);
    private static final Victim SECOND = Victim.of(new Part("europe-2", Part.Kind.BROKERS));
    private static final Victim DC = new Victim(Target.DCS, "europe-1", List.of(FIRST_PART));
    private static final List<Victim> VICTIMS = List.of(KAFKA, FIRST, SECOND, DC);

    @Test
    void shouldTakeTheNextThatHitOtherParts() {
        Fault kafka = fault(Target.KAFKA, 7, 1);
        Fault second = fault(Target.BROKERS, 3, 2);
        Fault kafkaAgain = fault(Target.KAFKA, 0, 3);
        Fault first = fault(Target.BROKERS, 2, 4);
        Fault secondAgain = fault(Target.BROKERS, 1, 5);
        List<Fault> waiting =
                new ArrayList<>(List.of(kafka, second, kafkaAgain, first, secondAgain));

        assertThat(Hit.next(waiting, 3, VICTIMS))
                .containsExactly(
                        new Hit(kafka, KAFKA), new Hit(second, SECOND), new Hit(first, FIRST));
        assertThat(waiting).containsExactly(kafkaAgain, secondAgain);
        assertThat(Hit.next(waiting, 3, VICTIMS)).hasSize(2);
        assertThat(Hit.next(waiting, 3, VICTIMS)).isEmpty();
    }

    @Test
    void shouldKeepTheOrderWhenOneIsTakenAtATime() {
        List<Fault> plan = FaultPlan.of(1, 40, 60_000, EnumSet.of(Target.KAFKA, Target.BROKERS));
        List<Fault> waiting = new ArrayList<>(plan);
        List<Fault> taken = new ArrayList<>();
        while (!waiting.isEmpty()) {
            taken.add(Hit.next(waiting, 1, VICTIMS).get(0).fault());
        }

        assertThat(taken).isEqualTo(plan);
    }

    @Test
    void shouldDoEveryFaultOnceWhateverHappensTogether() {
        List<Fault> plan = FaultPlan.of(1, 99, 60_000, EnumSet.of(Target.KAFKA, Target.BROKERS));
        List<Fault> waiting = new ArrayList<>(plan);
        List<Fault> taken = new ArrayList<>();
        while (!waiting.isEmpty()) {
            List<Hit> hits = Hit.next(waiting, 3, VICTIMS);
            assertThat(new HashSet<>(hits.stream().map(Hit::victim).toList())).hasSameSizeAs(hits);
            hits.forEach(hit -> taken.add(hit.fault()));
        }

        assertThat(taken).containsExactlyInAnyOrderElementsOf(plan);
    }

    @Test
    void shouldHitADataCentreAlone() {
        Fault kafka = fault(Target.KAFKA, 0, 1);
        Fault dc = fault(Target.DCS, 0, 2);
        Fault first = fault(Target.BROKERS, 0, 3);
        List<Fault> waiting = new ArrayList<>(List.of(kafka, dc, first));

        assertThat(Hit.next(waiting, 3, VICTIMS)).containsExactly(new Hit(kafka, KAFKA));
        assertThat(Hit.next(waiting, 3, VICTIMS)).containsExactly(new Hit(dc, DC));
        assertThat(Hit.next(waiting, 3, VICTIMS)).containsExactly(new Hit(first, FIRST));
    }

    private static Fault fault(Target target, int pick, long atMillis) {
        return new Fault(target, pick, Signal.SIGKILL, atMillis, 0);
    }
}
