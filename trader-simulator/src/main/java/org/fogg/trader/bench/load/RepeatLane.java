package org.fogg.trader.bench.load;

import java.util.ArrayDeque;
import java.util.Deque;

/**
 * Lets so many repeated requests be under way at once and no more; the others wait in line. New
 * requests come at their own rate whatever happens, but if thousands that failed were repeated at
 * theirs as well, a system that was away would have nothing left for getting back to its feet. Not
 * thread-safe.
 */
final class RepeatLane {

    private final int width;
    private final Deque<Runnable> waiting = new ArrayDeque<>();
    private int underWay;

    /**
     * @param width above 0
     */
    RepeatLane(int width) {
        this.width = width;
    }

    /** Sends now or when its turn has come; each is to {@link #leave} once it is answered. */
    void enter(Runnable send) {
        if (underWay < width) {
            underWay++;
            send.run();
        } else {
            waiting.addLast(send);
        }
    }

    /** One is answered, so the next may go. */
    void leave() {
        Runnable next = waiting.pollFirst();
        if (next == null) {
            underWay--;
        } else {
            next.run();
        }
    }
}
