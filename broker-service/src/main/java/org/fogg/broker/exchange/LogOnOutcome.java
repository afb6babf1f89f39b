package org.fogg.broker.exchange;

import java.util.List;

/** What came of a log-on. */
public sealed interface LogOnOutcome {

    /** A later epoch has logged on: another owner has the shard. */
    LogOnOutcome SUPERSEDED = new Superseded();

    /** No answer; to be tried again. */
    LogOnOutcome FAILED = new Failed();

    /** The epoch holds, and this is what happened above the mark. */
    record Accepted(List<ExchangeReply.Reported> reports) implements LogOnOutcome {}

    /** See {@link #SUPERSEDED}. */
    record Superseded() implements LogOnOutcome {}

    /** See {@link #FAILED}. */
    record Failed() implements LogOnOutcome {}
}
