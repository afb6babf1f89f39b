package org.fogg.broker.home;

import org.fogg.broker.home.HomeDecision.Change;
import org.jspecify.annotations.Nullable;

/**
 * What the decisions so far come to. Immutable.
 *
 * @param term numbers the homes, from 1; 0 before the first
 * @param home the data centre whose brokers own the shards; empty before the first term
 * @param other how the other data centre stands
 */
public record HomeState(int term, String home, Standing other) {

    /** Before any decision. */
    public static final HomeState NONE = new HomeState(0, "", Standing.TOGETHER);

    /** How a data centre that is not home stands. */
    public enum Standing {
        /** It has everything, so it may become home. */
        TOGETHER,
        /** It lacks what the home wrote alone. */
        BEHIND,
        /**
         * It was home and was lost: it may have what is not part of the journal, and lacks more.
         */
        DIVERGED,
        /** It takes what is written and is being given the rest. */
        REJOINING
    }

    /**
     * The state after a decision: this one where the decision does not count, because another was
     * first, or because the data centre that would be home lacks something.
     */
    public HomeState after(HomeDecision decision) {
        if (decision.change() == Change.MOVED) {
            return moved(decision);
        }
        Standing next = standing(decision.change());
        return decision.term() == term && next != null ? new HomeState(term, home, next) : this;
    }

    private HomeState moved(HomeDecision decision) {
        boolean counts =
                decision.term() == term + 1
                        && other == Standing.TOGETHER
                        && !decision.home().equals(home);
        if (!counts) {
            return this;
        }
        Standing former = term == 0 ? Standing.TOGETHER : Standing.DIVERGED;
        return new HomeState(decision.term(), decision.home(), former);
    }

    private @Nullable Standing standing(Change change) {
        return switch (change) {
            case ALONE -> takesWrites() ? Standing.BEHIND : null;
            case REJOINING -> other == Standing.TOGETHER ? null : Standing.REJOINING;
            case TOGETHER -> other == Standing.REJOINING ? Standing.TOGETHER : null;
            case MOVED -> null;
        };
    }

    /** Whether the other data centre is to have what is committed from now on. */
    public boolean takesWrites() {
        return other == Standing.TOGETHER || other == Standing.REJOINING;
    }
}
