package org.fogg.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.fogg.stack.StackException.Problem;
import org.junit.jupiter.api.Test;

class MemoryTest {
    private static final List<ServerSpec> KAFKA = List.of(KafkaSpec.single().withHeapMb(256));

    @Test
    void shouldBeContentWhenThereIsEnough() {
        assertThatCode(() -> Memory.check(KAFKA, 436)).doesNotThrowAnyException();
    }

    @Test
    void shouldSayWhatIsNeededAndWhatIsThereWhenThereIsTooLittle() {
        assertThatThrownBy(() -> Memory.check(KAFKA, 435))
                .isInstanceOfSatisfying(
                        StackException.class,
                        e -> assertThat(e.problem()).isEqualTo(Problem.TOO_LITTLE_MEMORY))
                .hasMessageStartingWith(
                        "The servers need about 436 MiB of memory, but only 435 MiB are available");
    }

    @Test
    void shouldKnowHowMuchThisMachineHas() {
        assertThat(Memory.availableMb()).isPositive();
    }
}
