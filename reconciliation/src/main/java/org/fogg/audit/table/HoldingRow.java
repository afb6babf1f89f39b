package org.fogg.audit.table;

import java.util.UUID;

/** A row of the table holdings. */
public record HoldingRow(
        UUID traderId, int stockId, long quantity, long cost, long version, long updatedAt) {}
