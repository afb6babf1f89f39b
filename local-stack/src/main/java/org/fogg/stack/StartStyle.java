package org.fogg.stack;

import java.time.Duration;
import java.util.List;
import org.fogg.stack.process.ProcessIdentity;
import org.jspecify.annotations.Nullable;

/**
 * How servers are started.
 *
 * @param owner the process whose end ends them; null for none
 * @param patience how long each has to become ready
 * @param options JVM options for all of them
 */
record StartStyle(@Nullable ProcessIdentity owner, Duration patience, List<String> options) {
    static final StartStyle USUAL = new StartStyle(null, Duration.ofMinutes(10), List.of());

    StartStyle ownedBy(ProcessIdentity process) {
        return new StartStyle(process, patience, options);
    }

    StartStyle within(Duration newPatience) {
        return new StartStyle(owner, newPatience, options);
    }

    /** Without the optimizing compiler, which pays off only later. */
    StartStyle quick() {
        return new StartStyle(owner, patience, List.of("-XX:TieredStopAtLevel=1"));
    }
}
