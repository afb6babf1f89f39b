package org.fogg.exchange.journal;

/** Opens the journals of exchanges. Thread-safe. */
public interface Journals {

    /**
     * Reads a journal to its end and opens it for appending there.
     *
     * @param exchangeCode whose journal
     * @param reader gets every record, in order, before this returns
     * @throws JournalUnavailableException when that is not possible now
     * @throws IllegalStateException when the journal is damaged
     */
    Journal open(String exchangeCode, JournalReader reader) throws JournalUnavailableException;
}
