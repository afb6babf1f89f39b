package org.fogg.core.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.fogg.core.ledger.Posting;
import org.fogg.core.ledger.Postings;
import org.fogg.core.order.OrderTerms;
import org.fogg.core.snapshot.SnapshotChunk;

/** The engine and the naive shard, given the same inputs; they must say the same. */
final class EnginePair {

    private final TradingLimits limits;
    final NaiveShard naive;
    final NaiveState state;
    final List<ExecutionRequest> outstanding = new ArrayList<>();
    ShardEngine engine;
    long epoch = 1;

    private final int wholeClosed;
    private final RecordedEvents events = new RecordedEvents();
    private final RecordedEvents naiveEvents = new RecordedEvents();
    private final Map<Long, Long> hashes = new HashMap<>();
    private final Map<UUID, Long> cash = new HashMap<>();
    private final Map<UUID, Map<Integer, Long>> shares = new HashMap<>();
    private final List<SnapshotChunk> chunks = new ArrayList<>();
    private long deposits;
    private long exchangeCash;

    EnginePair(TradingLimits limits, int wholeClosed) {
        this.limits = limits;
        this.wholeClosed = wholeClosed;
        engine = newEngine(events);
        naive = new NaiveShard(limits, naiveEvents, wholeClosed);
        state = naive.state;
        engine.beginEpoch(epoch);
        naive.restart(epoch);
    }

    ShardEngine newEngine(EngineListener listener) {
        return new ShardEngine(limits, listener, wholeClosed);
    }

    void list(int stockId, long increment) {
        engine.list(stockId, 1, increment);
        naive.list(stockId, increment);
    }

    void openAccount(long token, UUID commandId, UUID traderId, long cash, long now) {
        engine.openAccount(token, commandId, traderId, cash, now);
        naive.openAccount(token, commandId, traderId, cash, now);
    }

    void deposit(long token, UUID commandId, UUID traderId, long amount, long now) {
        engine.deposit(token, commandId, traderId, amount, now);
        naive.deposit(token, commandId, traderId, amount, now);
    }

    void halt(long token, UUID traderId, boolean halted, long now) {
        engine.halt(token, traderId, halted, now);
        naive.halt(token, traderId, halted, now);
    }

    void place(long token, OrderTerms terms, long now) {
        engine.place(token, terms, now);
        naive.place(token, terms, now);
    }

    void cancel(long token, UUID traderId, UUID orderId, long now) {
        engine.cancel(token, traderId, orderId, now);
        naive.cancel(token, traderId, orderId, now);
    }

    void replace(long token, ReplaceTerms terms, long now) {
        engine.replace(token, terms, now);
        naive.replace(token, terms, now);
    }

    void onTick(int stockId, long sequence, long price, long publishedAt, long now) {
        engine.onTick(stockId, sequence, price, publishedAt, now);
        naive.onTick(stockId, sequence, price, publishedAt, now);
    }

    void retryAtOnce(long now) {
        engine.retryAtOnce(now);
        naive.retryAtOnce(now);
    }

    void onTime(long now) {
        engine.onTime(now);
        naive.onTime(now);
    }

    void onReport(ExecutionReport report, long now) {
        engine.onReport(report, now);
        naive.onReport(report, now);
    }

    /** The owner is gone; another one begins with the latest snapshot, folds on and goes on. */
    void restart() {
        ShardEngine next = newEngine(events);
        if (!chunks.isEmpty()) {
            next.restore(chunks);
        }
        int known = Math.toIntExact(next.decisionCount());
        state.decisions.subList(known, state.decisions.size()).forEach(next::replay);
        assertThat(next.stateHash()).isEqualTo(engine.stateHash());
        chunks.clear();
        next.snapshot(1 + known % 7, chunks::add);
        engine = next;
        engine.beginEpoch(++epoch);
        naive.restart(epoch);
        outstanding.clear();
    }

    RecordedEvents events() {
        return events;
    }

