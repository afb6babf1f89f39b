package org.fogg.audit.report;

import java.util.StringJoiner;

/** Collects in which fields two versions of one thing differ. */
public final class Differences {

    private final StringJoiner expected = new StringJoiner(", ");
    private final StringJoiner found = new StringJoiner(", ");
    private final StringJoiner names = new StringJoiner(", ");

    /** Compares one field. */
    public Differences field(String name, Object should, Object is) {
        if (!should.equals(is)) {
            differ(name, should, is);
        }
        return this;
    }

    /** Compares one number, without boxing it unless it differs. */
    public Differences field(String name, long should, long is) {
        if (should != is) {
            differ(name, should, is);
        }
        return this;
    }

    /** Compares one number that may also be larger. */
    public Differences atLeast(String name, long least, long is) {
        if (is < least) {
            differ(name, "at least " + least, is);
        }
        return this;
    }

    private void differ(String name, Object should, Object is) {
        expected.add(name + ' ' + should);
        found.add(name + ' ' + is);
        names.add(name);
    }

    /** Whether all fields compared so far are the same. */
    public boolean isEmpty() {
        return names.length() == 0;
    }

    /** The fields that differ, as they should be. */
    public String expected() {
        return expected.toString();
    }

    /** The fields that differ, as they are. */
    public String found() {
        return found.toString();
    }

    /** The names of the fields that differ. */
    public String names() {
        return names.toString();
    }
}
