package org.fogg.core.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * Orders of which only the id and a hash of the content are kept, in the order they came: 24 bytes
 * each and 8 to 16 of an index. None is ever removed.
 */
final class KnownOrders {

    private static final int WORDS = 3;
    private static final int BLOCK = 1 << 10;
    private static final int FEWEST_SLOTS = 1 << 6;

    /** Blocks, so that growing copies nothing. */
    private final List<long[]> blocks = new ArrayList<>();

    /** By the id's hash, then onwards: 1 + the place of an order, or 0. At most half are taken. */
    private int[] slots = new int[FEWEST_SLOTS];

    private int size;

    /** Hears of each order. */
    interface Visitor {
        void order(UUID orderId, long content);
    }

    /** Takes in an order that is not here yet. */
    void add(UUID orderId, long content) {
        if (size % BLOCK == 0) {
            blocks.add(new long[BLOCK * WORDS]);
        }
        int place = size++;
        long[] block = block(place);
        int at = offset(place);
        block[at] = orderId.getMostSignificantBits();
        block[at + 1] = orderId.getLeastSignificantBits();
        block[at + 2] = content;
        if (2 * size > slots.length) {
            slots = new int[2 * slots.length];
            for (int each = 0; each < size; each++) {
                index(each);
            }
        } else {
            index(place);
        }
    }

    private void index(int place) {
        long[] block = block(place);
        int at = offset(place);
        int slot = slot(block[at], block[at + 1]);
        while (slots[slot] != 0) {
            slot = next(slot);
        }
        slots[slot] = 1 + place;
    }

    /** The place of an order, for {@link #content}; below 0 when it is not here. */
    int find(UUID orderId) {
        long high = orderId.getMostSignificantBits();
        long low = orderId.getLeastSignificantBits();
        for (int slot = slot(high, low); slots[slot] != 0; slot = next(slot)) {
            int place = slots[slot] - 1;
            long[] block = block(place);
            int at = offset(place);
            if (block[at] == high && block[at + 1] == low) {
                return place;
            }
        }
        return -1;
    }

    long content(int place) {
        return block(place)[offset(place) + 2];
    }

    void visit(Visitor visitor) {
        for (int place = 0; place < size; place++) {
            long[] block = block(place);
            int at = offset(place);
            visitor.order(new UUID(block[at], block[at + 1]), block[at + 2]);
        }
    }

    private long[] block(int place) {
        return blocks.get(place / BLOCK);
    }

    private static int offset(int place) {
        return place % BLOCK * WORDS;
    }

    private int slot(long high, long low) {
        long mixed = (high ^ Long.rotateLeft(low, 32)) * 0x9E37_79B9_7F4A_7C15L;
        return (int) (mixed >>> 33) & (slots.length - 1);
    }

    private int next(int slot) {
        return (slot + 1) & (slots.length - 1);
    }
}
