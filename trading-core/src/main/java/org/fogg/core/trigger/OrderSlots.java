package org.fogg.core.trigger;

import java.util.Arrays;

/**
 * The resting orders as fixed-size records in chunks of int[], so that an order costs no object,
 * its fields are neighbours in memory, and growth neither copies nor leaves more than one chunk
 * empty. Every field that changes alone has its own ints: the order before or after one that leaves
 * is then only written to, and nothing waits for its cache line. Slots are numbered from 1; 0 means
 * none. Freed slots are used again, the latest first.
 */
final class OrderSlots {

    private static final int CHUNK_BITS = 12;
    private static final int CHUNK_SLOTS = 1 << CHUNK_BITS;
    private static final int CHUNK_MASK = CHUNK_SLOTS - 1;

    private static final int INTS = 8;

    /** Two longs, the upper half of each first. */
    private static final int ID_HIGH = 0;

    private static final int ID_LOW = 2;

    /** Next slot of the level; of a free one: the next free one. */
    private static final int NEXT = 4;

    private static final int PREVIOUS = 5;
    private static final int LEVEL = 6;

    /** The caller's. */
    private static final int REFERENCE = 7;

    private static final long LOWER = 0xffff_ffffL;

    private int[][] chunks = {new int[CHUNK_SLOTS * INTS]};
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
                chunks[chunks.length - 1] = new int[CHUNK_SLOTS * INTS];
            }
        }
        rename(slot, idHigh, idLow, reference);
        return slot;
    }

    void free(int slot) {
        next(slot, firstFree);
        firstFree = slot;
    }

    boolean hasId(int slot, long idHigh, long idLow) {
        return idLow(slot) == idLow && idHigh(slot) == idHigh;
    }

    long idHigh(int slot) {
        return id(slot, ID_HIGH);
    }

    long idLow(int slot) {
        return id(slot, ID_LOW);
    }

    int next(int slot) {
        return get(slot, NEXT);
    }

    int previous(int slot) {
        return get(slot, PREVIOUS);
    }

    int level(int slot) {
        return get(slot, LEVEL);
    }

    int reference(int slot) {
        return get(slot, REFERENCE);
    }

    void links(int slot, int next, int previous) {
        int[] chunk = chunks[slot >>> CHUNK_BITS];
        int at = (slot & CHUNK_MASK) * INTS;
        chunk[at + NEXT] = next;
        chunk[at + PREVIOUS] = previous;
    }

    void next(int slot, int next) {
        set(slot, NEXT, next);
    }

    void previous(int slot, int previous) {
        set(slot, PREVIOUS, previous);
    }

    void level(int slot, int level) {
        set(slot, LEVEL, level);
    }

    void rename(int slot, long idHigh, long idLow, int reference) {
        int[] chunk = chunks[slot >>> CHUNK_BITS];
        int at = (slot & CHUNK_MASK) * INTS;
        chunk[at + ID_HIGH] = (int) (idHigh >>> 32);
        chunk[at + ID_HIGH + 1] = (int) idHigh;
        chunk[at + ID_LOW] = (int) (idLow >>> 32);
        chunk[at + ID_LOW + 1] = (int) idLow;
        chunk[at + REFERENCE] = reference;
    }

    private long id(int slot, int field) {
        int[] chunk = chunks[slot >>> CHUNK_BITS];
        int at = (slot & CHUNK_MASK) * INTS + field;
        return ((long) chunk[at] << 32) | (chunk[at + 1] & LOWER);
    }

    private int get(int slot, int field) {
        return chunks[slot >>> CHUNK_BITS][(slot & CHUNK_MASK) * INTS + field];
    }

    private void set(int slot, int field, int value) {
        chunks[slot >>> CHUNK_BITS][(slot & CHUNK_MASK) * INTS + field] = value;
    }
}
