package org.fogg.exchange.journal;

import java.util.concurrent.CompletableFuture;

/**
 * The end of one exchange's journal, for its one writer. Once an append has failed, what the
 * journal holds is unknown: every later append fails too, and so does every one on its way, until
 * the journal is opened anew.
 */
public interface Journal extends AutoCloseable {

    /**
     * Appends a record behind all appended before it. Must be called under the lock that orders the
     * decisions; returns at once.
     *
     * @return completes when this record and all before it are durable; completes exceptionally
     *     when that is not known
     */
    CompletableFuture<Void> append(byte[] encoded);

    /** Completes like the latest {@link #append}. */
    CompletableFuture<Void> latest();

    /** Gives the journal up: from now on every append fails. */
    void fail(Throwable cause);

    /** Whether an append has failed, or the journal was given up. */
    boolean hasFailed();

    @Override
    void close();
}
