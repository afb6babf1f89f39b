package org.fogg.audit.table;

import java.util.UUID;

/** A row of the table trades. */
public record TradeRow(
        UUID traderId,
        int day,
        long sequence,
        int n,
        int shard,
        UUID orderId,
        int stockId,
        int side,
        int exchangeId,
        long executionId,
        long epoch,
        int attempt,
        long quantity,
        long price,
        long cumulativeQuantity,
        long leavesQuantity,
        long tickSequence,
        long triggerTick,
        long triggeredAt,
        long at) {}
