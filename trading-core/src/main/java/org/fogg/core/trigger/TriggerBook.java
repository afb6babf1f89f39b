package org.fogg.core.trigger;

import java.util.Arrays;
import java.util.function.IntToLongFunction;

/**
 * The resting orders of one shard, over all stocks, with an index by order id. Yields the orders
 * that a price triggers in price order, at one price by arrival or by the caller's priorities.
 * Prices are in 1/10,000. Order ids are 128-bit values in two longs. Allocates nothing in steady
 * state. Not thread-safe.
 *
 * <p>For each stock there are two ladders, one per {@link Direction}. Both keep the order that
 * triggers first at the lowest key; the falling one by counting its keys down from {@link
 * #MAX_PRICE}.
 */
public final class TriggerBook {

    /** Highest price of an order, in 1/10,000. */
    public static final long MAX_PRICE = (1L << 47) - 1;

    /** Highest number of a stock. */
    public static final int MAX_STOCK = (1 << 15) - 1;

    /** Returned when there is no such order. */
    public static final int ABSENT = -1;

    /** First prices of empty ladders; behind the keys of all orders. */
    private static final long NEVER_FALLING = 0;

    private static final long NEVER_RISING = MAX_PRICE + 1;

    private final OrderSlots slots = new OrderSlots();
    private final PriceLevels levels = new PriceLevels();
    private final LevelQueues queues = new LevelQueues(slots, levels);
    private final PriceLadders ladders = new PriceLadders(levels);
    private final OrderIndex index;
    private final LevelDrain drain;

    /**
     * Per ladder the price that triggers its first order, so that an idle tick looks no further.
     */
    private long[] firstPrices = new long[0];

    /**
     * An empty book.
     *
     * @param expectedOrders how many orders it should hold without growing its index; more fit
     */
    public TriggerBook(int expectedOrders) {
        index = new OrderIndex(slots, expectedOrders);
        drain = new LevelDrain(slots, levels, queues, index);
        reach(0);
    }

    /** How many orders rest. */
    public int size() {
        return index.size();
    }

    /** The price that triggers the first order of a stock and direction; 0 when none rests. */
    public long firstPrice(int stock, Direction direction) {
        int ladder = ladder(stock, direction);
        if (stock < 0 || ladder >= firstPrices.length) {
            return 0;
        }
        long price = firstPrices[ladder];
        return price == NEVER_RISING ? 0 : price;
    }

    /**
     * Adds an order behind all others at its price.
     *
     * @param stock the caller's number for the stock, 0 to {@link #MAX_STOCK}; memory is used for
     *     all numbers up to the highest
     * @param price at which it triggers, 1 to {@link #MAX_PRICE}
     * @param reference the caller's own number for the order, 0 or more
     * @return whether the id was not in the book; else nothing has changed
     * @throws IllegalArgumentException for a value out of range
     */
    public boolean add(
            int stock, Direction direction, long price, long idHigh, long idLow, int reference) {
        int slot = enter(stock, direction, price, idHigh, idLow, reference);
        if (slot == 0) {
            return false;
        }
        queues.add(level(stock, direction, price), slot);
        return true;
    }

    /**
     * Adds an order before the first one at its price that has a higher priority number, as one
     * that comes back to its old place. Costs a step for each order between that and the nearer
     * end.
     *
     * @param priorities gives the number of an order by its reference, also of this one; ascending
     *     in each queue
     * @see #add(int, Direction, long, long, long, int)
     */
    public boolean add(
            int stock,
            Direction direction,
            long price,
            long idHigh,
            long idLow,
            int reference,
            IntToLongFunction priorities) {
        int slot = enter(stock, direction, price, idHigh, idLow, reference);
        if (slot == 0) {
            return false;
        }
        queues.add(level(stock, direction, price), slot, priorities);
        return true;
    }

    /** The slot of a new order that is in no level yet; 0 when its id is taken. */
    private int enter(
            int stock, Direction direction, long price, long idHigh, long idLow, int reference) {
        check(stock, price, reference);
        int ladder = ladder(stock, direction);
        reach(stock);
        int slot = slots.allocate(idHigh, idLow, reference);
        if (!index.add(idHigh, idLow, slot)) {
            slots.free(slot);
            return 0;
        }
        if (key(ladder, price) < key(ladder, firstPrices[ladder])) {
            firstPrices[ladder] = price;
        }
        return slot;
    }

    private int level(int stock, Direction direction, long price) {
        int ladder = ladder(stock, direction);
        return ladders.levelOf(ladder, key(ladder, price));
    }

