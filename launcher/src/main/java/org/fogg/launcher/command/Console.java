package org.fogg.launcher.command;

import java.io.PrintStream;

/**
 * Where a command writes: results for people, progress beside them. Lines may come from several
 * threads.
 */
public final class Console {

    private final PrintStream out;
    private final PrintStream err;

    public Console(PrintStream out, PrintStream err) {
        this.out = out;
        this.err = err;
    }

    /** A line of progress; never part of a result. */
    public void progress(String line) {
        err.println(line);
    }

    /** A result for people, on standard output unless JSON goes there. */
    void result(String text, JsonOption json) {
        (json.toStandardOutput() ? err : out).println(text);
    }

    /** A result for people where there is no JSON. */
    void result(String text) {
        out.println(text);
    }

    /** Standard output, for results that programs read. */
    PrintStream out() {
        return out;
    }

    /** Standard error. */
    PrintStream err() {
        return err;
    }
}
