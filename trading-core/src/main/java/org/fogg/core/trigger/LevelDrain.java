package org.fogg.core.trigger;

/** Takes triggered orders out of a level. */
final class LevelDrain {

    private static final int BATCH = 32;
    private static final int BEHIND = 512;

    private final OrderSlots slots;
    private final PriceLevels levels;
    private final LevelQueues queues;
    private final OrderIndex index;

    /** Orders that are looked up in the index together, so that the loads overlap. */
    private final int[] batch = new int[BATCH];

    private final int[] guesses = new int[BATCH];

    /**
     * Orders found from the queue's end, the last one first, for later batches. Walking from both
     * ends, two loads are under way where one alone would have to be waited for.
     */
    private final int[] behind = new int[BEHIND];

    private int behindSize;

    /** What is left of the queue between both walks; 0 at the front when nothing is. */
    private int front;

    private int back;

    LevelDrain(OrderSlots slots, PriceLevels levels, LevelQueues queues, OrderIndex index) {
        this.slots = slots;
        this.levels = levels;
        this.queues = queues;
        this.index = index;
    }

    /** Offers all orders of a level, in their order; how many left. The level may be empty then. */
    int drain(int level, TriggerListener listener) {
        front = levels.first(level);
        back = levels.last(level);
        levels.ends(level, 0, 0);
        int count = 0;
        int kept = 0;
        for (int size = gather(); size != 0; size = gather()) {
            for (int i = 0; i < size; i++) {
                int each = batch[i];
                if (listener.triggered(slots.reference(each))) {
                    index.remove(each, guesses[i]);
                    slots.free(each);
                    count++;
                } else {
                    queues.append(level, kept, each);
                    kept = each;
                }
            }
        }
        return count;
    }

    /** Fills the batch with the next orders; how many. */
    private int gather() {
        int size = 0;
        while (front != 0 && size < BATCH) {
            batch[size] = front;
            guesses[size++] = index.guess(front);
            front = front == back ? 0 : slots.next(front);
            if (front != 0 && behindSize < BEHIND) {
                behind[behindSize++] = back;
                if (front == back) {
                    front = 0;
                } else {
                    back = slots.previous(back);
                }
            }
        }
        while (front == 0 && behindSize != 0 && size < BATCH) {
            int slot = behind[--behindSize];
            batch[size] = slot;
            guesses[size++] = index.guess(slot);
        }
        return size;
    }
}
