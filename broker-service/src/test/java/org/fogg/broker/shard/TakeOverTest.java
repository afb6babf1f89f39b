package org.fogg.broker.shard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.fogg.broker.shard.AgentWorld.OTHER;
import static org.fogg.broker.shard.AgentWorld.PRICE;
import static org.fogg.broker.shard.AgentWorld.SHARD;
import static org.fogg.broker.shard.AgentWorld.STOCK;

import java.util.List;
import java.util.UUID;
import org.fogg.core.engine.Decision.OrderTraded;
import org.fogg.core.order.OrderStatus;
import org.fogg.core.order.OrderTerms;
import org.fogg.core.order.OrderType;
import org.fogg.core.order.Side;
import org.fogg.core.owner.EntryKind;
import org.fogg.core.owner.JournalEntry;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** How a new owner takes a shard over from one that was abandoned in the middle of its work. */
class TakeOverTest {

    private static final long CASH = 1_000_000_0000L;

    private final AgentWorld first = new AgentWorld().owning();
    private UUID trader;

    @BeforeEach
    void prepare() {
        trader = first.openAccount(CASH);
        first.tick(STOCK, PRICE);
        first.tick(OTHER, PRICE);
    }

    private AgentWorld successor() {
        return new AgentWorld(first);
    }

    private OrderTerms market() {
        return first.terms(trader, STOCK, OrderType.MARKET, Side.BUY, 0);
    }

    private long trades() {
        return first.journal.entries(SHARD).stream()
                .flatMap(entry -> entry.decisions().stream())
                .filter(OrderTraded.class::isInstance)
                .count();
    }

    @Test
    void shouldTakeTheNextSlotInANewEpoch() {
        AgentWorld second = successor().owning();

        List<JournalEntry> entries = first.journal.entries(SHARD);
        JournalEntry owner = entries.get(entries.size() - 1);
        assertThat(owner.kind()).isEqualTo(EntryKind.OWNER);
        assertThat(owner.epoch()).isEqualTo(owner.sequence() + 1);
        assertThat(owner.marks()).isEqualTo(entries.get(entries.size() - 2).marks());
        assertThat(second.readyFrom).containsExactly(1L);
    }

    @Test
    void shouldFenceTheFormerOwnerByItsSlot() {
        successor().owning();

        UUID command =
                first.place(first.terms(trader, STOCK, OrderType.LIMIT, Side.BUY, PRICE / 2));

        assertThat(first.lost).containsExactly(first.claim);
        assertThat(first.isAnswered(command)).isFalse();
    }

    @Test
    void shouldRecordOnceAnExecutionOfAnOrderThatTheJournalLacks() {
        OrderTerms terms = market();
        first.place(terms);
        var report = first.exchanges.fill(PRICE);
        first.exchanges.tellAtLogOn(report);

        AgentWorld second = successor();
        second.takeOver();
        second.agent.onCaughtUp(List.copyOf(second.catchingUp));
        second.settle();
        UUID again = second.replaying(terms);

        assertThat(trades()).isEqualTo(1);
        assertThat(second.answer(again).order().status()).isEqualTo(OrderStatus.FILLED);
        assertThat(first.journal.lastEntry(SHARD).marks().exchangeMarks()).containsEntry(1, 1L);
    }

    @Test
    void shouldTradeOnATickThatNobodyWatched() {
        first.place(first.terms(trader, STOCK, OrderType.STOP, Side.BUY, PRICE + 1000));

        AgentWorld second = successor();
        second.takeOver();
        assertThat(second.catchUpFrom.get(0))
                .isEqualTo(first.journal.lastEntry(SHARD).marks().tickMarks());
        second.oldTick(STOCK, PRICE + 1000, 10);
        second.oldTick(STOCK, PRICE, 11);

        assertThat(second.exchanges.underWay()).isZero();
        assertThat(first.exchanges.underWay()).isEqualTo(1);
    }

    @Test
    void shouldKeepLiveTicksUntilItHasCaughtUp() {
        first.place(first.terms(trader, STOCK, OrderType.LIMIT, Side.BUY, PRICE - 1000));
        AgentWorld second = successor();
        second.takeOver();

        second.agent.onTick(STOCK.id(), 50, PRICE - 1000, second.now, 0, 49);
        second.settle();
        assertThat(first.exchanges.underWay()).isZero();
        second.agent.onCaughtUp(List.copyOf(second.catchingUp));
        second.settle();

        assertThat(first.exchanges.underWay()).isEqualTo(1);
    }

    @Test
    void shouldTakeNoCommandWhileAnExchangeIsAwayButTradeOnTheOthers() {
        first.place(first.terms(trader, STOCK, OrderType.LIMIT, Side.BUY, PRICE - 1000));
        first.place(first.terms(trader, OTHER, OrderType.LIMIT, Side.BUY, PRICE - 1000));
        first.exchanges.away(OTHER.exchange().id());
        AgentWorld second = successor();
        second.takeOver();
        second.agent.onCaughtUp(List.copyOf(second.catchingUp));
        second.settle();

        second.agent.onTick(STOCK.id(), 50, PRICE - 1000, second.now, 0, 49);
        second.agent.onTick(OTHER.id(), 51, PRICE - 1000, second.now, 0, 50);
        second.settle();
        second.pass(6_000_000_000L);
        assertThat(second.readyFrom).isEmpty();
        assertThat(first.exchanges.underWay()).isEqualTo(1);
        first.exchanges.fill(PRICE - 1000);
        second.settle();
        var frozen = first.journal.lastEntry(SHARD).marks().tickMarks();

        first.exchanges.back(OTHER.exchange().id());
        second.pass(1_000_000_000L);
        assertThat(second.catchUpFrom.get(1)).isEqualTo(frozen);
        second.oldTick(OTHER, PRICE - 1000, 50);
        second.agent.onCaughtUp(List.copyOf(second.catchingUp));
        second.settle();

        assertThat(first.exchanges.underWay()).isEqualTo(1);
        assertThat(second.readyFrom).hasSize(1);
    }

    @Test
    void shouldProjectAndPublishAgainFromTheLastMarks() {
        first.place(first.terms(trader, STOCK, OrderType.LIMIT, Side.BUY, PRICE / 2));
        long last = first.journal.lastEntry(SHARD).sequence();

        AgentWorld second = successor().owning();

        assertThat(second.projector.entries).extracting(entry -> entry.sequence()).contains(last);
        assertThat(second.events.entries).extracting(entry -> entry.sequence()).contains(last);
        assertThat(second.events.entries.get(second.events.entries.size() - 1).effects())
                .allSatisfy(effect -> assertThat(effect.order()).isNotNull());
    }

    @Test
    void shouldGoOnWithCommandsThatTheJournalLacks() {
        first.place(market());
        first.place(first.terms(trader, STOCK, OrderType.LIMIT, Side.BUY, PRICE / 2));

        AgentWorld second = successor().owning();

        assertThat(second.readyFrom).containsExactly(1L);
        UUID unseen = second.replaying(market());
        UUID seen =
                second.replaying(first.terms(trader, STOCK, OrderType.LIMIT, Side.BUY, PRICE / 2));
        assertThat(second.isAnswered(seen)).isFalse();
        assertThat(second.isAnswered(unseen)).isFalse();
    }
}
