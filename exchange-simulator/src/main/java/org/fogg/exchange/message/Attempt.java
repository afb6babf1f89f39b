package org.fogg.exchange.message;

/**
 * One try to execute an order; also what a broker wants resolved.
 *
 * @param brokerGroup who sent it: the brokers of one georegion
 * @param shard the trader's shard there
 * @param epoch with number: which attempt of the order
 * @param clientOrderId the trader's own name of the order
 */
public record Attempt(
        String brokerGroup,
        int shard,
        long epoch,
        int number,
        OrderTerms terms,
        String clientOrderId) {}
