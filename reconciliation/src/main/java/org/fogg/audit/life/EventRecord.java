package org.fogg.audit.life;

import java.util.UUID;
import org.fogg.contracts.sbe.EventKind;
import org.fogg.contracts.sbe.OrderStatus;

/** A published order event. */
public record EventRecord(
        EventKind kind,
        int shard,
        long sequence,
        long at,
        long durableAt,
        UUID orderId,
        int version,
        OrderStatus status,
        int reason,
        long filledQuantity,
        long executionId,
        long tradeQuantity,
        long tradePrice,
        long positionQuantity,
        long cash) {}
