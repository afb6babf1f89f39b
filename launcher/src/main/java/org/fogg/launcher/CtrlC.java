package org.fogg.launcher;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.IntSupplier;

/**
 * Turns the signal to end into an interrupt of the working thread, and keeps the JVM alive until
 * that thread has cleaned up.
 */
final class CtrlC {

    private static final long CLEAN_UP_SECONDS = 90;

    private CtrlC() {}

    /** Does the work on the calling thread; a signal to end interrupts it there. */
    static int interrupts(IntSupplier work) {
        Thread worker = Thread.currentThread();
        CountDownLatch done = new CountDownLatch(1);
        Thread hook = new Thread(() -> interrupt(worker, done), "fogg-ctrl-c");
        Runtime.getRuntime().addShutdownHook(hook);
        try {
            return work.getAsInt();
        } finally {
            done.countDown();
        }
    }

    private static void interrupt(Thread worker, CountDownLatch done) {
        if (done.getCount() == 0) {
            return;
        }
        worker.interrupt();
        try {
            if (!done.await(CLEAN_UP_SECONDS, TimeUnit.SECONDS)) {
                System.err.println("fogg: could not clean up in time; run fogg down");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
