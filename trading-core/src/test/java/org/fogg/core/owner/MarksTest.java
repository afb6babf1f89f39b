package org.fogg.core.owner;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** How far inputs have had their effect, whatever order they end in. */
class MarksTest {

    private final Marks some =
            Marks.of(10, Set.of(12L, 14L), Map.of(0, 5L), Map.of(1, 3L), Map.of(1, Set.of(5L)));

    @Test
    void shouldCountACommandWhenAllBeforeItAreDone() {
        CommandMarks marks = new CommandMarks(Marks.NONE);
        CommandMarks.Open first = marks.open(0);
        CommandMarks.Open second = marks.open(1);
        CommandMarks.Open third = marks.open(2);

        marks.done(second);
        assertThat(marks.low()).isZero();
        assertThat(marks.above()).containsExactly(1L);
        marks.done(first);

        assertThat(marks.low()).isEqualTo(2);
        assertThat(marks.above()).isEmpty();
        marks.done(third);
        assertThat(marks.low()).isEqualTo(3);
    }

    @Test
    void shouldKnowTheCommandsThatAnEarlierOwnerDid() {
        CommandMarks marks = new CommandMarks(some);

        assertThat(List.of(9L, 12L, 14L)).allMatch(marks::isKnown);
        assertThat(List.of(10L, 11L, 13L, 15L)).noneMatch(marks::isKnown);
        assertThat(marks.above()).containsExactly(12L, 14L);
        marks.done(marks.open(10));
        marks.done(marks.open(11));
        marks.done(marks.open(12));
        assertThat(marks.low()).isEqualTo(13);
        assertThat(marks.above()).containsExactly(14L);
    }

    @Test
    void shouldHoldTicksBackWhileAnAttemptIsOpen() {
        TickMarks marks = new TickMarks(Map.of(0, 5L));
        assertThat(marks.isSeen(0, 4)).isTrue();
        assertThat(marks.isSeen(0, 5)).isFalse();
        assertThat(marks.isSeen(1, 0)).isFalse();
        TickMarks.Hold hold = marks.hold(0, 6);
        assertThat(marks.hold(0, 6)).isSameAs(hold);
        TickMarks.Hold later = marks.hold(0, 8);
        marks.seen(0, 9);
        marks.seen(0, 7);

        assertThat(marks.marks()).isEqualTo(Map.of(0, 6L, 1, 0L));
        later.release();
        hold.release();
        assertThat(marks.marks()).containsEntry(0, 6L);
        assertThat(hold.again()).isSameAs(hold);
        hold.release();
        hold.release();

        assertThat(marks.marks()).containsEntry(0, 10L);
        assertThat(marks.isSeen(0, 9)).isTrue();
    }

    @Test
    void shouldStayWhileFrozenAndGoBackWhenRewound() {
        TickMarks marks = new TickMarks(Map.of(0, 5L));
        marks.freeze();
        marks.seen(0, 9);
        assertThat(marks.marks()).isEqualTo(Map.of(0, 5L));

        marks.rewind();
        marks.thaw();
        assertThat(marks.isSeen(0, 5)).isFalse();
        marks.seen(0, 6);

        assertThat(marks.marks()).isEqualTo(Map.of(0, 7L));
    }

    @Test
    void shouldNotPassAHoldThatIsAheadOfWhatWasSeen() {
        TickMarks marks = new TickMarks(Map.of(0, 5L));

        marks.hold(0, 9);

        assertThat(marks.marks()).isEqualTo(Map.of(0, 5L));
    }

    @Test
    void shouldTakeEachReportOnceInAnyOrder() {
        ReportMarks marks = new ReportMarks(some);

        assertThat(marks.add(1, 3)).isFalse();
        assertThat(marks.add(1, 5)).isFalse();
        assertThat(marks.add(1, 6)).isTrue();
        assertThat(marks.low(1)).isEqualTo(3);
        assertThat(marks.aboves().get(1)).containsExactly(5L, 6L);
        assertThat(marks.add(1, 4)).isTrue();
        assertThat(marks.lows()).isEqualTo(Map.of(1, 6L));
        assertThat(marks.aboves().get(1)).isEmpty();
        assertThat(marks.add(2, 2)).isTrue();
        assertThat(marks.low(2)).isZero();
        assertThat(marks.lows()).doesNotContainKey(2);
        assertThat(marks.add(2, 0)).isTrue();
        assertThat(marks.add(2, 0)).isTrue();
        assertThat(marks.add(2, 1)).isTrue();
        assertThat(marks.low(2)).isEqualTo(2);
    }

    @Test
    void shouldLeaveOutExchangesWithNothingAboveTheirMark() {
        Marks marks = Marks.of(1, Set.of(), Map.of(), Map.of(1, 2L), Map.of(1, Set.<Long>of()));

        assertThat(marks.reportsAbove()).isEmpty();
        assertThat(marks.exchangeMarks()).isEqualTo(Map.of(1, 2L));
        assertThat(JournalEntry.segmentOf(4095)).isZero();
        assertThat(JournalEntry.segmentOf(4096)).isEqualTo(1);
    }
}
