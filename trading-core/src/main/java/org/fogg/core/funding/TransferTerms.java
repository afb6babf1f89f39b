package org.fogg.core.funding;

import java.util.UUID;
import org.fogg.core.order.OrderTerms;
import org.jspecify.annotations.Nullable;

/**
 * What is to be transferred.
 *
 * @param id the order's id where there is an order, else the command's; a retry has the same
 * @param traderId whose cash it is on both sides
 * @param destination the georegion it goes to
 * @param amount in 1/10,000, 0 or more; above 0 where there is no order
 * @param order the order the money is for, which goes along; null when money goes home
 */
public record TransferTerms(
        UUID id, UUID traderId, String destination, long amount, @Nullable OrderTerms order) {}
