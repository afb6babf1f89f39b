package org.fogg.core.trigger;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.fogg.core.Seeds;
import org.junit.jupiter.api.Test;

/** Compares the trigger book with the naive one, event by event, over generated commands. */
class TriggerBookDifferentialTest {

    private static final int RUNS = 250;
    private static final int COMMANDS = 4_000;
    private static final int STOCKS = 3;

    @Test
    void shouldDoAsTheNaiveBookWhenGivenTheSameCommands() {
        long seed = Seeds.seed("TriggerBookDifferentialTest");
        for (int run = 0; run < Seeds.runs(RUNS); run++) {
            new Run(seed + run).go();
        }
    }

    /** One book from empty to empty, with its own liking for prices and sizes. */
    private static final class Run {

        private final long seed;
        private final Random random;
        private final TriggerBook book;
        private final NaiveTriggerBook naive = new NaiveTriggerBook();
        private final List<Integer> events = new ArrayList<>();
        private final List<Integer> naiveEvents = new ArrayList<>();
        private final int targetSize;
        private final int priceStyle;
        private final int refusals;
        private final long[] centres = new long[STOCKS];
        private final Map<Integer, Long> priorities = new HashMap<>();
        private long clock;
        private int references;

        Run(long seed) {
            this.seed = seed;
            random = new Random(seed);
            book = new TriggerBook(random.nextInt(200));
            targetSize = 1 << random.nextInt(10);
            priceStyle = random.nextInt(4);
            refusals = random.nextInt(3) * 20;
            for (int stock = 0; stock < STOCKS; stock++) {
                centres[stock] = 1_000_000 + random.nextInt(1_000_000);
            }
        }

        void go() {
            for (int command = 0; command < COMMANDS; command++) {
                step();
                assertThat(events).as("seed %d, command %d", seed, command).isEqualTo(naiveEvents);
                assertThat(book.size()).isEqualTo(naive.orders.size());
                if (command % 16 == 0) {
                    compareFirstPrices();
                }
                events.clear();
                naiveEvents.clear();
            }
            for (int stock = 0; stock < STOCKS; stock++) {
                trigger(stock, 1, 0);
                trigger(stock, TriggerBook.MAX_PRICE, 0);
            }
            assertThat(events).as("seed %d, end", seed).isEqualTo(naiveEvents);
            assertThat(book.size()).isZero();
        }

        private void step() {
            int dice = random.nextInt(100);
            boolean small = naive.orders.size() < targetSize;
            if (dice < (small ? 60 : 35)) {
                add();
            } else if (dice < 80) {
                remove();
            } else if (dice < 85) {
                rename();
            } else {
                int stock = random.nextInt(STOCKS + 1);
                trigger(stock, tick(stock), refusals);
            }
        }

        private void add() {
            int stock = random.nextInt(STOCKS);
            Direction direction = Direction.values()[random.nextInt(2)];
            long price = price(stock);
            UUID id = random.nextInt(20) == 0 ? anyId() : new UUID(random.nextLong(), clock);
            boolean back = random.nextInt(5) == 0;
            long priority = back ? random.nextLong(clock + 1) : ++clock;
            int reference = references++;
            priorities.put(reference, priority);
            long high = id.getMostSignificantBits();
            long low = id.getLeastSignificantBits();
            record(
                    back
                            ? book.add(
                                    stock, direction, price, high, low, reference, priorities::get)
                            : book.add(stock, direction, price, high, low, reference),
                    naive.add(stock, direction, price, id, priority, reference));
        }

        private void remove() {
            UUID id = anyId();
            events.add(book.remove(id.getMostSignificantBits(), id.getLeastSignificantBits()));
            naiveEvents.add(naive.remove(id));
        }

        private void rename() {
            UUID id = anyId();
            UUID to = random.nextInt(10) == 0 ? anyId() : new UUID(random.nextLong(), clock);
            int reference = references++;
            NaiveTriggerBook.Resting old = naive.find(id);
            if (old != null) {
                priorities.put(reference, old.priority());
            }
            record(
                    book.rename(
                            id.getMostSignificantBits(),
                            id.getLeastSignificantBits(),
                            to.getMostSignificantBits(),
                            to.getLeastSignificantBits(),
                            reference),
                    naive.rename(id, to, reference));
        }

        private void trigger(int stock, long price, int refusalPercent) {
            long salt = random.nextLong();
            TriggerListener listener =
                    reference -> {
                        events.add(reference);
                        return isTaken(reference, salt, refusalPercent);
                    };
            TriggerListener naiveListener =
                    reference -> {
                        naiveEvents.add(reference);
                        return isTaken(reference, salt, refusalPercent);
                    };
            events.add(book.trigger(stock, price, listener));
            naiveEvents.add(naive.trigger(stock, price, naiveListener));
        }

        private static boolean isTaken(int reference, long salt, int refusalPercent) {
            return Math.floorMod(reference * 31L + salt, 100L) >= refusalPercent;
        }

        private void record(boolean done, boolean naiveDone) {
            events.add(done ? 1 : 0);
            naiveEvents.add(naiveDone ? 1 : 0);
        }

        private UUID anyId() {
            return naive.orders.isEmpty() || random.nextInt(20) == 0
                    ? new UUID(random.nextLong(), 0)
                    : naive.orders.get(random.nextInt(naive.orders.size())).id();
        }

        private long price(int stock) {
            return switch (priceStyle) {
                case 0 -> centres[stock] + 100L * random.nextInt(40);
                case 1 -> centres[stock] + 100L * random.nextInt(5_000);
                case 2 -> 1 + (random.nextLong() & (TriggerBook.MAX_PRICE - 1));
                default -> 1 + (random.nextLong(TriggerBook.MAX_PRICE) >>> random.nextInt(40));
            };
        }

        private long tick(int stock) {
            int dice = random.nextInt(20);
            if (dice == 0 || stock == STOCKS) {
                return random.nextLong();
            }
            return price(stock) + random.nextInt(3) - 1;
        }

        private void compareFirstPrices() {
            for (int stock = 0; stock <= STOCKS; stock++) {
                for (Direction direction : Direction.values()) {
                    assertThat(book.firstPrice(stock, direction))
                            .isEqualTo(naive.firstPrice(stock, direction));
                }
            }
        }
    }
}
