package org.fogg.core.funding;

/**
 * What goes to the receiving shard, as often as it takes to get an answer.
 *
 * @param number with the sender's name: which transfer
 * @param lowestOpen the sender's lowest number that had not ended yet
 * @param restsOn how many decisions the sender had made: it may leave when that many are durable,
 *     for the receiver will forget what is below {@code lowestOpen}
 */
public record TransferRequest(long number, long lowestOpen, TransferTerms terms, long restsOn) {}
