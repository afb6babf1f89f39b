package org.fogg.audit.journal;

import java.nio.ByteBuffer;
import java.util.UUID;

/**
 * One row of the table journal, as it is stored.
 *
 * @param follows the sequence of the entry before it: one less, but for the first of a later term
 * @param entry the encoded entry, its whole content
 */
public record JournalRow(
        int term,
        int shard,
        long segment,
        long sequence,
        long follows,
        UUID incarnation,
        ByteBuffer entry) {}
