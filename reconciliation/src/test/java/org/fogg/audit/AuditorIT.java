package org.fogg.audit;

import static org.assertj.core.api.Assertions.assertThat;

import com.datastax.oss.driver.api.core.CqlSession;
import com.datastax.oss.driver.api.core.config.DefaultDriverOption;
import com.datastax.oss.driver.api.core.config.DriverConfigLoader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.function.BiConsumer;
import org.fogg.audit.journal.Decision.OrderTraded;
import org.fogg.audit.journal.JournalRow;
import org.fogg.audit.life.Step;
import org.fogg.audit.report.AuditReport;
import org.fogg.audit.report.Violation;
import org.fogg.audit.server.CassandraWorld;
import org.fogg.audit.server.KafkaWorld;
import org.fogg.audit.table.OrderRow;
import org.fogg.audit.world.Exchanges;
import org.fogg.audit.world.Journals;
import org.fogg.audit.world.Records;
import org.fogg.audit.world.World;
import org.fogg.audit.world.Worlds;
import org.fogg.stack.ServerKind;
import org.fogg.stack.Servers;
import org.fogg.stack.junit.UseServers;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** The auditor against real servers: each tampering is undone, so that the world stays good. */
@UseServers({ServerKind.CASSANDRA, ServerKind.KAFKA})
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AuditorIT {
    private static final UUID ORDER = Worlds.MARKET.orderId();

    private final Servers servers;
    private final String name = Servers.uniqueName("audit");
    private final World world = Worlds.small(name.replace('_', '-'), name);
    private Path clients;
    private CqlSession session;
    private CassandraWorld cassandra;
    private KafkaWorld kafka;
    private OpenSources open;

    AuditorIT(Servers servers) {
        this.servers = servers;
    }

    @BeforeAll
    void writeWorld(@TempDir Path folder) throws InterruptedException {
        session =
                CqlSession.builder()
                        .addContactPoint(servers.cassandra())
                        .withLocalDatacenter(servers.localDc())
                        .withConfigLoader(
                                DriverConfigLoader.programmaticBuilder()
                                        .withDuration(
                                                DefaultDriverOption.REQUEST_TIMEOUT,
                                                Duration.ofSeconds(30))
                                        .build())
                        .build();
        cassandra = new CassandraWorld(session, world, servers.localDc());
        kafka = new KafkaWorld(servers.kafka(), world);
        clients = folder.resolve("run.jsonl");
        open = new OpenSources(target());
    }

    @AfterAll
    void close() {
        open.close();
        kafka.close();
        session.close();
    }

    @Test
    void shouldFindNothingWhenAllLedgersAgree() throws IOException {
        Files.write(clients, world.clients);

        AuditReport report = Auditor.audit(target(), Progress.NONE);

        assertThat(report.violations()).isEmpty();
        assertThat(report.checked()).isEqualTo(new AuditReport.Checked(6, 4, 2, 21, 4));
    }

    @Test
    void shouldNameItWhenAJournalEntryIsDeleted() throws IOException {
        JournalRow row = Journals.with(world, OrderTraded.class);
        String[] key = {"term", "shard", "segment", "sequence"};
        cassandra.delete("journal", row, key);

        assertNamed("trade-missing", "execution_id=1");
        assertNamed("journal-gap", "sequence=3");

        cassandra.insert("journal", row);
        assertGood();
    }

    @Test
    void shouldNameItWhenAJournaledTradeIsAltered() throws IOException {
        JournalRow row = Journals.with(world, OrderTraded.class);
        World other = Worlds.small(world.georegion, name);
        Journals.change(other, OrderTraded.class, trade -> Records.with(trade, "price", 1L));
        cassandra.insert("journal", Journals.row(other, row.shard(), row.sequence()));

        assertNamed("trade-altered", ORDER.toString());

        cassandra.insert("journal", row);
        assertGood();
    }

    @Test
    void shouldNameItWhenATradeIsDeletedFromItsTable() throws IOException {
        var row = world.trades.get(0);
        cassandra.delete("trades", row, "trader_id", "day", "sequence", "n");

        assertNamed("trade-missing", ORDER.toString());

        cassandra.insert("trades", row);
        assertGood();
    }

    @Test
    void shouldNameItWhenATradeIsDoubledInItsTable() throws IOException {
        var row = Records.with(world.trades.get(0), "n", 7);
        cassandra.insert("trades", row);

        assertNamed("trade-surplus", ORDER.toString());

        cassandra.delete("trades", row, "trader_id", "day", "sequence", "n");
        assertGood();
    }

    @Test
    void shouldNameItWhenATradeIsAlteredInItsTable() throws IOException {
        var row = world.trades.get(0);
        cassandra.insert("trades", Records.with(row, "quantity", 9L));

        assertNamed("trade-altered", ORDER.toString());

        cassandra.insert("trades", row);
        assertGood();
    }

    @Test
    void shouldNameItWhenALedgerLineIsDeletedOrAltered() throws IOException {
        var row = world.ledger.get(4);
        cassandra.delete("ledger", row, "trader_id", "day", "sequence", "n", "line");
        assertNamed("ledger-line-missing", ORDER.toString());

        cassandra.insert("ledger", Records.with(row, "amount", 1L));
        assertNamed("ledger-line-altered", ORDER.toString());
        assertNamed("ledger-balance-wrong", Worlds.ANN.toString());

        cassandra.insert("ledger", row);
        assertGood();
    }

    @Test
    void shouldNameItWhenCashOrHoldingIsAltered() throws IOException {
        var account = world.accounts.get(0);
        var holding = world.holdings.get(0);
        cassandra.insert("accounts", Records.with(account, "cash", account.cash() + 1));
        cassandra.insert("holdings", Records.with(holding, "quantity", 1L));

        assertNamed("account-altered", Worlds.ANN.toString());
        assertNamed("holding-altered", Worlds.ANN.toString());

        cassandra.insert("accounts", account);
        cassandra.insert("holdings", holding);
        assertGood();
    }

    @Test
    void shouldNameItWhenAnOrderIsAlteredOrDeleted() throws IOException {
        OrderRow order = world.orders.get(0);
        OrderRow byTrader = world.ordersByTrader.get(0);
        cassandra.insert("orders", Records.with(order, "status", 1));
        cassandra.delete(
                "orders_by_trader", byTrader, "trader_id", "day", "created_at", "order_id");

        assertNamed("order-altered", ORDER.toString());
        assertNamed("order-missing", "orders_by_trader");

        cassandra.insert("orders", order);
        cassandra.insert("orders_by_trader", byTrader);
        assertGood();
    }

    @Test
    void shouldNameItWhenAnExchangesJournalLacksDoublesOrAltersAFill()
            throws IOException, InterruptedException {
        assertExchangeNamed("execution-missing", Exchanges::deleteFill);
        assertExchangeNamed(
                "execution-doubled", (other, code) -> Exchanges.addFill(other, code, fill -> fill));
        assertExchangeNamed(
                "trade-altered",
                (other, code) ->
                        Exchanges.changeFill(
                                other, code, fill -> Records.with(fill, "quantity", 9L)));
    }

    /**
     * A record of a topic cannot be changed, so the stock is listed under another code for once.
     */
    private void assertExchangeNamed(String kind, BiConsumer<World, String> tampering)
            throws IOException, InterruptedException {
        World other = Worlds.small(world.georegion, Servers.uniqueName("other"));
        tampering.accept(other, other.listings.get(0).exchangeCode());

        kafka.list(other, 0);
        assertNamed(kind, ORDER.toString());

        kafka.list(world, 0);
        assertGood();
    }

    @Test
    void shouldNameItWhenAClientsRecordIsDeletedDoubledOrAltered() throws IOException {
        int index = 0;
        while (!world.clients.get(index).contains("\"market\"")) {
            index++;
        }
        String line = world.clients.get(index);
        int place = index;

        world.clients.remove(place);
        assertNamed("order-never-sent", ORDER.toString());
        world.clients.add(place, line);
        world.clients.add(line);
        assertNamed("client-record-doubled", ORDER.toString());
        world.clients.remove(world.clients.size() - 1);
        world.clients.set(place, line.replace("\"filled_qty\":\"10\"", "\"filled_qty\":\"9\""));
        assertNamed("order-told-wrongly", ORDER.toString());

        world.clients.set(place, line);
        assertGood();
    }

    @Test
    void shouldTellAnOrdersLifeFromAllLedgers() {
        OrderLife life = OrderLife.of(target(), Worlds.BUY.orderId());

        assertThat(life.steps())
                .extracting(Step::ledger)
                .containsExactly("journal", "exchange", "exchange", "journal", "event");
    }

    private void assertGood() throws IOException {
        assertThat(violations()).isEmpty();
    }

    private void assertNamed(String kind, String named) throws IOException {
        assertThat(violations())
                .anySatisfy(
                        found -> {
                            assertThat(found.kind()).isEqualTo(kind);
                            assertThat(found.toString()).contains(named);
                        });
    }

    private List<Violation> violations() throws IOException {
        Files.write(clients, world.clients);
        return Auditor.audit(open.sources(), Progress.NONE, 2, () -> {}).violations();
    }

    private AuditTarget target() {
        return new AuditTarget(
                List.of(
                        new AuditTarget.Georegion(
                                world.georegion,
                                World.SHARDS,
                                List.of(servers.cassandra()),
                                servers.localDc())),
                servers.kafka(),
                List.of(clients));
    }
}
