package org.fogg.audit.world;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.fogg.audit.document.DocumentRow;
import org.fogg.audit.exchange.Listing;
import org.fogg.audit.journal.JournalRow;
import org.fogg.audit.table.AccountRow;
import org.fogg.audit.table.HoldingRow;
import org.fogg.audit.table.LedgerRow;
import org.fogg.audit.table.OrderRow;
import org.fogg.audit.table.ShardMarksRow;
import org.fogg.audit.table.TradeRow;
import org.jspecify.annotations.Nullable;

/** Everything that all ledgers of one georegion hold; to be written somewhere, or tampered with. */
public final class World {
    public static final int SHARDS = 2;

    public final String georegion;

    public final List<JournalRow> journal = new ArrayList<>();
    public final List<AccountRow> accounts = new ArrayList<>();
    public final List<HoldingRow> holdings = new ArrayList<>();
    public final List<OrderRow> orders = new ArrayList<>();
    public final List<OrderRow> ordersByTrader = new ArrayList<>();
    public final List<TradeRow> trades = new ArrayList<>();
    public final List<LedgerRow> ledger = new ArrayList<>();
    public final List<ShardMarksRow> shardMarks = new ArrayList<>();
    public final List<Listing> listings = new ArrayList<>();

    /** Encoded records by exchange code. */
    public final Map<String, List<byte[]>> exchanges = new TreeMap<>();

    /** Encoded events with the trader as key. */
    public final List<byte[]> events = new ArrayList<>();

    /** The offset after each shard's last command. */
    public final Map<Integer, Long> commands = new TreeMap<>();

    /** Lines without their ends. */
    public final List<String> clients = new ArrayList<>();

    /** The trades that can be searched for; null where there is no Elasticsearch. */
    public @Nullable List<DocumentRow> documents;

    World(String georegion) {
        this.georegion = georegion;
    }
}
