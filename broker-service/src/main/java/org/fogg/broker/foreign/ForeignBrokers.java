package org.fogg.broker.foreign;

import java.util.concurrent.CompletableFuture;
import org.fogg.broker.command.Command;
import org.fogg.broker.command.CommandAnswer;
import org.fogg.broker.command.UnavailableException;

/** The brokers of the other georegions. Thread-safe; no call waits for anything. */
public interface ForeignBrokers {

    /** There is no other georegion. */
    ForeignBrokers NONE =
            new ForeignBrokers() {
                @Override
                public boolean isReachable(String georegion) {
                    return false;
                }

                @Override
                public CompletableFuture<CommandAnswer> ask(String georegion, Command command) {
                    return CompletableFuture.failedFuture(Unreachable.of(georegion));
                }
            };

    /** Whether there is a way to a georegion, as far as is known: it answered when last asked. */
    boolean isReachable(String georegion);

    /**
     * Gives a command to the shard of its trader in a georegion. It may arrive there more than once
     * or, though its future failed, later.
     *
     * <p>The future completes, on a thread that must not be blocked, with the shard's durable
     * answer; or, within some seconds, exceptionally with {@link UnavailableException}, which says
     * whether anything was sent.
     *
     * @param command where it says it comes from does not travel
     */
    CompletableFuture<CommandAnswer> ask(String georegion, Command command);
}
