package org.fogg.broker.home;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.fogg.ticker.wan.Route;
import org.jspecify.annotations.Nullable;

/** What those who write need to know of the georegion's home. Thread-safe. */
public interface Home {

    /** Of a georegion with one data centre. */
    Home ONLY =
            new Home() {
                @Override
                public @Nullable String elsewhere() {
                    return null;
                }

                @Override
                public CompletionStage<Boolean> confirm(int term) {
                    return CompletableFuture.completedFuture(true);
                }
            };

    /**
     * The data centre, and so the driver's profile, in which what is committed now has to be beside
     * the home before it is told; null when the home is enough.
     */
    @Nullable String elsewhere();

    /** Whether what is committed now has to be in both data centres before it is told. */
    default boolean isEverywhere() {
        return elsewhere() != null;
    }

    /** How long what is committed in both data centres is under way between them. */
    default Route acrossPair() {
        return Route.NONE;
    }

    /**
     * Whether a term still lasts, or did so short enough ago that its successor has not begun to
     * read what it wrote. Asked after an append and before its answer: then the successor, which
     * waits that long, finds the entry.
     *
     * @return false when a later term has begun; fails when it cannot be known
     */
    CompletionStage<Boolean> confirm(int term);
}
