package org.fogg.audit.table;

import java.util.UUID;

/** A row of the table accounts. */
public record AccountRow(
        UUID traderId,
        int shard,
        long cash,
        long reserved,
        int openOrders,
        boolean halted,
        long createdAt,
        long version,
        long updatedAt) {}
