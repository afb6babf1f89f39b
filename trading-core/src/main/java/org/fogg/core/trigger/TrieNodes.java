package org.fogg.core.trigger;

import java.util.Arrays;

/**
 * Nodes of up to 64 children in chunks of int[]. A node is a bitmap of the children there are, then
 * those, the highest first (so that the lowest leaves without moving others), in a block of six
 * sizes. A pointer to a node is positive and holds its block's place and size, so a node that
 * outgrows its block moves and gets another pointer.
 */
final class TrieNodes {

    private static final int CHUNK_BITS = 14;
    private static final int CHUNK_INTS = 1 << CHUNK_BITS;
    private static final int CHUNK_MASK = CHUNK_INTS - 1;

    private static final int BITMAP = 2;
    private static final int SIZES = 6;
    private static final int SIZE_BITS = 3;
    private static final int SIZE_MASK = (1 << SIZE_BITS) - 1;
    private static final long LOWER = 0xffff_ffffL;

    private final int[] firstFree = new int[SIZES];
    private int[][] chunks = {new int[CHUNK_INTS]};

    /** Blocks begin at even places; place 0 is not used, so that no pointer is 0. */
    private int used = 2;

    /** A node with two children, of different digits. */
    int pair(int digit, int child, int otherDigit, int otherChild) {
        int node = allocate(0);
        bitmap(node, (1L << digit) | (1L << otherDigit));
        set(node, digit < otherDigit ? 1 : 0, child);
        set(node, digit < otherDigit ? 0 : 1, otherChild);
        return node;
    }

    /** A node with one child. */
    int single(int digit, int child) {
        int node = allocate(0);
        bitmap(node, 1L << digit);
        set(node, 0, child);
        return node;
    }

    /** Where the child of a digit is, or would be: as many children have higher ones. */
    static int index(long bitmap, int digit) {
        return Long.bitCount(bitmap & (-2L << digit));
    }

    long bitmap(int node) {
        int place = place(node);
        int[] chunk = chunks[place >>> CHUNK_BITS];
        int at = place & CHUNK_MASK;
        return ((long) chunk[at] << 32) | (chunk[at + 1] & LOWER);
    }

    int child(int node, int index) {
        int place = place(node);
        return chunks[place >>> CHUNK_BITS][(place & CHUNK_MASK) + BITMAP + index];
    }

    /** The child with the lowest digit. */
    int lastChild(int node) {
        return child(node, Long.bitCount(bitmap(node)) - 1);
    }

    boolean isSingle(int node) {
        long bitmap = bitmap(node);
        return (bitmap & (bitmap - 1)) == 0;
    }

    void set(int node, int index, int child) {
        int place = place(node);
        chunks[place >>> CHUNK_BITS][(place & CHUNK_MASK) + BITMAP + index] = child;
    }

    /** Adds a child where there is none; the node's pointer from now on. */
    int add(int node, int digit, int child) {
        long bitmap = bitmap(node);
        int count = Long.bitCount(bitmap);
        int grown = count == capacity(node) ? move(node, count, (node & SIZE_MASK) + 1) : node;
        int index = index(bitmap, digit);
        int place = place(grown);
        int[] chunk = chunks[place >>> CHUNK_BITS];
        int at = (place & CHUNK_MASK) + BITMAP + index;
        System.arraycopy(chunk, at, chunk, at + 1, count - index);
        chunk[at] = child;
        bitmap(grown, bitmap | (1L << digit));
        return grown;
    }

    /** Removes one of several children; the node's pointer from now on. */
    int remove(int node, int digit) {
        long bitmap = bitmap(node);
        int left = Long.bitCount(bitmap) - 1;
        int index = index(bitmap, digit);
        int place = place(node);
        int[] chunk = chunks[place >>> CHUNK_BITS];
        int at = (place & CHUNK_MASK) + BITMAP + index;
        if (index < left) {
            System.arraycopy(chunk, at + 1, chunk, at, left - index);
        }
        bitmap(node, bitmap & ~(1L << digit));
        int size = node & SIZE_MASK;
        return size > 0 && left <= capacity(node) / 4 ? move(node, left, size - 1) : node;
    }

    void free(int node) {
        int size = node & SIZE_MASK;
        set(node, 0, firstFree[size]);
        firstFree[size] = node;
    }

    private int move(int node, int count, int size) {
        int moved = allocate(size);
        int from = place(node);
        int to = place(moved);
        System.arraycopy(
                chunks[from >>> CHUNK_BITS],
                from & CHUNK_MASK,
                chunks[to >>> CHUNK_BITS],
                to & CHUNK_MASK,
                BITMAP + count);
        free(node);
        return moved;
    }

    private int allocate(int size) {
        int node = firstFree[size];
        if (node != 0) {
            firstFree[size] = child(node, 0);
            return node;
        }
        int length = BITMAP + (2 << size);
        if ((used & CHUNK_MASK) + length > CHUNK_INTS) {
            used = (used | CHUNK_MASK) + 1;
        }
        if (used >>> CHUNK_BITS == chunks.length) {
            chunks = Arrays.copyOf(chunks, chunks.length + 1);
            chunks[chunks.length - 1] = new int[CHUNK_INTS];
        }
        int place = used;
        used += length;
        return (place >>> 1 << SIZE_BITS) | size;
    }

    private void bitmap(int node, long bitmap) {
        int place = place(node);
        int[] chunk = chunks[place >>> CHUNK_BITS];
        int at = place & CHUNK_MASK;
        chunk[at] = (int) (bitmap >>> 32);
        chunk[at + 1] = (int) bitmap;
    }

    private static int place(int node) {
        return node >>> SIZE_BITS << 1;
    }

    private static int capacity(int node) {
        return 2 << (node & SIZE_MASK);
    }
}
