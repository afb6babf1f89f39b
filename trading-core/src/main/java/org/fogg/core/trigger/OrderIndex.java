package org.fogg.core.trigger;

/**
 * Finds a slot by its order id: open addressing with linear probing over an int[]. An entry holds
 * the slot, how far it sits from its home, and as many bits of the id's hash as are left, so that
 * neither a search for an absent id nor closing the gap after a removal has to look at other slots.
 */
final class OrderIndex {

    private static final int DISTANCE_BITS = 4;

    /** Stands for itself and all above: then the distance is computed from the id. */
    private static final int FAR = (1 << DISTANCE_BITS) - 1;

    private static final int MIN_BITS = 6;
    private static final int MAX_BITS = 27;

    private final OrderSlots slots;
    private int[] table;
    private int bits;
    private int size;
    private int limit;

    OrderIndex(OrderSlots slots, int expected) {
        this.slots = slots;
        int wanted = MIN_BITS;
        while (wanted < MAX_BITS && limitOf(wanted) < expected) {
            wanted++;
        }
        bits = wanted;
        limit = limitOf(bits);
        table = new int[1 << bits];
    }

    int size() {
        return size;
    }

    /** The slot of an id; 0 when absent. */
    int find(long idHigh, long idLow) {
        int at = locate(idHigh, idLow);
        return at < 0 ? 0 : table[at] & mask();
    }

    /** Whether the id was absent; only then the slot is entered. */
    boolean add(long idHigh, long idLow, int slot) {
        if (size == limit) {
            grow();
        }
        int mask = mask();
        long hash = hash(idHigh, idLow);
        int fingerprint = fingerprint(hash);
        int home = home(hash);
        int at = home;
        for (int entry = table[at]; entry != 0; entry = table[at]) {
            if (((entry ^ fingerprint) >>> (bits + DISTANCE_BITS)) == 0
                    && slots.hasId(entry & mask, idHigh, idLow)) {
                return false;
            }
            at = (at + 1) & mask;
        }
        table[at] = fingerprint | distance((at - home) & mask) | slot;
        size++;
        return true;
    }

    /** Removes an id; its slot, or 0 when absent. */
    int remove(long idHigh, long idLow) {
        int at = locate(idHigh, idLow);
        if (at < 0) {
            return 0;
        }
        int slot = table[at] & mask();
        close(at);
        size--;
        return slot;
    }

    /** Where a slot is entered, if it sits in its id's home; else -1. Does not branch on that. */
    int guess(int slot) {
        int home = home(hash(slots.idHigh(slot), slots.idLow(slot)));
        return (table[home] & mask()) == slot ? home : -1;
    }

    /**
     * Removes a slot that is entered.
     *
     * @param guess as {@link #guess} told, maybe before other removals
     */
    void remove(int slot, int guess) {
        int mask = mask();
        int at = guess;
        if (at < 0 || (table[at] & mask) != slot) {
            at = home(hash(slots.idHigh(slot), slots.idLow(slot)));
            while ((table[at] & mask) != slot) {
                at = (at + 1) & mask;
            }
        }
        close(at);
        size--;
    }

    private int locate(long idHigh, long idLow) {
        int mask = mask();
        long hash = hash(idHigh, idLow);
        int fingerprint = fingerprint(hash);
        int at = home(hash);
        for (int entry = table[at]; entry != 0; entry = table[at]) {
            if (((entry ^ fingerprint) >>> (bits + DISTANCE_BITS)) == 0
                    && slots.hasId(entry & mask, idHigh, idLow)) {
                return at;
            }
            at = (at + 1) & mask;
        }
        return -1;
    }

    /** Moves later entries of the run up, so that searches need no tombstones. */
    private void close(int gap) {
        int mask = mask();
        int hole = gap;
        int at = (gap + 1) & mask;
        for (int entry = table[at]; entry != 0; entry = table[at]) {
            int distance = (entry >>> bits) & FAR;
            if (distance == FAR) {
                int slot = entry & mask;
                distance = (at - home(hash(slots.idHigh(slot), slots.idLow(slot)))) & mask;
            }
            int shift = (at - hole) & mask;
            if (distance >= shift) {
                table[hole] = (entry & ~(FAR << bits)) | distance(distance - shift);
                hole = at;
            }
            at = (at + 1) & mask;
        }
        table[hole] = 0;
    }

    private void grow() {
        if (bits == MAX_BITS) {
            throw new IllegalStateException("The trigger book is full at " + size + " orders");
        }
        int[] old = table;
        int oldMask = mask();
        bits++;
        limit = limitOf(bits);
        table = new int[1 << bits];
        int mask = mask();
        for (int entry : old) {
            if (entry != 0) {
                int slot = entry & oldMask;
                long hash = hash(slots.idHigh(slot), slots.idLow(slot));
                int home = home(hash);
                int at = home;
                while (table[at] != 0) {
                    at = (at + 1) & mask;
                }
                table[at] = fingerprint(hash) | distance((at - home) & mask) | slot;
            }
        }
    }

    private int mask() {
        return table.length - 1;
    }

    private int home(long hash) {
        return (int) (hash >>> (Long.SIZE - bits));
    }

    private int fingerprint(long hash) {
        return (int) hash << (bits + DISTANCE_BITS);
    }

    private int distance(int distance) {
        return Math.min(distance, FAR) << bits;
    }

    private static long hash(long idHigh, long idLow) {
        long mixed = (idHigh ^ Long.rotateLeft(idLow, 32)) * 0x9E37_79B9_7F4A_7C15L;
        return mixed ^ (mixed >>> 32);
    }

    /** Two thirds of the table: short runs, and 6 to 12 bytes per order. */
    private static int limitOf(int bits) {
        return (int) ((1L << (bits + 1)) / 3);
    }
}
