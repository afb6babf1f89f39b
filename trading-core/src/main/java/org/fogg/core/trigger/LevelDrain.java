package org.fogg.core.trigger;

/** Takes triggered orders out of a level. */
final class LevelDrain {

    private static final int BATCH = 32;

    private final OrderSlots slots;
    private final PriceLevels levels;
    private final LevelQueues queues;
    private final OrderIndex index;

    /** Orders that are looked up in the index together, so that the loads overlap. */
    private final int[] batch = new int[BATCH];

    private final int[] guesses = new int[BATCH];

    LevelDrain(OrderSlots slots, PriceLevels levels, LevelQueues queues, OrderIndex index) {
        this.slots = slots;
        this.levels = levels;
        this.queues = queues;
        this.index = index;
    }

    /** Offers all orders of a level, in their order; how many left. The level may be empty then. */
    int drain(int level, TriggerListener listener) {
        int count = 0;
        int kept = 0;
        int slot = levels.first(level);
        levels.ends(level, 0, 0);
        while (slot != 0) {
            int size = 0;
            while (slot != 0 && size < BATCH) {
                batch[size] = slot;
                guesses[size++] = index.guess(slot);
                slot = slots.next(slot);
            }
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
}
