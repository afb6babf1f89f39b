package org.fogg.broker.shard;

import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import org.agrona.concurrent.ManyToOneConcurrentArrayQueue;
import org.agrona.concurrent.ManyToOneConcurrentLinkedQueue;
import org.jspecify.annotations.Nullable;

/**
 * How others reach the agent's thread. Inputs (ticks, commands) come through a bounded queue, and
 * whoever brings one waits while it is full. Completions of what the agent itself began come
 * through a queue without bound, for there are never more than it began. Any thread may put; one
 * takes.
 */
final class Inbox {

    private static final long FULL_PAUSE_NS = 50_000;

    private final ManyToOneConcurrentArrayQueue<Runnable> inputs;
    private final ManyToOneConcurrentLinkedQueue<Runnable> completions =
            new ManyToOneConcurrentLinkedQueue<>();
    private volatile @Nullable Thread taker;
    private volatile boolean asleep;
    private volatile boolean closed;

    Inbox(int capacity) {
        inputs = new ManyToOneConcurrentArrayQueue<>(capacity);
    }

    /**
     * Puts an input in, waiting for room.
     *
     * @return whether it was put in; not when the inbox is closed or the thread interrupted
     */
    boolean putInput(Runnable input) {
        while (!inputs.offer(input)) {
            if (closed || Thread.currentThread().isInterrupted()) {
                return false;
            }
            LockSupport.parkNanos(FULL_PAUSE_NS);
        }
        wake();
        return true;
    }

    /** Puts a completion in. */
    void putCompletion(Runnable completion) {
        completions.offer(completion);
        wake();
    }

    private void wake() {
        if (asleep) {
            LockSupport.unpark(taker);
        }
    }

    /** Gives all completions that are there to a consumer; how many there were. */
    int takeCompletions(Consumer<Runnable> to) {
        int count = 0;
        for (Runnable next = completions.poll(); next != null; next = completions.poll()) {
            to.accept(next);
            count++;
        }
        return count;
    }

    /** Gives at most so many inputs to a consumer; how many there were. */
    int takeInputs(Consumer<Runnable> to, int most) {
        int count = 0;
        while (count < most) {
            Runnable next = inputs.poll();
            if (next == null) {
                break;
            }
            to.accept(next);
            count++;
        }
        return count;
    }

    /** Sleeps until something is put in, or the time has passed. Only the taking thread. */
    void sleep(long nanos) {
        taker = Thread.currentThread();
        asleep = true;
        if (inputs.isEmpty() && completions.isEmpty()) {
            LockSupport.parkNanos(this, nanos);
        }
        asleep = false;
    }

    /** How many inputs wait. */
    int depth() {
        return inputs.size();
    }

    /** Refuses inputs from now on. */
    void close() {
        closed = true;
    }
}
