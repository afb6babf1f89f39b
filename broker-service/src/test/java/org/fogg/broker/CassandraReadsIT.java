package org.fogg.broker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.datastax.oss.driver.api.core.CqlSession;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import org.fogg.broker.account.Trade;
import org.fogg.broker.account.TradeQuery;
import org.fogg.broker.account.cassandra.CassandraAccountReads;
import org.fogg.broker.admin.cassandra.CassandraAdminStore;
import org.fogg.broker.cassandra.CassandraAccess;
import org.fogg.broker.cassandra.OddRows;
import org.fogg.broker.home.Home;
import org.fogg.broker.orders.OrderQuery;
import org.fogg.broker.orders.cassandra.CassandraOrderReads;
import org.fogg.broker.security.Role;
import org.fogg.broker.security.StoredKey;
import org.fogg.broker.security.cassandra.CassandraKeyStore;
import org.fogg.broker.stocks.Bar;
import org.fogg.broker.stocks.BarQuery;
import org.fogg.broker.stocks.cassandra.CassandraBarReads;
import org.fogg.broker.web.Times;
import org.fogg.broker.wire.MalformedMessageException;
import org.fogg.contracts.Ids;
import org.fogg.contracts.Keyspaces;
import org.fogg.core.engine.AccountSnapshot;
import org.fogg.core.engine.HoldingSnapshot;
import org.fogg.core.order.OrderSnapshot;
import org.fogg.core.order.OrderStatus;
import org.fogg.core.order.OrderTerms;
import org.fogg.core.order.OrderType;
import org.fogg.core.order.Reason;
import org.fogg.core.order.Side;
import org.fogg.core.order.TimeInForce;
import org.fogg.stack.ServerKind;
import org.fogg.stack.Servers;
import org.fogg.stack.junit.UseServers;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** The readers and stores against a real Cassandra, in a georegion of their own. */
@UseServers(ServerKind.CASSANDRA)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class CassandraReadsIT {

    private static final long SEED = 20_261_121;
    private static final UUID TRADER = UUID.fromString("a11ce000-0000-4000-8000-000000000009");
    private static final long NOW = Times.nanos(FakeWorld.NOW);
    private static final Clock CLOCK = Clock.fixed(FakeWorld.NOW, ZoneOffset.UTC);

    private final String georegion = "reads-" + Long.toString(System.nanoTime(), 36);
    private final String keyspace = Keyspaces.of(georegion);
    private final FakeShards expected = new FakeShards(new FakeMarket(), CLOCK);
    private final Random random = new Random(SEED);
    private final List<String> keptAside = new CopyOnWriteArrayList<>();
    private final OddRows oddRows =
            new OddRows((place, reason) -> keptAside.add(place + ": " + reason));
    private CqlSession session;
    private CassandraAccess cassandra;
    private ProjectedRows rows;

    @BeforeAll
    void connect(Servers servers) throws InterruptedException {
        session = TestCassandra.connect(servers);
        TestCassandra.migrate(session, servers, georegion);
        cassandra = new CassandraAccess(session, TestCassandra.TIME_LIMIT, Home.ONLY);
        rows = new ProjectedRows(session, keyspace);
    }

    @AfterAll
    void disconnect() {
        session.close();
    }

    @Test
    void shouldListOrdersAsAPlainFilterDoes() {
        List<OrderSnapshot> orders = new ArrayList<>();
        int open = 0;
        for (int i = 0; i < 400; i++) {
            OrderSnapshot order = order(i);
            orders.add(order);
            open += order.status().isOpen() ? 1 : 0;
            rows.write(order);
            expected.put(order);
        }
        rows.write(new AccountSnapshot(TRADER, 5, 1, open, false, NOW - 60 * Times.DAY));
        CassandraOrderReads reads = new CassandraOrderReads(cassandra, keyspace, CLOCK, oddRows);

        for (int i = 0; i < 300; i++) {
            OrderQuery query = query(orders);
            assertThat(reads.list(query))
                    .as("seed %d, query %d: %s", SEED, i, query)
                    .isEqualTo(expected.list(query));
        }
        OrderSnapshot one = orders.get(7);
        assertThat(reads.find(one.terms().orderId())).isEqualTo(one);
        assertThat(reads.find(UUID.randomUUID())).isNull();
        assertThat(reads.list(OrderQuery.open(UUID.randomUUID(), 5))).isEmpty();
    }

    @Test
    void shouldKeepAsideARowThatMakesNoSenseAndReadItsNeighbours() {
        UUID trader = UUID.randomUUID();
        List<OrderSnapshot> orders = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            OrderSnapshot order = order(trader, 1_000 + i);
            orders.add(order);
            rows.write(order);
        }
        rows.write(new AccountSnapshot(trader, 5, 1, 3, false, NOW - 60 * Times.DAY));
        OrderSnapshot odd = orders.remove(1);
        UUID oddId = odd.terms().orderId();
        session.execute("UPDATE " + keyspace + ".orders SET side = 9 WHERE order_id = " + oddId);
        session.execute(
                ("UPDATE %s.orders_by_trader SET side = 9 WHERE trader_id = %s AND day = %d"
                                + " AND created_at = %d AND order_id = %s")
                        .formatted(
                                keyspace,
                                trader,
                                Times.day(odd.createdAt()),
                                odd.createdAt(),
                                oddId));
        CassandraOrderReads reads = new CassandraOrderReads(cassandra, keyspace, CLOCK, oddRows);
        OrderQuery all =
                new OrderQuery(
                        trader,
                        OrderQuery.Status.ALL,
                        10,
                        -1,
                        Long.MAX_VALUE,
                        true,
                        null,
                        null,
                        null,
                        null);

        assertThat(reads.list(all)).containsExactlyInAnyOrderElementsOf(orders);
        assertThat(reads.list(all)).hasSize(2);
        assertThatThrownBy(() -> reads.find(oddId)).isInstanceOf(MalformedMessageException.class);
        assertThat(keptAside)
                .filteredOn(place -> place.contains(oddId.toString()))
                .hasSize(2)
                .allMatch(place -> place.contains("No side has number 9"));
    }

    @Test
    void shouldListTradesAsAPlainFilterDoes() {
        UUID trader = UUID.randomUUID();
        List<Trade> trades = new ArrayList<>();
        for (int i = 0; i < 300; i++) {
            Trade trade = trade(i);
            trades.add(trade);
            rows.write(trader, trade);
            expected.put(trade);
        }
        rows.write(new AccountSnapshot(trader, 5, 1, 0, false, NOW - 60 * Times.DAY));
        CassandraAccountReads reads =
                new CassandraAccountReads(cassandra, keyspace, CLOCK, oddRows);

        for (int i = 0; i < 200; i++) {
            TradeQuery query = tradeQuery(trader, trades);
            assertThat(reads.trades(query))
                    .as("seed %d, query %d: %s", SEED, i, query)
                    .isEqualTo(expected.trades(query));
        }
    }

    @Test
    void shouldReadAccountsAndWhatTheyStillHold() {
        UUID trader = UUID.randomUUID();
        AccountSnapshot account = new AccountSnapshot(trader, 1_000, 250, 2, true, NOW);
        HoldingSnapshot held = new HoldingSnapshot(trader, 1, 5, 5_000);
        rows.write(account);
        rows.write(held);
        rows.write(new HoldingSnapshot(trader, 2, 0, 0));
        CassandraAccountReads reads =
                new CassandraAccountReads(cassandra, keyspace, CLOCK, oddRows);

        assertThat(reads.account(trader)).isEqualTo(account);
        assertThat(reads.account(UUID.randomUUID())).isNull();
        assertThat(reads.holdings(trader)).containsExactly(held);
        assertThat(reads.holding(trader, 1)).isEqualTo(held);
        assertThat(reads.holding(trader, 2)).isNull();
        assertThat(reads.holding(trader, 3)).isNull();
    }

    @Test
    void shouldReadBarsAcrossBucketsForwardAndBackward() {
        long base = FakeWorld.NOW.getEpochSecond() / 3_600 * 3_600;
        for (long start = base - 7_200; start < base + 600; start += 60) {
            rows.write("BAR", 1, new Bar(start, 1, 4, 1, 2, 3));
        }
        CassandraBarReads reads = new CassandraBarReads(cassandra, keyspace);

        List<Bar> forward = reads.bars(new BarQuery("BAR", 1, base - 180, base + 120, 100));
        List<Bar> backward = reads.bars(new BarQuery("BAR", 1, base + 120, base - 180, 100));
        List<Bar> some = reads.bars(new BarQuery("BAR", 1, base - 7_200, base + 600, 70));

        assertThat(forward)
                .extracting(Bar::start)
                .containsExactly(base - 180, base - 120, base - 60, base, base + 60, base + 120);
        assertThat(backward)
                .extracting(Bar::start)
                .containsExactly(base + 120, base + 60, base, base - 60, base - 120, base - 180);
        assertThat(forward.get(0)).isEqualTo(new Bar(base - 180, 1, 4, 1, 2, 3));
        assertThat(some).hasSize(70);
        assertThat(reads.bars(new BarQuery("NONE", 1, base - 180, base, 100))).isEmpty();
    }

    @Test
    void shouldKeepKeysUntilTheyAreRevoked() {
        CassandraKeyStore store = new CassandraKeyStore(cassandra, CLOCK, oddRows);
        String keyId = "FK" + georegion;
        store.add(StoredKey.of(keyId, "secret", Role.TRADER, TRADER));

        StoredKey found = store.find(keyId);
        boolean revoked = store.revoke(keyId);

        assertThat(found.caller().traderId()).isEqualTo(TRADER);
        assertThat(found.caller().role()).isEqualTo(Role.TRADER);
        assertThat(found.matches("secret")).isTrue();
        assertThat(revoked).isTrue();
        assertThat(store.find(keyId)).isNull();
        assertThat(store.revokedLately()).contains(keyId);
        assertThat(store.revoke("nobody")).isFalse();
        assertThat(store.find("nobody")).isNull();
    }

    @Test
    void shouldKeepAsideAKeyThatMakesNoSenseAndLetNobodyIn() {
        CassandraKeyStore store = new CassandraKeyStore(cassandra, CLOCK, oddRows);
        String keyId = "FO" + georegion;
        store.add(StoredKey.of(keyId, "secret", Role.TRADER, TRADER));
        session.execute(
                "UPDATE fogg_global.api_keys SET role = 'queen' WHERE key_id = '" + keyId + "'");

        assertThat(store.find(keyId)).isNull();
        assertThat(keptAside).anyMatch(place -> place.contains(keyId));
    }

    @Test
    void shouldKeepTradersAndHalts() {
        CassandraAdminStore store = new CassandraAdminStore(cassandra, georegion, CLOCK);

        assertThat(store.isHalted()).isFalse();
        store.setHalted(true);
        assertThat(store.isHalted()).isTrue();
        store.setHalted(false);
        assertThat(store.isHalted()).isFalse();
        store.addTrader(TRADER);
        assertThat(
                        session.execute(
                                        "SELECT georegion FROM fogg_global.traders WHERE trader_id"
                                                + " = "
                                                + TRADER)
                                .one()
                                .getString(0))
                .isEqualTo(georegion);
    }

    /** Over 60 days, many of one day, some at the very same time. */
    private OrderSnapshot order(int i) {
        return order(TRADER, i);
    }

    private OrderSnapshot order(UUID trader, int i) {
        long at =
                NOW
                        - random.nextInt(60) * random.nextInt(2) * Times.DAY
                        - random.nextInt(50) * Times.SECOND;
        OrderStatus[] statuses = OrderStatus.values();
        OrderStatus status = statuses[random.nextInt(statuses.length)];
        String name = "o" + i;
        OrderTerms terms =
                new OrderTerms(
                        Ids.orderId(trader, name),
                        trader,
                        name,
                        random.nextInt(3),
                        random.nextBoolean() ? Side.BUY : Side.SELL,
                        OrderType.values()[random.nextInt(4)],
                        TimeInForce.values()[random.nextInt(4)],
                        1 + random.nextInt(100),
                        random.nextInt(3) * 100L,
                        random.nextInt(3) * 100L,
                        random.nextInt(2) * at);
        return new OrderSnapshot(
                terms,
                status,
                status.isOpen() ? Reason.NONE : Reason.REQUESTED,
                3,
                100,
                5,
                0,
                random.nextInt(10),
                random.nextInt(1_000),
                at,
                at + 1,
                status == OrderStatus.FILLED ? at + 1 : 0,
                status.isOpen() ? 0 : at + 1,
                random.nextBoolean() ? null : Ids.orderId(TRADER, "before"),
                random.nextBoolean() ? null : Ids.orderId(TRADER, "after"));
    }

    private OrderQuery query(List<OrderSnapshot> orders) {
        return new OrderQuery(
                TRADER,
                OrderQuery.Status.values()[random.nextInt(3)],
                1 + random.nextInt(random.nextBoolean() ? 5 : 500),
                random.nextBoolean() ? -1 : anyOf(orders).createdAt(),
                random.nextBoolean() ? Long.MAX_VALUE : anyOf(orders).createdAt(),
                random.nextBoolean(),
                random.nextInt(4) > 0 ? null : Set.of(random.nextInt(3)),
                random.nextInt(4) > 0 ? null : Side.SELL,
                random.nextInt(3) > 0 ? null : OrderQuery.Position.of(anyOf(orders)),
                random.nextInt(3) > 0 ? null : OrderQuery.Position.of(anyOf(orders)));
    }

    private Trade trade(int i) {
        long at = NOW - (300 - i) / 7 * Times.DAY;
        return new Trade(
                new Trade.Place(Times.day(at), i / 3, i % 3),
                Ids.orderId(TRADER, "t" + i),
                1,
                i % 2 == 0 ? Side.BUY : Side.SELL,
                1,
                i,
                10,
                100,
                20,
                i % 2,
                at);
    }

    private TradeQuery tradeQuery(UUID trader, List<Trade> trades) {
        return new TradeQuery(
                trader,
                random.nextBoolean() ? 0 : anyOf(trades).at(),
                random.nextBoolean() ? Long.MAX_VALUE : anyOf(trades).at(),
                random.nextBoolean(),
                1 + random.nextInt(100),
                random.nextBoolean() ? null : anyOf(trades).place());
    }

    private <T> T anyOf(List<T> all) {
        return all.get(random.nextInt(all.size()));
    }
}
