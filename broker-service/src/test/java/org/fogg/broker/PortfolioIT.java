package org.fogg.broker;

import static org.assertj.core.api.Assertions.assertThat;

import com.datastax.oss.driver.api.core.CqlSession;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.fogg.broker.account.ForeignCash;
import org.fogg.broker.account.Trade;
import org.fogg.broker.account.TradeQuery;
import org.fogg.broker.account.cassandra.CassandraAccountReads;
import org.fogg.broker.admin.cassandra.CassandraAdminStore;
import org.fogg.broker.cassandra.CassandraAccess;
import org.fogg.broker.cassandra.OddRows;
import org.fogg.broker.home.Home;
import org.fogg.broker.journal.DurableEntry;
import org.fogg.broker.journal.Effect;
import org.fogg.broker.orders.OrderQuery;
import org.fogg.broker.orders.cassandra.CassandraOrderReads;
import org.fogg.broker.portfolio.ForeignAccount;
import org.fogg.broker.portfolio.ForeignEvent;
import org.fogg.broker.portfolio.PortfolioFold;
import org.fogg.broker.portfolio.cassandra.CassandraFoldStore;
import org.fogg.broker.portfolio.cassandra.CassandraPortfolioStore;
import org.fogg.broker.projection.CassandraProjector;
import org.fogg.broker.web.Times;
import org.fogg.contracts.Keyspaces;
import org.fogg.core.engine.AccountSnapshot;
import org.fogg.core.engine.Decision.AccountOpened;
import org.fogg.core.engine.Decision.TransferEnded;
import org.fogg.core.engine.Decision.TransferHeld;
import org.fogg.core.engine.HoldingSnapshot;
import org.fogg.core.funding.Transfer;
import org.fogg.core.funding.TransferOutcome;
import org.fogg.core.funding.TransferState;
import org.fogg.core.funding.TransferTerms;
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
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** What is in other georegions, and on its way there, in the tables of a real Cassandra. */
@UseServers(ServerKind.CASSANDRA)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class PortfolioIT {

    private static final Clock CLOCK = Clock.fixed(FakeWorld.NOW, ZoneOffset.UTC);
    private static final long NOW = Times.nanos(FakeWorld.NOW);
    private static final String ASIA = "east-asia";
    private static final int STOCK = 20_001;
    private static final OddRows ODD_ROWS =
            new OddRows(
                    (place, reason) -> {
                        throw new AssertionError(place + ": " + reason);
                    });

    private final String georegion = TestCassandra.newGeoregion();
    private final ScheduledExecutorService timer = Executors.newScheduledThreadPool(1);
    private CqlSession session;
    private CassandraProjector projector;
    private CassandraOrderReads orders;
    private CassandraAccountReads accounts;
    private CassandraPortfolioStore portfolio;
    private CassandraFoldStore store;
    private CassandraAdminStore homes;
    private UUID trader;
    private OrderTerms terms;

    @BeforeAll
    void connect(Servers servers) throws InterruptedException {
        session = TestCassandra.connect(servers);
        TestCassandra.migrate(session, servers, georegion);
        String keyspace = Keyspaces.of(georegion);
        var access = new CassandraAccess(session, TestCassandra.TIME_LIMIT, Home.ONLY);
        projector = new CassandraProjector(session, keyspace, timer, Home.ONLY);
        orders = new CassandraOrderReads(access, keyspace, CLOCK, ODD_ROWS);
        accounts = new CassandraAccountReads(access, keyspace, CLOCK, ODD_ROWS);
        portfolio = new CassandraPortfolioStore(session, keyspace, Home.ONLY);
        store = new CassandraFoldStore(session, georegion, portfolio, Home.ONLY);
        homes = new CassandraAdminStore(access, georegion, CLOCK);
    }

    @AfterAll
    void disconnect() {
        timer.shutdownNow();
        session.close();
    }

    @BeforeEach
    void open() throws InterruptedException {
        trader = UUID.randomUUID();
        terms = terms(1);
        homes.addTrader(trader);
        project(1, effect(new AccountOpened(UUID.randomUUID(), trader, 10_000, NOW), null, 0));
    }

    private OrderTerms terms(int number) {
        return new OrderTerms(
                UUID.randomUUID(),
                trader,
                "o" + number,
                STOCK,
                Side.BUY,
                OrderType.LIMIT,
                TimeInForce.GTC,
                10,
                100,
                0,
                NOW + 5);
    }

    private OrderSnapshot order(OrderTerms of, OrderStatus status, int version) {
        long filled = status == OrderStatus.FILLED ? 10 : 0;
        return new OrderSnapshot(
                of,
                status,
                Reason.NONE,
                version,
                100,
                7,
                0,
                filled,
                filled * 100,
                NOW,
                NOW + version,
                filled == 0 ? 0 : NOW + 2,
                status.isOpen() ? 0 : NOW + 2,
                null,
                null);
    }

    private Effect effect(
            org.fogg.core.engine.Decision decision, Transfer transfer, long inTransit) {
        var account = new AccountSnapshot(trader, 10_000 - inTransit, 0, 0, false, NOW);
        return new Effect(decision, null, null, account, null, transfer, inTransit, null);
    }

    private void project(long sequence, Effect effect) throws InterruptedException {
        var done = new CountDownLatch(1);
        projector.project(
                new DurableEntry(3, sequence, NOW, List.of(effect)), () -> true, done::countDown);
        assertThat(done.await(2, TimeUnit.MINUTES)).isTrue();
    }

    private ForeignEvent money(long sequence, long cash) {
        return new ForeignEvent(
                ASIA, trader, "m" + sequence, sequence, NOW + sequence, cash, null, null);
    }

    private ForeignEvent fill(long sequence) {
        return new ForeignEvent(
                ASIA,
                trader,
                terms.orderId() + ":2",
                sequence,
                NOW + sequence,
                4_000,
                order(terms, OrderStatus.FILLED, 2),
                new ForeignEvent.Fill(4, 77, 10, 100, 10));
    }

    @Test
    void shouldShowWhatIsElsewhereBesideWhatIsHere() {
        PortfolioFold fold = new PortfolioFold(store);
        List<ForeignEvent> events = List.of(money(2, 5_000), fill(3));

        events.forEach(fold::fold);
        events.forEach(fold::fold);

        assertThat(accounts.foreignCash(trader))
                .containsExactly(new ForeignCash(ASIA, 4_000, NOW + 3));
        assertThat(accounts.holdings(trader))
                .containsExactly(new HoldingSnapshot(trader, STOCK, 10, 1_000));
        assertThat(accounts.holding(trader, STOCK).quantity()).isEqualTo(10);
        OrderSnapshot filled = order(terms, OrderStatus.FILLED, 2);
        assertThat(orders.find(terms.orderId())).isEqualTo(filled);
        assertThat(orders.list(all())).containsExactly(filled);
        List<Trade> trades =
                accounts.trades(new TradeQuery(trader, 0, Long.MAX_VALUE, false, 10, null));
        assertThat(trades).extracting(Trade::executionId).containsExactly(77L);
    }

    private OrderQuery all() {
        return new OrderQuery(
                trader,
                OrderQuery.Status.ALL,
                10,
                -1,
                Long.MAX_VALUE,
                false,
                null,
                null,
                null,
                null);
    }

    @Test
    void shouldKeepTheLatestWhenAFormerConsumerWritesLate() {
        ForeignAccount first = ForeignAccount.none(trader, ASIA).with(money(3, 1));
        ForeignAccount second = first.with(fill(3));
        store.keepAccount(second, new HoldingSnapshot(trader, STOCK, 10, 1_000));

        store.keepAccount(first, new HoldingSnapshot(trader, STOCK, 5, 9));

        assertThat(store.account(trader, ASIA)).isEqualTo(second);
        assertThat(store.holding(trader, STOCK).quantity()).isEqualTo(10);
    }

    @Test
    void shouldKeepTheLatestVersionOfAnOrderWhateverComesLast() {
        portfolio.keep(order(terms, OrderStatus.FILLED, 2)).toCompletableFuture().join();
        portfolio.keep(order(terms, OrderStatus.NEW, 1)).toCompletableFuture().join();
        portfolio.keepRefused(terms, Reason.NO_PRICE, NOW).toCompletableFuture().join();

        assertThat(orders.find(terms.orderId()).status()).isEqualTo(OrderStatus.FILLED);
    }

    @Test
    void shouldShowARefusalWithItsReasonUntilTheOrderIsAccepted() {
        portfolio.keepRefused(terms, Reason.NO_PRICE, NOW).toCompletableFuture().join();
        assertThat(orders.find(terms.orderId()).reason()).isEqualTo(Reason.NO_PRICE);

        portfolio.keep(order(terms, OrderStatus.NEW, 1)).toCompletableFuture().join();

        assertThat(orders.find(terms.orderId()).status()).isEqualTo(OrderStatus.NEW);
    }

    @Test
    void shouldFoldNothingForATraderOfAnotherGeoregion() {
        trader = UUID.randomUUID();

        new PortfolioFold(store).fold(money(2, 5_000));

        assertThat(accounts.foreignCash(trader)).isEmpty();
    }

    @Test
    void shouldShowATransferAndItsMoneyOnTheWay() throws InterruptedException {
        UUID id = terms.orderId();
        TransferTerms sent = new TransferTerms(id, trader, ASIA, 1_000, terms);
        var open = new Transfer(1, sent, TransferState.HELD, NOW, NOW);
        project(2, effect(new TransferHeld(1, sent, NOW), open, 1_000));

        assertThat(orders.sent(id)).isEqualTo(open);
        assertThat(accounts.inTransit(trader)).isEqualTo(1_000);

        var ended = new Transfer(1, sent, TransferState.APPLIED, NOW, NOW + 9);
        project(
                3,
                effect(
                        new TransferEnded(1, id, trader, 1_000, TransferOutcome.APPLIED, NOW + 9),
                        ended,
                        0));
        // As a former owner would, late.
        project(2, effect(new TransferHeld(1, sent, NOW), open, 1_000));

        assertThat(orders.sent(id)).isEqualTo(ended);
        assertThat(accounts.inTransit(trader)).isZero();
    }
}
