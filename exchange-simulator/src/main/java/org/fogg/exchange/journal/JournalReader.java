package org.fogg.exchange.journal;

import org.fogg.exchange.message.JournalRecord;

/** Receives a journal's records in order. */
@FunctionalInterface
public interface JournalReader {

    /** The next record, decoded and as it was written. */
    void onRecord(JournalRecord item, byte[] encoded);
}
