package org.fogg.broker.web;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.fogg.broker.command.CommandAnswer;
import org.fogg.broker.command.UnavailableException;
import org.fogg.core.order.OrderSnapshot;
import org.fogg.core.order.Reason;

/** Waits for the shards' answers. */
public final class Answers {

    /** Longer than the gateway may take: only a bug lets it run out. */
    private static final Duration GUARD = Duration.ofSeconds(40);

    private Answers() {}

    /**
     * Waits for an answer, whatever it is.
     *
     * @throws UnavailableException when there was none
     */
    public static CommandAnswer await(CompletableFuture<CommandAnswer> future) {
        try {
            return future.get(GUARD.toNanos(), TimeUnit.NANOSECONDS);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof UnavailableException away) {
                throw away;
            }
            throw new IllegalStateException("A command failed unexpectedly", e.getCause());
        } catch (TimeoutException e) {
            throw new UnavailableException("no answer in time", Duration.ofSeconds(1), true);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new UnavailableException("the broker is stopping", Duration.ofSeconds(1), true);
        }
    }

    /**
     * Waits for a command to be done.
     *
     * @param subject what it is about, for messages: a symbol or an id
     * @throws ApiException when it was refused
     */
    public static CommandAnswer awaitDone(CompletableFuture<CommandAnswer> future, String subject) {
        CommandAnswer answer = await(future);
        if (answer.reason() != Reason.NONE) {
            throw new ApiException(Refusals.of(answer, subject));
        }
        return answer;
    }

    /** The order of an answer that must show one. */
    public static OrderSnapshot order(CommandAnswer answer) {
        OrderSnapshot order = answer.order();
        if (order == null) {
            throw new IllegalStateException(
                    "The answer to " + answer.commandId() + " shows no order");
        }
        return order;
    }
}
