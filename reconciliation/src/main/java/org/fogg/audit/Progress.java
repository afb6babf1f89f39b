package org.fogg.audit;

/** Hears how far an audit is. Called on the audit's own thread. */
@FunctionalInterface
public interface Progress {

    /** Hears nothing. */
    Progress NONE = step -> {};

    /**
     * A step begins.
     *
     * @param step what is being done, one line for people
     */
    void step(String step);
}
