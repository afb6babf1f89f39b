package org.fogg.audit.wire;

import java.util.Collections;
import java.util.NavigableMap;
import java.util.TreeMap;

/**
 * Finds gaps and repeats among numbers that should count 1, 2, 3 …, in whatever order they come.
 * Memory grows with the gaps only.
 */
public final class Numbering {

    private final NavigableMap<Long, Long> gaps = new TreeMap<>();
    private long highest;

    /**
     * Takes a number.
     *
     * @return false when it was taken before, or is not above 0
     */
    public boolean take(long number) {
        if (number <= 0) {
            return false;
        }
        if (number > highest) {
            if (number > highest + 1) {
                gaps.put(highest + 1, number - 1);
            }
            highest = number;
            return true;
        }
        var gap = gaps.floorEntry(number);
        if (gap == null || gap.getValue() < number) {
            return false;
        }
        gaps.remove(gap.getKey());
        if (gap.getKey() < number) {
            gaps.put(gap.getKey(), number - 1);
        }
        if (gap.getValue() > number) {
            gaps.put(number + 1, gap.getValue());
        }
        return true;
    }

    /** The highest number taken; 0 before the first. */
    public long highest() {
        return highest;
    }

    /** First and last number of each gap below the highest. */
    public NavigableMap<Long, Long> gaps() {
        return Collections.unmodifiableNavigableMap(gaps);
    }
}
