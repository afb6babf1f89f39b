package org.fogg.core.trigger;

import java.util.function.IntToLongFunction;

/** The orders of each price level as a doubly linked list of slots. */
final class LevelQueues {

    private final OrderSlots slots;
    private final PriceLevels levels;

    LevelQueues(OrderSlots slots, PriceLevels levels) {
        this.slots = slots;
        this.levels = levels;
    }

    /** Links an order in at the end. */
    void add(int level, int slot) {
        slots.level(slot, level);
        append(level, levels.last(level), slot);
    }

    /** Links an order in before those of a higher priority, looked for from both ends at once. */
    void add(int level, int slot, IntToLongFunction priorities) {
        slots.level(slot, level);
        long priority = priority(slot, priorities);
        int last = levels.last(level);
        int behind = last;
        int ahead = levels.first(level);
        while (behind != 0 && priority(behind, priorities) > priority) {
            if (priority(ahead, priorities) > priority) {
                insert(level, slots.previous(ahead), slot, ahead);
                return;
            }
            ahead = slots.next(ahead);
            behind = slots.previous(behind);
        }
        if (behind == last) {
            append(level, last, slot);
        } else {
            insert(level, behind, slot, slots.next(behind));
        }
    }

    /** Links an order behind the last one of its level; 0 where the level is to begin with it. */
    void append(int level, int last, int slot) {
        slots.links(slot, 0, last);
        if (last == 0) {
            levels.ends(level, slot, slot);
        } else {
            slots.next(last, slot);
            levels.last(level, slot);
        }
    }

    /** Unlinks an order; whether its level is empty now. */
    boolean remove(int slot) {
        int next = slots.next(slot);
        int previous = slots.previous(slot);
        if (previous != 0) {
            slots.next(previous, next);
        } else if (next != 0) {
            levels.first(slots.level(slot), next);
        }
        if (next != 0) {
            slots.previous(next, previous);
        } else if (previous != 0) {
            levels.last(slots.level(slot), previous);
        }
        return next == 0 && previous == 0;
    }

    private long priority(int slot, IntToLongFunction priorities) {
        return priorities.applyAsLong(slots.reference(slot));
    }

    private void insert(int level, int previous, int slot, int next) {
        slots.links(slot, next, previous);
        slots.previous(next, slot);
        if (previous == 0) {
            levels.first(level, slot);
        } else {
            slots.next(previous, slot);
        }
    }
}
