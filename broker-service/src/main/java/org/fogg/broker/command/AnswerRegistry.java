package org.fogg.broker.command;

import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.jspecify.annotations.Nullable;

/** The commands that wait for their answer in this instance. Thread-safe. */
public final class AnswerRegistry {

    private final Map<UUID, CompletableFuture<CommandAnswer>> waiting = new ConcurrentHashMap<>();
    private final ConcurrentLinkedQueue<Deadline> deadlines = new ConcurrentLinkedQueue<>();
    private final long patience;

    private record Deadline(UUID commandId, CompletableFuture<CommandAnswer> answer, long at) {}

    /**
     * @param patience how long to wait for an answer
     */
    public AnswerRegistry(Duration patience) {
        this.patience = patience.toNanos();
    }

    /** Begins to wait. Who repeats a command while it waits, waits for the same answer. */
    CompletableFuture<CommandAnswer> register(UUID commandId) {
        CompletableFuture<CommandAnswer> answer =
                waiting.computeIfAbsent(commandId, id -> new CompletableFuture<>());
        deadlines.add(new Deadline(commandId, answer, System.nanoTime() + patience));
        return answer;
    }

    /** The answer has come; one that nobody waits for any more is dropped. */
    public void complete(CommandAnswer answer) {
        CompletableFuture<CommandAnswer> waiter = waiting.remove(answer.commandId());
        if (waiter != null) {
            waiter.complete(answer);
        }
    }

    /** The command cannot have an answer. */
    void fail(UUID commandId, UnavailableException reason) {
        CompletableFuture<CommandAnswer> waiter = waiting.remove(commandId);
        if (waiter != null) {
            waiter.completeExceptionally(reason);
        }
    }

    /** How many wait. */
    public int size() {
        return waiting.size();
    }

    /** Ends the waits that have lasted too long. To be called now and then. */
    public void expire() {
        long now = System.nanoTime();
        for (Deadline first = deadlines.peek(); isOver(first, now); first = deadlines.peek()) {
            deadlines.poll();
            if (first != null && waiting.remove(first.commandId(), first.answer())) {
                first.answer()
                        .completeExceptionally(
                                new UnavailableException(
                                        "The shard of this account did not answer in time",
                                        Duration.ofSeconds(1),
                                        true));
            }
        }
    }

    private static boolean isOver(@Nullable Deadline deadline, long now) {
        return deadline != null && (deadline.answer().isDone() || deadline.at() - now <= 0);
    }
}
