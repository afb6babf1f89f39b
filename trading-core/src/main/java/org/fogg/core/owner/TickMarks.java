package org.fogg.core.owner;

import java.util.ArrayDeque;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Up to where ticks have had their effect, by partition. A tick that led to an attempt whose
 * outcome is open holds its partition's mark back.
 */
final class TickMarks {

    private final SortedMap<Integer, Position> positions = new TreeMap<>();
    private @Nullable SortedMap<Integer, Long> frozen;

    TickMarks(Map<Integer, Long> marks) {
        marks.forEach((partition, offset) -> position(partition).next = offset);
    }

    private Position position(int partition) {
        return positions.computeIfAbsent(partition, p -> new Position());
    }

    /** Whether a tick has been taken in. */
    boolean isSeen(int partition, long offset) {
        return offset < position(partition).next;
    }

    /** All ticks of the partition up to this one have been taken in. */
    void seen(int partition, long offset) {
        Position position = position(partition);
        position.next = Math.max(position.next, offset + 1);
    }

    /** Lets a tick hold the mark back once more. */
    Hold hold(int partition, long offset) {
        Position position = position(partition);
        Hold last = position.holds.peekLast();
        if (last == null || last.offset != offset) {
            last = new Hold(position, offset);
            position.holds.addLast(last);
        }
        last.count++;
        return last;
    }

    /** The marks stay where they are from now on, whatever is taken in. */
    void freeze() {
        frozen = marks();
    }

    /** The marks move again, from what was taken in. */
    void thaw() {
        frozen = null;
    }

    /** Everything above the marks counts as not taken in; it will come again. */
    void rewind() {
        marks().forEach((partition, offset) -> position(partition).next = offset);
    }

    /** By partition: all ticks below the offset have had their effect. */
    SortedMap<Integer, Long> marks() {
        if (frozen != null) {
            return frozen;
        }
        SortedMap<Integer, Long> marks = new TreeMap<>();
        positions.forEach((partition, position) -> marks.put(partition, position.low()));
        return marks;
    }

    private static final class Position {

        private final ArrayDeque<Hold> holds = new ArrayDeque<>();
        private long next;

        private long low() {
            Hold first = holds.peekFirst();
            return first == null ? next : Math.min(first.offset, next);
        }
    }

    /** A tick with attempts under way. */
    static final class Hold {

        private final Position position;
        private final long offset;
        private int count;

        private Hold(Position position, long offset) {
            this.position = position;
            this.offset = offset;
        }

        /** Holds once more. */
        Hold again() {
            count++;
            return this;
        }

        /** Holds once less. */
        void release() {
            count--;
            ArrayDeque<Hold> holds = position.holds;
            for (Hold first = holds.peekFirst(); first != null && first.count == 0; ) {
                holds.removeFirst();
                first = holds.peekFirst();
            }
        }
    }
}
