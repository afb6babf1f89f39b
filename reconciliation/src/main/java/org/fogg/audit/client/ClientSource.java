package org.fogg.audit.client;

import java.util.function.BiConsumer;
import java.util.function.Consumer;

/** Where clients' records are read from. Each call reads afresh. */
public interface ClientSource {

    /**
     * Reads every record.
     *
     * @param malformed hears of what cannot be read: place and problem
     */
    void read(Consumer<ClientRecord> reader, BiConsumer<String, String> malformed);
}
