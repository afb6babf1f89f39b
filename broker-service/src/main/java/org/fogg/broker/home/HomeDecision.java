package org.fogg.broker.home;

/**
 * A decision as it is in the topic. Whether it counts follows from those before it.
 *
 * @param term the term that it begins, or that it is about
 * @param change what it decides
 * @param home the term's home
 * @param decidedBy who wrote it, for people
 * @param at when, nanoseconds since the Unix epoch, for people
 */
public record HomeDecision(int term, Change change, String home, String decidedBy, long at) {

    /** What a decision changes. The wire has the numbers from 1, in this order. */
    public enum Change {
        /** A term begins; its home goes on without the one before. */
        MOVED,
        /** The home goes on without the other data centre. */
        ALONE,
        /** The other data centre takes what is written, and is being given what it lacks. */
        REJOINING,
        /** The other data centre has everything. */
        TOGETHER
    }
}
