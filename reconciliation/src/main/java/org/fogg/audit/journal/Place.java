package org.fogg.audit.journal;

/**
 * Where in a georegion's journals a decision is.
 *
 * @param n its index in its entry, from 0
 */
public record Place(int term, int shard, long sequence, int n) {

    @Override
    public String toString() {
        return "term " + term + " shard " + shard + " sequence " + sequence + " decision " + n;
    }
}
