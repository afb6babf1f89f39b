package org.fogg.core.trigger;

import java.util.Arrays;

/**
 * The resting orders as fixed-size records in chunks of long[], so that an order costs no object,
 * its fields share a cache line, and growth neither copies nor leaves more than one chunk empty.
 * Slots are numbered from 1; 0 means none. Freed slots are used again, the latest first.
 */
final class OrderSlots {

    private static final int CHUNK_BITS = 12;
    private static final int CHUNK_SLOTS = 1 << CHUNK_BITS;
    private static final int CHUNK_MASK = CHUNK_SLOTS - 1;

    private static final int WORDS = 4;
    private static final int ID_HIGH = 0;
    private static final int ID_LOW = 1;

    /** Next slot of the level in the upper half, previous one in the lower. */
    private static final int LINKS = 2;

    /** Level in the upper half, the caller's reference in the lower. */
    private static final int PLACE = 3;

    private static final long LOWER = 0xffff_ffffL;

    private long[][] chunks = {new long[CHUNK_SLOTS * WORDS]};
    private int used = 1;
    private int firstFree;

    int allocate(long idHigh, long idLow, int reference) {
        int slot = firstFree;
        if (slot != 0) {
            firstFree = next(slot);
        } else {
            slot = used++;
            if (slot >>> CHUNK_BITS == chunks.length) {
                chunks = Arrays.copyOf(chunks, chunks.length + 1);
                chunks[chunks.length - 1] = new long[CHUNK_SLOTS * WORDS];
            }
        }
        long[] chunk = chunks[slot >>> CHUNK_BITS];
        int at = (slot & CHUNK_MASK) * WORDS;
        chunk[at + ID_HIGH] = idHigh;
        chunk[at + ID_LOW] = idLow;
        chunk[at + PLACE] = reference;
        return slot;
    }

    void free(int slot) {
        links(slot, firstFree, 0);
        firstFree = slot;
    }

    boolean hasId(int slot, long idHigh, long idLow) {
        long[] chunk = chunks[slot >>> CHUNK_BITS];
        int at = (slot & CHUNK_MASK) * WORDS;
        return chunk[at + ID_LOW] == idLow && chunk[at + ID_HIGH] == idHigh;
    }

    long idHigh(int slot) {
        return chunks[slot >>> CHUNK_BITS][(slot & CHUNK_MASK) * WORDS + ID_HIGH];
    }

    long idLow(int slot) {
        return chunks[slot >>> CHUNK_BITS][(slot & CHUNK_MASK) * WORDS + ID_LOW];
    }

    int next(int slot) {
        return (int) (chunks[slot >>> CHUNK_BITS][(slot & CHUNK_MASK) * WORDS + LINKS] >>> 32);
    }

    int previous(int slot) {
        return (int) chunks[slot >>> CHUNK_BITS][(slot & CHUNK_MASK) * WORDS + LINKS];
    }

    int level(int slot) {
        return (int) (chunks[slot >>> CHUNK_BITS][(slot & CHUNK_MASK) * WORDS + PLACE] >>> 32);
    }

    int reference(int slot) {
        return (int) chunks[slot >>> CHUNK_BITS][(slot & CHUNK_MASK) * WORDS + PLACE];
    }

    void links(int slot, int next, int previous) {
        chunks[slot >>> CHUNK_BITS][(slot & CHUNK_MASK) * WORDS + LINKS] =
                ((long) next << 32) | previous;
    }

    void next(int slot, int next) {
        long[] chunk = chunks[slot >>> CHUNK_BITS];
        int at = (slot & CHUNK_MASK) * WORDS + LINKS;
        chunk[at] = ((long) next << 32) | (chunk[at] & LOWER);
    }

    void previous(int slot, int previous) {
        long[] chunk = chunks[slot >>> CHUNK_BITS];
        int at = (slot & CHUNK_MASK) * WORDS + LINKS;
        chunk[at] = (chunk[at] & ~LOWER) | previous;
    }

    void level(int slot, int level) {
        long[] chunk = chunks[slot >>> CHUNK_BITS];
        int at = (slot & CHUNK_MASK) * WORDS + PLACE;
        chunk[at] = ((long) level << 32) | (chunk[at] & LOWER);
    }

    void rename(int slot, long idHigh, long idLow, int reference) {
        long[] chunk = chunks[slot >>> CHUNK_BITS];
        int at = (slot & CHUNK_MASK) * WORDS;
        chunk[at + ID_HIGH] = idHigh;
        chunk[at + ID_LOW] = idLow;
        chunk[at + PLACE] = (chunk[at + PLACE] & ~LOWER) | reference;
    }
}
