package org.fogg.broker.exchange;

import org.fogg.core.engine.ExecutionReport;

/** What is known of an attempt after asking the exchange. */
public sealed interface ExchangeReply {

    /** The attempt arrived while its epoch is over: another owner has the shard. */
    ExchangeReply FENCED = new Fenced();

    /** No answer, so nothing is known. */
    ExchangeReply UNKNOWN = new Unknown();

    /** It certainly was never sent. */
    ExchangeReply NOT_SENT = new NotSent();

    /** The exchange refuses its content; this attempt never trades. */
    ExchangeReply INVALID = new Invalid();

    /**
     * The exchange's report.
     *
     * @param number counts the shard's reports at this exchange from 1
     */
    record Reported(long number, ExecutionReport report) implements ExchangeReply {}

    /** See {@link #FENCED}. */
    record Fenced() implements ExchangeReply {}

    /** See {@link #UNKNOWN}. */
    record Unknown() implements ExchangeReply {}

    /** See {@link #NOT_SENT}. */
    record NotSent() implements ExchangeReply {}

    /** See {@link #INVALID}. */
    record Invalid() implements ExchangeReply {}
}
