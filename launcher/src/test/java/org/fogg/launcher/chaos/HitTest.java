package org.fogg.launcher.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import org.fogg.launcher.chaos.Fault.Signal;
import org.fogg.launcher.world.Part;
import org.fogg.launcher.world.Part.Kind;
import org.junit.jupiter.api.Test;

class HitTest {

    private static final Part KAFKA = new Part("kafka", Kind.KAFKA);
    private static final Part FIRST = new Part("europe-1", Kind.BROKERS);
    private static final Part SECOND = new Part("europe-2", Kind.BROKERS);
    private static final List<Part> PARTS = List.of(KAFKA, FIRST, SECOND);

    @Test
    void shouldTakeTheNextThatHitOtherParts() {
        Fault kafka = fault(Kind.KAFKA, 7, 1);
        Fault second = fault(Kind.BROKERS, 3, 2);
        Fault kafkaAgain = fault(Kind.KAFKA, 0, 3);
        Fault first = fault(Kind.BROKERS, 2, 4);
        Fault secondAgain = fault(Kind.BROKERS, 1, 5);
        List<Fault> waiting =
                new ArrayList<>(List.of(kafka, second, kafkaAgain, first, secondAgain));

        assertThat(Hit.next(waiting, 3, PARTS))
                .containsExactly(
                        new Hit(kafka, KAFKA), new Hit(second, SECOND), new Hit(first, FIRST));
        assertThat(waiting).containsExactly(kafkaAgain, secondAgain);
        assertThat(Hit.next(waiting, 3, PARTS)).hasSize(2);
        assertThat(Hit.next(waiting, 3, PARTS)).isEmpty();
    }

    @Test
    void shouldKeepTheOrderWhenOneIsTakenAtATime() {
        List<Fault> plan = FaultPlan.of(1, 40, 60_000, EnumSet.of(Kind.KAFKA, Kind.BROKERS));
        List<Fault> waiting = new ArrayList<>(plan);
        List<Fault> taken = new ArrayList<>();
        while (!waiting.isEmpty()) {
            taken.add(Hit.next(waiting, 1, PARTS).get(0).fault());
        }

        assertThat(taken).isEqualTo(plan);
    }

    @Test
    void shouldDoEveryFaultOnceWhateverHappensTogether() {
        List<Fault> plan = FaultPlan.of(1, 99, 60_000, EnumSet.of(Kind.KAFKA, Kind.BROKERS));
        List<Fault> waiting = new ArrayList<>(plan);
        List<Fault> taken = new ArrayList<>();
        while (!waiting.isEmpty()) {
            List<Hit> hits = Hit.next(waiting, 3, PARTS);
            assertThat(new HashSet<>(hits.stream().map(Hit::part).toList())).hasSameSizeAs(hits);
            hits.forEach(hit -> taken.add(hit.fault()));
        }

        assertThat(taken).containsExactlyInAnyOrderElementsOf(plan);
    }

    private static Fault fault(Kind kind, int pick, long atMillis) {
        return new Fault(kind, pick, Signal.SIGKILL, atMillis, 0);
    }
}
