package org.fogg.core.trigger;

import java.util.Arrays;

/**
 * The price levels: for each its ladder, key, and first and last order. Numbered from 1; 0 means
 * none.
 */
final class PriceLevels {

    static final int KEY_BITS = 48;
    static final long KEY_MASK = (1L << KEY_BITS) - 1;

    private static final int CHUNK_BITS = 11;
    private static final int CHUNK_LEVELS = 1 << CHUNK_BITS;
    private static final int CHUNK_MASK = CHUNK_LEVELS - 1;

    private static final int WORDS = 2;

    /** Ladder in the upper 16 bits, key in the rest. */
    private static final int KEY = 0;

    /** First order in the upper half, last one in the lower; of a free level: the next free one. */
    private static final int ENDS = 1;

    private static final long LOWER = 0xffff_ffffL;

    private long[][] chunks = {new long[CHUNK_LEVELS * WORDS]};
    private int used = 1;
    private int firstFree;

    int allocate(int ladder, long key) {
        int level = firstFree;
        if (level != 0) {
            firstFree = last(level);
        } else {
            level = used++;
            if (level >>> CHUNK_BITS == chunks.length) {
                chunks = Arrays.copyOf(chunks, chunks.length + 1);
                chunks[chunks.length - 1] = new long[CHUNK_LEVELS * WORDS];
            }
        }
        long[] chunk = chunks[level >>> CHUNK_BITS];
        int at = (level & CHUNK_MASK) * WORDS;
        chunk[at + KEY] = ((long) ladder << KEY_BITS) | key;
        chunk[at + ENDS] = 0;
        return level;
    }

    void free(int level) {
        ends(level, 0, firstFree);
        firstFree = level;
    }

    int ladder(int level) {
        return (int)
                (chunks[level >>> CHUNK_BITS][(level & CHUNK_MASK) * WORDS + KEY] >>> KEY_BITS);
    }

    long key(int level) {
        return chunks[level >>> CHUNK_BITS][(level & CHUNK_MASK) * WORDS + KEY] & KEY_MASK;
    }

    int first(int level) {
        return (int) (chunks[level >>> CHUNK_BITS][(level & CHUNK_MASK) * WORDS + ENDS] >>> 32);
    }

    int last(int level) {
        return (int) chunks[level >>> CHUNK_BITS][(level & CHUNK_MASK) * WORDS + ENDS];
    }

    void ends(int level, int first, int last) {
        chunks[level >>> CHUNK_BITS][(level & CHUNK_MASK) * WORDS + ENDS] =
                ((long) first << 32) | last;
    }

    void first(int level, int first) {
        long[] chunk = chunks[level >>> CHUNK_BITS];
        int at = (level & CHUNK_MASK) * WORDS + ENDS;
        chunk[at] = ((long) first << 32) | (chunk[at] & LOWER);
    }

    void last(int level, int last) {
        long[] chunk = chunks[level >>> CHUNK_BITS];
        int at = (level & CHUNK_MASK) * WORDS + ENDS;
        chunk[at] = (chunk[at] & ~LOWER) | last;
    }
}
