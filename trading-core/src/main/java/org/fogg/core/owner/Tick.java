package org.fogg.core.owner;

/**
 * A tick and where it was read.
 *
 * @param exchangeId the stock's exchange; 0 when the stock is not known
 */
public record Tick(
        int stockId,
        int exchangeId,
        long sequence,
        long price,
        long publishedAt,
        int partition,
        long offset) {}
