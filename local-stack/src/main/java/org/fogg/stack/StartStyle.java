package org.fogg.stack;

import java.time.Duration;
import java.util.ArrayList;
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

    private static final String SETTINGS = "-Dcassandra.config.allow_system_properties=true";

    private static final List<String> PATIENT =
            List.of(
                    SETTINGS,
                    "-Dcassandra.settings.read_request_timeout=30s",
                    "-Dcassandra.settings.range_request_timeout=30s",
                    "-Dcassandra.settings.write_request_timeout=30s",
                    "-Dcassandra.settings.cas_contention_timeout=30s");

    StartStyle ownedBy(ProcessIdentity process) {
        return new StartStyle(process, patience, options);
    }

    StartStyle within(Duration newPatience) {
        return new StartStyle(owner, newPatience, options);
    }

    /** Without the optimizing compiler, which pays off only later. */
    StartStyle quick() {
        return with(List.of("-XX:TieredStopAtLevel=1"));
    }

    /** With a Cassandra that does not take a busy machine for an outage. */
    StartStyle patient() {
        return with(PATIENT);
    }

    /** With a setting of Cassandra's in place of that of its file. */
    StartStyle cassandra(String setting, String value) {
        return with(List.of(SETTINGS, "-Dcassandra.settings." + setting + "=" + value));
    }

    private StartStyle with(List<String> more) {
        List<String> all = new ArrayList<>(options);
        all.addAll(more);
        return new StartStyle(owner, patience, List.copyOf(all));
    }
}
