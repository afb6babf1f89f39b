package org.fogg.stack;

import java.nio.file.Path;

/**
 * One server of a stack at one moment.
 *
 * @param spec what was asked for, with the ports it really has
 * @param pid its process id; 0 where it does not run
 * @param healthy whether it answered a real request just now
 * @param log the file that holds its output
 */
public record ServerState(ServerSpec spec, long pid, boolean healthy, Path log) {
    /** Its name within the stack. */
    public String name() {
        return spec.name();
    }

    /** Tells whether its process runs, whatever it answers. */
    public boolean running() {
        return pid != 0;
    }

    /** Where clients connect, as {@code host:port}. */
    public String endpoint() {
        return spec.host() + ":" + spec.port();
    }
}
