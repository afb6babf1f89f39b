package org.fogg.audit.table;

import java.util.UUID;

/** A row of the table ledger. */
public record LedgerRow(
        UUID traderId,
        int day,
        long sequence,
        int n,
        int line,
        int shard,
        String account,
        String asset,
        long amount,
        String kind,
        UUID reference,
        long at) {}
