package org.fogg.launcher.chaos;

/**
 * One planned fault.
 *
 * @param target what it hits
 * @param pick chooses one of them: the remainder by their number counts
 * @param signal what is done to it
 * @param atMillis the earliest time, since the load began
 * @param holdMillis how long a killed process stays away before it is started again, or a halted
 *     one is halted
 */
record Fault(Target target, int pick, Signal signal, long atMillis, long holdMillis) {

    /** What is done to a process. */
    enum Signal {
        /** Killed, and started again. */
        SIGKILL,
        /** Halted, and let go on (SIGCONT). */
        SIGSTOP
    }
}
