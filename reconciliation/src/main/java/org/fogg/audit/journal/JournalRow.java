package org.fogg.audit.journal;

import java.nio.ByteBuffer;
import java.util.UUID;

/**
 * One row of the table journal, as it is stored.
 *
 * @param entry the encoded entry, its whole content
 */
public record JournalRow(
        int term, int shard, long segment, long sequence, UUID incarnation, ByteBuffer entry) {}
