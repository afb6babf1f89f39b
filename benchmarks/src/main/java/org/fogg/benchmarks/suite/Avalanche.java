package org.fogg.benchmarks.suite;

import org.fogg.benchmarks.book.Book;
import org.fogg.benchmarks.book.Dice;
import org.fogg.benchmarks.book.Ladder;
import org.fogg.benchmarks.book.Triggers;
import org.fogg.core.trigger.Direction;

/**
 * Orders with the same number at each price, placed in random order of prices, and the ticks that
 * trigger all of them, the same number each, falling and rising in turn. Which orders must trigger
 * when is found by counting, without any of the books.
 */
final class Avalanche {

    private final int perTick;
    private final int levelsPerTick;
    private final int[] levels;
    private final Triggers triggers;
    private int offset;

    /**
     * @param orders a multiple of perTick
     * @param perLevel orders at each price
     * @param perTick orders a tick triggers, a multiple of perLevel
     */
    Avalanche(int orders, int perLevel, int perTick) {
        this.perTick = perTick;
        levelsPerTick = perTick / perLevel;
        levels = new int[orders];
        for (int i = 0; i < orders; i++) {
            levels[i] = i / perLevel;
        }
        shuffle(levels);
        triggers = new Triggers(numbersByLevel(levels, perLevel));
    }

    /** Rests all orders in an empty book. */
    void fill(Book book) {
        for (int i = 0; i < levels.length; i++) {
            book.place(offset + i + 1, direction(tick(levels[i])), price(levels[i]));
        }
        triggers.restart(offset);
        offset += levels.length;
    }

    /** Triggers all of them; how many. */
    int run(Book book) {
        int count = 0;
        int ticks = levels.length / perTick;
        for (int tick = 0; tick < ticks; tick++) {
            int lastLevel = (tick + 1) * levelsPerTick - 1;
            count += book.tick(direction(tick), price(lastLevel), perTick, triggers);
        }
        return count;
    }

    /** Throws unless all triggered, each in its turn, and none is left. */
    void check(Book book) {
        triggers.requireAll();
        Checks.requireSize(book, 0);
    }

    private int tick(int level) {
        return level / levelsPerTick;
    }

    private static Direction direction(int tick) {
        return (tick & 1) == 0 ? Direction.FALLING : Direction.RISING;
    }

    private long price(int level) {
        int tick = tick(level);
        return Ladder.price(direction(tick), tick / 2 * levelsPerTick + level % levelsPerTick);
    }

    private static int[] numbersByLevel(int[] levels, int perLevel) {
        int[] numbers = new int[levels.length];
        int[] found = new int[levels.length / perLevel];
        for (int i = 0; i < levels.length; i++) {
            int level = levels[i];
            numbers[level * perLevel + found[level]++] = i + 1;
        }
        return numbers;
    }

    private static void shuffle(int[] values) {
        Dice dice = new Dice();
        for (int i = values.length - 1; i > 0; i--) {
            int other = dice.below(i + 1);
            int value = values[i];
            values[i] = values[other];
            values[other] = value;
        }
    }
}