    /**
     * Removes an order.
     *
     * @return its reference, or {@link #ABSENT}
     */
    public int remove(long idHigh, long idLow) {
        int slot = index.remove(idHigh, idLow);
        if (slot == 0) {
            return ABSENT;
        }
        int reference = slots.reference(slot);
        int level = slots.level(slot);
        if (queues.remove(slot)) {
            removeLevel(level);
        }
        slots.free(slot);
        return reference;
    }

    /**
     * Gives an order's place to another.
     *
     * @param reference the other order's
     * @return whether the old id was in the book and the new one was not; else nothing has changed
     * @throws IllegalArgumentException for a reference below 0
     */
    public boolean rename(long idHigh, long idLow, long newIdHigh, long newIdLow, int reference) {
        checkReference(reference);
        int slot = index.find(idHigh, idLow);
        if (slot == 0 || index.find(newIdHigh, newIdLow) != 0) {
            return false;
        }
        index.remove(idHigh, idLow);
        slots.rename(slot, newIdHigh, newIdLow, reference);
        index.add(newIdHigh, newIdLow, slot);
        return true;
    }

    /**
     * Finds the orders that a price triggers: falling ones first (highest price first), then rising
     * ones (lowest price first), at one price by priority.
     *
     * @param listener hears of each, and says whether it leaves the book
     * @return how many left
     */
    public int trigger(int stock, long price, TriggerListener listener) {
        int falling = stock << 1;
        if (stock < 0 || falling >= firstPrices.length) {
            return 0;
        }
        int rising = falling + 1;
        int count = 0;
        if (price <= firstPrices[falling]) {
            count = drain(falling, key(falling, Math.max(price, 1)), listener);
        }
        if (price >= firstPrices[rising]) {
            count += drain(rising, key(rising, Math.min(price, MAX_PRICE)), listener);
        }
        return count;
    }

    private int drain(int ladder, long lastKey, TriggerListener listener) {
        int count = 0;
        boolean kept = false;
        int level = ladders.first(ladder);
        while (level != 0 && levels.key(level) <= lastKey) {
            long key = levels.key(level);
            count += drain.drain(level, listener);
            if (levels.first(level) == 0) {
                ladders.remove(level);
            } else {
                kept = true;
            }
            level = kept ? ladders.after(ladder, key) : ladders.first(ladder);
        }
        refreshFirst(ladder);
        return count;
    }

    private void removeLevel(int level) {
        int ladder = levels.ladder(level);
        boolean wasFirst = price(ladder, levels.key(level)) == firstPrices[ladder];
        ladders.remove(level);
        if (wasFirst) {
            refreshFirst(ladder);
        }
    }

    private void refreshFirst(int ladder) {
        int level = ladders.first(ladder);
        if (level != 0) {
            firstPrices[ladder] = price(ladder, levels.key(level));
        } else {
            firstPrices[ladder] = isRising(ladder) ? NEVER_RISING : NEVER_FALLING;
        }
    }

    private void reach(int stock) {
        int old = firstPrices.length;
        if (stock << 1 >= old) {
            ladders.reach((stock << 1) + 1);
            firstPrices = Arrays.copyOf(firstPrices, ladders.size());
            for (int ladder = old; ladder < firstPrices.length; ladder++) {
                firstPrices[ladder] = isRising(ladder) ? NEVER_RISING : NEVER_FALLING;
            }
        }
    }

    private static void check(int stock, long price, int reference) {
        if (stock < 0 || stock > MAX_STOCK) {
            throw new IllegalArgumentException(
                    "stock must be 0 to " + MAX_STOCK + ", but is " + stock);
        }
        if (price < 1 || price > MAX_PRICE) {
            throw new IllegalArgumentException(
                    "price must be 1 to " + MAX_PRICE + ", but is " + price);
        }
        checkReference(reference);
    }

    private static void checkReference(int reference) {
        if (reference < 0) {
            throw new IllegalArgumentException("reference must be 0 or more, but is " + reference);
        }
    }

    private static int ladder(int stock, Direction direction) {
        return (stock << 1) + (direction == Direction.RISING ? 1 : 0);
    }

    private static boolean isRising(int ladder) {
        return (ladder & 1) != 0;
    }

    /** Without a branch, since the direction of the next order cannot be predicted. */
    private static long key(int ladder, long price) {
        return price ^ (MAX_PRICE & ((ladder & 1) - 1L));
    }

    private static long price(int ladder, long key) {
        return key(ladder, key);
    }
}