    /** Compares what both said to the latest input, and checks the sums. */
    void compare(String where) {
        if (!events.all.equals(naiveEvents.all)) {
            assertThat(events.all).as(where).isEqualTo(naiveEvents.all);
        }
        for (Decision decision : events.decisions()) {
            post(decision);
        }
        outstanding.addAll(events.requests());
        events.all.clear();
        naiveEvents.all.clear();
        state.accounts.forEach((traderId, account) -> checkAccount(where, traderId, account));
    }

    private void post(Decision decision) {
        UUID traderId = traderOf(decision);
        for (Posting posting : Postings.of(decision)) {
            boolean money = posting.isCash();
            if (posting.account() == Posting.AccountKind.DEPOSITS) {
                deposits += posting.amount();
            } else if (posting.account() == Posting.AccountKind.EXCHANGE && money) {
                exchangeCash += posting.amount();
            } else if (posting.account() == Posting.AccountKind.TRADER && money) {
                cash.merge(traderId, posting.amount(), Long::sum);
            } else if (posting.account() == Posting.AccountKind.TRADER) {
                shares.computeIfAbsent(traderId, id -> new HashMap<>())
                        .merge(posting.stockId(), posting.amount(), Long::sum);
            }
        }
        long traders = cash.values().stream().mapToLong(Long::longValue).sum();
        assertThat(traders + deposits + exchangeCash).isZero();
    }

    private static UUID traderOf(Decision decision) {
        if (decision instanceof Decision.AccountOpened opened) {
            return opened.traderId();
        } else if (decision instanceof Decision.CashDeposited deposited) {
            return deposited.traderId();
        } else if (decision instanceof Decision.OrderTraded traded) {
            return traded.traderId();
        }
        return null;
    }

    private void checkAccount(String where, UUID traderId, NaiveState.NaiveAccount account) {
        AccountSnapshot snapshot = engine.account(traderId);
        long reserved = state.reserved(traderId, false).longValueExact();
        int open = (int) state.openOf(traderId).stream().filter(o -> o.journaled).count();
        AccountSnapshot expected =
                new AccountSnapshot(
                        traderId, account.cash, reserved, open, account.halted, account.createdAt);
        if (!snapshot.equals(expected)
                || reserved < 0
                || account.cash < reserved
                || account.cash != cash.getOrDefault(traderId, 0L)) {
            assertThat(snapshot).as(where).isEqualTo(expected);
            assertThat(snapshot.cash()).as(where).isEqualTo(cash.getOrDefault(traderId, 0L));
            assertThat(snapshot.reserved()).as(where).isBetween(0L, snapshot.cash());
        }
        account.holdings.forEach(
                (stockId, holding) -> {
                    HoldingSnapshot shown = engine.holding(traderId, stockId);
                    HoldingSnapshot held =
                            shown == null ? new HoldingSnapshot(traderId, stockId, 0, 0) : shown;
                    long posted = shares.get(traderId).get(stockId);
                    boolean right =
                            held.quantity() == holding[0]
                                    && held.cost() == holding[1]
                                    && held.quantity() == posted
                                    && posted >= 0
                                    && held.cost() >= 0
                                    && state.availableShares(traderId, stockId) >= 0;
                    assertThat(right).as(where).isTrue();
                });
    }

    /** Remembers the hash at this point of the journal, and compares every order. */
    void keepHash(String where) {
        assertThat(engine.decisionCount()).as(where).isEqualTo(state.decisions.size());
        hashes.put(engine.decisionCount(), engine.stateHash());
        for (NaiveOrder order : state.orders.values()) {
            assertThat(engine.order(order.terms.orderId()))
                    .as(where)
                    .isEqualTo(order.journaled && !state.isFaded(order) ? order.snapshot() : null);
        }
        assertThat(engine.openOrders()).as(where).isEqualTo(state.open().size());
    }

    /** Folds the journal once more; at each kept point the hash must be what it was. */
    void replayAll(String where) {
        ShardEngine copy = newEngine(events);
        for (Decision decision : state.decisions) {
            copy.replay(decision);
            Long hash = hashes.get(copy.decisionCount());
            if (hash != null) {
                assertThat(copy.stateHash()).as(where).isEqualTo(hash);
            }
        }
    }
}
