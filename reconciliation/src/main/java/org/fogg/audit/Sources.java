package org.fogg.audit;

import java.util.List;
import org.fogg.audit.client.ClientSource;
import org.fogg.audit.document.DocumentSource;
import org.fogg.audit.exchange.ExchangeSource;
import org.fogg.audit.journal.JournalSource;
import org.fogg.audit.table.TableSource;

/**
 * Where the ledgers are read from.
 *
 * @param georegions each georegion's own
 */
record Sources(
        List<Georegion> georegions,
        ExchangeSource exchanges,
        CommandSource commands,
        ClientSource clients,
        DocumentSource documents) {

    /** One georegion's journal and tables. */
    record Georegion(String name, int shards, JournalSource journal, TableSource tables) {}
}
