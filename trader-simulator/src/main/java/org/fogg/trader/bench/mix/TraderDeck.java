package org.fogg.trader.bench.mix;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * Deals traders in random order, each once before any comes again, so that one trader's operations
 * seldom meet each other. Not thread-safe.
 */
public final class TraderDeck {

    private final List<Trader> cards;
    private final RandomGenerator random;
    private int dealt;

    /**
     * A deck of these traders.
     *
     * @param traders not empty
     */
    public TraderDeck(List<Trader> traders, RandomGenerator random) {
        this.cards = new ArrayList<>(traders);
        this.random = random;
        this.dealt = cards.size();
    }

    /** The next trader. */
    Trader next() {
        if (dealt == cards.size()) {
            for (int i = cards.size() - 1; i > 0; i--) {
                Collections.swap(cards, i, random.nextInt(i + 1));
            }
            dealt = 0;
        }
        return cards.get(dealt++);
    }
}
