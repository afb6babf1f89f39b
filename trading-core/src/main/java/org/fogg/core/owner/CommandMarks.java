package org.fogg.core.owner;

import java.util.ArrayDeque;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Which commands of a shard's partition have had their effect. Commands are opened in the order of
 * their offsets and may be done in any.
 */
final class CommandMarks {

    private final ArrayDeque<Open> open = new ArrayDeque<>();
    private final SortedSet<Long> recovered;
    private long low;

    /** As the journal says. */
    CommandMarks(Marks marks) {
        low = marks.commandOffset();
        recovered = new TreeSet<>(marks.commandsAbove());
    }

    /** All commands below it are done. */
    long low() {
        return low;
    }

    /** Whether a command had its effect before this owner came. */
    boolean isKnown(long offset) {
        return offset < low || recovered.contains(offset);
    }

    /** Takes in a command, which holds the mark back until it is done. */
    Open open(long offset) {
        var command = new Open(offset);
        open.addLast(command);
        recovered.remove(offset);
        return command;
    }

    /** A command has had its effect. */
    void done(Open command) {
        command.done = true;
        for (Open first = open.peekFirst(); first != null && first.done; ) {
            low = first.offset + 1;
            open.removeFirst();
            first = open.peekFirst();
        }
    }

    /** Commands at or above {@link #low} that are done. */
    SortedSet<Long> above() {
        SortedSet<Long> above = new TreeSet<>(recovered.tailSet(low));
        for (Open command : open) {
            if (command.done) {
                above.add(command.offset);
            }
        }
        return above;
    }

    /** A command that was taken in. */
    static final class Open {

        private final long offset;
        private boolean done;

        private Open(long offset) {
            this.offset = offset;
        }
    }
}
