package org.fogg.stack;

import java.time.Duration;

/** Told of progress while servers start and stop. Called from several threads, one at a time. */
@FunctionalInterface
public interface StackListener {
    /** Ignores all progress. */
    StackListener SILENT = progress -> {};

    /** Called for every step of every server; should return quickly. */
    void onProgress(Progress progress);

    /** A server's step. */
    enum Step {
        /** Its process has been started. */
        STARTING,
        /** It was running and answering already. */
        ALREADY_READY,
        /** It answered its first real request. */
        READY,
        /** It has been asked to stop. */
        STOPPING,
        /** It has stopped by itself. */
        STOPPED,
        /** It had to be killed. */
        KILLED
    }

    /**
     * One step.
     *
     * @param server the state of the server after it; healthy is true for the two ready steps only
     * @param after time since the first step of this start or stop
     */
    record Progress(ServerState server, Step step, Duration after) {
        private static final double MILLIS_PER_SECOND = 1_000.0;

        /** The step as a line for people. */
        public String line() {
            String seconds =
                    String.format(
                            java.util.Locale.ROOT, "%.1f s", after.toMillis() / MILLIS_PER_SECOND);
            return switch (step) {
                case STARTING -> "Starting " + title() + " on " + server.endpoint() + " ...";
                case ALREADY_READY -> title() + " is already running on " + server.endpoint();
                case READY -> title() + " is ready after " + seconds;
                case STOPPING -> "Stopping " + title() + " ...";
                case STOPPED -> title() + " has stopped after " + seconds;
                case KILLED -> title() + " did not stop and was killed after " + seconds;
            };
        }

        private String title() {
            String title = server.spec().kind().title();
            boolean usual = server.name().equals(server.spec().kind().id());
            return usual ? title : title + " " + server.name();
        }
    }
}
