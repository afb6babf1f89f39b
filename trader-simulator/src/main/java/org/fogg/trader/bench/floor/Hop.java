package org.fogg.trader.bench.floor;

import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** One step to a server and back. */
interface Hop {

    /**
     * Starts it, without waiting.
     *
     * @param done takes null, or why it failed, once, on any thread, which it must not block
     */
    void go(Consumer<@Nullable Throwable> done);
}
