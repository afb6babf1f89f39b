package org.fogg.core.engine;

import java.util.ArrayList;
import java.util.List;

/** A try to execute an order whose outcome is not known yet. */
final class Attempt {

    /** Counts the attempts of the engine's epoch. */
    final int number;

    /** The stock's tick sequence when it began. */
    final long tick;

    /** The tick that triggered the order; 0 when it trades at once. */
    final long triggerTick;

    final long triggeredAt;

    /** Commands that wait for the outcome, in the order in which they came. */
    final List<Waiting> waiting = new ArrayList<>(1);

    /** Shares it may sell; 0 for a buy. */
    long held;

    Attempt(int number, long tick, long triggerTick, long triggeredAt) {
        this.number = number;
        this.tick = tick;
        this.triggerTick = triggerTick;
        this.triggeredAt = triggeredAt;
    }
}
