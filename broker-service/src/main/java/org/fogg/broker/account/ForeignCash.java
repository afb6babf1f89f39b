package org.fogg.broker.account;

/**
 * A trader's cash in another georegion, as far as it is known here.
 *
 * @param cash in 1/10,000, with what open buys reserve
 * @param at the time that it is true for, nanoseconds since the Unix epoch
 */
public record ForeignCash(String georegion, long cash, long at) {}
