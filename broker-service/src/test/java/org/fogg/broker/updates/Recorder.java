package org.fogg.broker.updates;

import java.util.ArrayList;
import java.util.List;

/** A client that takes what it is sent, or reads nothing. */
final class Recorder implements Outlet {

    final List<String> messages = new ArrayList<>();
    final List<String> closes = new ArrayList<>();
    int pings;
    boolean binary;
    boolean slow;
    private Runnable drained;

    @Override
    public synchronized void send(String message) {
        messages.add(message);
    }

    @Override
    public synchronized void whenDrained(Runnable task) {
        if (slow) {
            drained = task;
        } else {
            task.run();
        }
    }

    @Override
    public void useBinary() {
        binary = true;
    }

    @Override
    public void ping() {
        pings++;
    }

    @Override
    public void close(int code, String reason) {
        closes.add(code + " " + reason);
    }

    /** Reads all that waits. */
    void drain() {
        Runnable task = drained;
        drained = null;
        if (task != null) {
            task.run();
        }
    }

    boolean waits() {
        return drained != null;
    }
}
