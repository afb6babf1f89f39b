package org.fogg.audit.journal;

import java.util.function.Consumer;

/** Where a georegion's journals are read from. Each call reads afresh. */
public interface JournalSource {

    /** Every row of the journal, by shard, then term, segment and sequence. */
    void readAll(Consumer<JournalRow> reader);

    /** Every row of one shard, by term, segment and sequence. */
    void read(int shard, Consumer<JournalRow> reader);

    /**
     * How many rows there are beside the journal: what a lost home had written, and its successor
     * had not seen.
     */
    long unseen();
}
