package org.fogg.stack;

import java.lang.reflect.InvocationTargetException;
import java.util.Arrays;
import java.util.Objects;
import org.fogg.stack.process.ProcessIdentity;

/**
 * Runs inside a server's JVM, before the server's own main class, and ends the JVM as soon as the
 * process that the server belongs to is gone, however that ended.
 */
final class GuardedMain {
    private static final long POLL_MILLIS = 1_000;
    private static final int OWN_ARGUMENTS = 3;

    private GuardedMain() {}

    /**
     * @param args pid and start of the owner, the server's main class, and that one's arguments
     * @throws ReflectiveOperationException if the main class cannot be run
     */
    public static void main(String[] args) throws ReflectiveOperationException {
        ProcessIdentity owner = new ProcessIdentity(Long.parseLong(args[0]), args[1]);
        Thread guard = new Thread(() -> endAfter(owner), "guard");
        guard.setDaemon(true);
        guard.start();
        String[] rest = Arrays.copyOfRange(args, OWN_ARGUMENTS, args.length);
        try {
            Class.forName(args[2]).getMethod("main", String[].class).invoke(null, (Object) rest);
        } catch (InvocationTargetException e) {
            // The launcher shows the last line of the log: the server's own, not ours.
            Objects.requireNonNullElse(e.getCause(), e).printStackTrace();
            Runtime.getRuntime().halt(1);
        }
    }

    private static void endAfter(ProcessIdentity owner) {
        while (owner.isAlive()) {
            try {
                Thread.sleep(POLL_MILLIS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
        }
        Runtime.getRuntime().halt(0);
    }
}
