package org.fogg.audit.document;

import java.util.function.Consumer;

/** Where the documents are read from. Each call reads afresh. */
public interface DocumentSource {

    /** There are none to be read: nothing is compared. */
    DocumentSource NONE = (georegion, expected, reader) -> false;

    /**
     * Reads the documents of a georegion's trades.
     *
     * @param expected how many there should be; while there are fewer, the source may wait a
     *     bounded time
     * @return whether they could be read; where not, nothing is known about them
     */
    boolean trades(String georegion, long expected, Consumer<DocumentRow> reader);
}
