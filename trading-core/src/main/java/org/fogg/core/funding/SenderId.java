package org.fogg.core.funding;

import java.util.Comparator;

/**
 * Names the shard that a transfer comes from, to the shard that receives it.
 *
 * @param georegion the sender's georegion
 * @param shard the sender's shard there
 */
public record SenderId(String georegion, int shard) implements Comparable<SenderId> {

    private static final Comparator<SenderId> ORDER =
            Comparator.comparing(SenderId::georegion).thenComparingInt(SenderId::shard);

    @Override
    public int compareTo(SenderId other) {
        return ORDER.compare(this, other);
    }
}
