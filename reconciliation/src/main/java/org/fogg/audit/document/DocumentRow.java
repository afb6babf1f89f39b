package org.fogg.audit.document;

/**
 * A trade's document.
 *
 * @param index the index it is in; ends with its day in UTC, as {@code yyyy.MM.dd}
 * @param id its id: order id, colon, version of the order
 * @param price in 1/10,000
 */
public record DocumentRow(
        String index,
        String id,
        String orderId,
        int exchangeId,
        long executionId,
        long quantity,
        long price) {}
