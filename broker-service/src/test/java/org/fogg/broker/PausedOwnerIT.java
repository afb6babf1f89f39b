package org.fogg.broker;

import static org.assertj.core.api.Assertions.assertThat;

import com.datastax.oss.driver.api.core.cql.Row;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.fogg.broker.command.CommandAnswer;
import org.fogg.broker.journal.JournalCodec;
import org.fogg.broker.market.Stock;
import org.fogg.contracts.Ids;
import org.fogg.contracts.Keyspaces;
import org.fogg.core.order.OrderTerms;
import org.fogg.core.order.OrderType;
import org.fogg.core.order.Side;
import org.fogg.core.order.TimeInForce;
import org.fogg.core.owner.EntryKind;
import org.fogg.core.owner.JournalEntry;
import org.fogg.stack.ServerKind;
import org.fogg.stack.Servers;
import org.fogg.stack.junit.UseServers;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/**
 * A broker that is stopped with SIGSTOP for longer than its session lasts, and goes on when others
 * have its shards: it still has their orders in memory, and ticks that meet them come to it first.
 * Its clock is minutes ahead, so that journals go back in time, which changes nothing.
 */
@UseServers({ServerKind.CASSANDRA, ServerKind.KAFKA})
class PausedOwnerIT {

    private static final int SHARDS = TestSettings.SHARDS;
    private static final int TRADERS = 12;

    private final Servers servers;
    private final String georegion = TestCassandra.newGeoregion();
    private final String keyspace = Keyspaces.of(georegion);
    private final List<AutoCloseable> open = new ArrayList<>();
    private TestExchange exchange;
    private ExecutionSide side;
    private BrokerProcess other;

    PausedOwnerIT(Servers servers) {
        this.servers = servers;
    }

    private void start() throws Exception {
        exchange = new TestExchange(georegion, servers.kafka(), 0);
        open.add(exchange);
        side = new ExecutionSide(settings(), new SimpleMeterRegistry());
        open.add(side);
        side.start();
        awaitOwned(SHARDS);
        other = new BrokerProcess(servers, georegion, 1);
        open.add(other);
        awaitOwned(SHARDS / 2);
    }

    private ExecutionSettings settings() {
        var at = new TestSettings.At(servers.cassandra(), servers.localDc(), servers.kafka());
        return TestSettings.of(georegion, 0, at, TestSettings.NO_SNAPSHOTS);
    }

    private void awaitOwned(int shards) {
        Deadline.await(
                Deadline.PATIENCE,
                () ->
                        side.health().status().owned().size() == shards
                                && side.health().status().isReady()
                                && !side.directory().stocks().isEmpty()
                                && side.board().price(stock().id()) > 0);
    }

    private Stock stock() {
        return side.directory().stocks().iterator().next();
    }

    @AfterEach
    void stop() throws Exception {
        for (int i = open.size() - 1; i >= 0; i--) {
            open.get(i).close();
        }
    }

    /** Sends a command, with the same ids, until it is answered. */
    private CommandAnswer send(Supplier<CompletableFuture<CommandAnswer>> command) {
        CommandAnswer[] answer = new CommandAnswer[1];
        Deadline.await(
                Deadline.PATIENCE,
                () -> {
                    try {
                        answer[0] = command.get().get(10, TimeUnit.SECONDS);
                        return true;
                    } catch (Exception e) {
                        return false;
                    }
                });
        return answer[0];
    }

    private UUID trader() {
        UUID trader = UUID.randomUUID();
        UUID command = UUID.randomUUID();
        send(() -> side.gateway().openAccount(command, trader, 1_000_000_0000L));
        return trader;
    }

    private OrderTerms limit(UUID trader, long price) {
        String id = UUID.randomUUID().toString();
        return new OrderTerms(
                Ids.orderId(trader, id),
                trader,
                id,
                stock().id(),
                Side.BUY,
                OrderType.LIMIT,
                TimeInForce.GTC,
                7,
                price,
                0,
                0);
    }

    @Test
    void shouldChangeNothingWhenItGoesOn() throws Exception {
        start();
        long low = side.board().price(stock().id()) / 2 / 100 * 100;
        List<OrderTerms> orders = new ArrayList<>();
        for (int i = 0; i < TRADERS; i++) {
            OrderTerms order = limit(trader(), low);
            send(() -> side.gateway().placeOrder(order));
            orders.add(order);
        }

        other.pause();
        awaitOwned(SHARDS);
        for (OrderTerms order : orders) {
            send(() -> side.gateway().cancelOrder(order.traderId(), order.orderId()));
        }
        // To the former owner these orders are open, and now their price is met.
        exchange.price(stock().exchange().code(), stock().symbol(), price(low));
        Deadline.await(Deadline.PATIENCE, () -> side.board().price(stock().id()) == low);
        other.goOn();
        // It has understood when it has asked for shards again.
        awaitOwned(SHARDS / 2);

        assertThat(other.isAlive()).isTrue();
        for (OrderTerms order : orders) {
            CommandAnswer again = send(() -> side.gateway().placeOrder(order));
            assertThat(again.order().filledQuantity()).isZero();
            assertThat(row("orders", "order_id = " + order.orderId()).getByte("status"))
                    .isEqualTo((byte) 4);
            Row account = row("accounts", "trader_id = " + order.traderId());
            assertThat(account.getLong("cash")).isEqualTo(1_000_000_0000L);
            assertThat(account.getLong("reserved")).isZero();
        }
        assertThat(rows("trades")).isEmpty();
        assertThat(rows("holdings")).isEmpty();
        checkJournals();
    }

    private static String price(long price) {
        return BigDecimal.valueOf(price, 4).toPlainString();
    }

    private List<Row> rows(String table) {
        return side.session().execute("SELECT * FROM " + keyspace + "." + table).all();
    }

    private Row row(String table, String where) {
        return side.session()
                .execute("SELECT * FROM " + keyspace + "." + table + " WHERE " + where)
                .one();
    }

    /** Every entry is of the owner that took the shard last before it, and none is missing. */
    private void checkJournals() {
        var codec = new JournalCodec();
        Map<Integer, TreeMap<Long, JournalEntry>> journals = new TreeMap<>();
        for (Row row : rows("journal")) {
            ByteBuffer bytes = row.getByteBuffer("entry");
            JournalEntry entry = codec.decode(bytes);
            assertThat(row.getUuid("incarnation")).isEqualTo(entry.incarnation());
            journals.computeIfAbsent(entry.shard(), shard -> new TreeMap<>())
                    .put(entry.sequence(), entry);
        }
        assertThat(journals).hasSize(SHARDS);
        long previous = 0;
        int backwards = 0;
        for (TreeMap<Long, JournalEntry> journal : journals.values()) {
            JournalEntry owner = journal.get(0L);
            long next = 0;
            for (JournalEntry entry : journal.values()) {
                if (entry.kind() == EntryKind.OWNER) {
                    owner = entry;
                }
                assertThat(entry.sequence()).isEqualTo(next++);
                assertThat(entry.incarnation()).isEqualTo(owner.incarnation());
                assertThat(entry.epoch()).isEqualTo(owner.sequence() + 1);
                backwards += entry.sequence() > 0 && entry.at() < previous ? 1 : 0;
                previous = entry.at();
            }
        }
        // Else this has not shown that clocks decide nothing.
        assertThat(backwards).isPositive();
    }
}
