package org.fogg.audit;

import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import org.fogg.audit.client.ClientSource;
import org.fogg.audit.document.DocumentRow;
import org.fogg.audit.document.DocumentSource;
import org.fogg.audit.exchange.ExchangeRecord;
import org.fogg.audit.exchange.ExchangeSource;
import org.fogg.audit.exchange.Listing;
import org.fogg.audit.exchange.RecordDecoder;
import org.fogg.audit.journal.JournalRow;
import org.fogg.audit.journal.JournalSource;
import org.fogg.audit.table.AccountRow;
import org.fogg.audit.table.HoldingRow;
import org.fogg.audit.table.LedgerRow;
import org.fogg.audit.table.OrderRow;
import org.fogg.audit.table.ShardMarksRow;
import org.fogg.audit.table.TableSource;
import org.fogg.audit.table.TradeRow;
import org.fogg.audit.world.World;
import org.jspecify.annotations.Nullable;

/** Reads a world from memory. */
final class MemorySources implements JournalSource, TableSource, ExchangeSource, DocumentSource {
    private final World world;

    private MemorySources(World world) {
        this.world = world;
    }

    static Sources of(World world, ClientSource clients) {
        MemorySources memory = new MemorySources(world);
        return new Sources(
                List.of(new Sources.Georegion(world.georegion, World.SHARDS, memory, memory)),
                memory,
                (georegion, shards) -> world.commands,
                clients,
                memory);
    }

    @Override
    public boolean trades(String georegion, long expected, Consumer<DocumentRow> reader) {
        if (world.documents == null) {
            return false;
        }
        world.documents.forEach(reader);
        return true;
    }

    @Override
    public void readAll(Consumer<JournalRow> reader) {
        for (int shard = 0; shard <= World.SHARDS; shard++) {
            read(shard, reader);
        }
    }

    @Override
    public void read(int shard, Consumer<JournalRow> reader) {
        world.journal.stream().filter(row -> row.shard() == shard).forEach(reader);
    }

    @Override
    public long unseen() {
        return 0;
    }

    @Override
    public void accounts(Consumer<AccountRow> reader) {
        world.accounts.forEach(reader);
    }

    @Override
    public void holdings(Consumer<HoldingRow> reader) {
        world.holdings.forEach(reader);
    }

    @Override
    public void orders(Consumer<OrderRow> reader) {
        world.orders.forEach(reader);
    }

    @Override
    public void ordersByTrader(Consumer<OrderRow> reader) {
        world.ordersByTrader.forEach(reader);
    }

    @Override
    public void trades(Consumer<TradeRow> reader) {
        world.trades.forEach(reader);
    }

    @Override
    public void ledger(Consumer<LedgerRow> reader) {
        world.ledger.forEach(reader);
    }

    @Override
    public void shardMarks(Consumer<ShardMarksRow> reader) {
        world.shardMarks.forEach(reader);
    }

    @Override
    public @Nullable UUID traderOf(UUID orderId) {
        return world.orders.stream()
                .filter(row -> row.orderId().equals(orderId))
                .map(OrderRow::traderId)
                .findFirst()
                .orElse(null);
    }

    @Override
    public List<Listing> listings(String georegion) {
        return world.listings;
    }

    @Override
    public void journal(String exchangeCode, Consumer<ExchangeRecord> reader) {
        RecordDecoder decoder = new RecordDecoder();
        long offset = 0;
        for (byte[] record : world.exchanges.getOrDefault(exchangeCode, List.of())) {
            reader.accept(decoder.journal(offset++, record));
        }
    }
}
