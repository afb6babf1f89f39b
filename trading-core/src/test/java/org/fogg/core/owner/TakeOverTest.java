package org.fogg.core.owner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.fogg.core.engine.CommandResult;
import org.fogg.core.engine.Decision;
import org.fogg.core.engine.ExecutionReport.Outcome;
import org.fogg.core.engine.ShardEngine;
import org.fogg.core.funding.TransferOutcome;
import org.fogg.core.order.OrderTerms;
import org.fogg.core.order.OrderType;
import org.fogg.core.order.Reason;
import org.fogg.core.order.Side;
import org.junit.jupiter.api.Test;

/** How an owner takes a shard over: fold, log on, catch up, and only then commands. */
class TakeOverTest extends SteppedOwner {

    @Test
    void shouldLogOnThenCatchUpThenTakeCommands() {
        trading();
        port.said.clear();
        takeOver();
        assertThat(owner.phase()).isEqualTo(ShardOwner.Phase.NEW);

        owner.start(Map.of(0, 7L), now);
        assertThat(port.said).containsExactly("log on 1 epoch 3 from 0", "log on 2 epoch 3 from 0");
        command((engine, token, at) -> engine.halt(token, null, true, at));
        owner.onLoggedOn(1, NOTHING, now);
        assertThat(owner.phase()).isEqualTo(ShardOwner.Phase.LOGGING_ON);
        assertThat(owner.missing()).containsExactly(2);
        owner.onLoggedOn(2, NOTHING, now);
        assertThat(port.catchUpFrom).isEqualTo(journal.get(1).marks().tickMarks());
        assertThat(owner.isReady()).isFalse();
        owner.onCaughtUp(now);

        assertThat(port.said).endsWith("catch up", "ready from 1");
        assertThat(owner.isReady()).isTrue();
        assertThat(owner.backlog()).isZero();
    }

    @Test
    void shouldNeedNoOldTicksWhenNothingWasEverDecided() {
        nextTick = 5;

        live();

        assertThat(port.catchUpFrom).isNull();
        owner.onTime(now + 6 * SECOND);
        assertThat(last().kind()).isEqualTo(EntryKind.MARKS);
        assertThat(last().marks().tickMarks()).isEqualTo(Map.of(0, 5L));
    }

    @Test
    void shouldRecordOnceWhatTheExchangeTellsAtLogOn() {
        trading();
        place(1, OrderType.MARKET, Side.BUY, 0);
        Attempt lost = port.executed.get(0);
        NumberedReport fill = report(lost, 1, Outcome.FILLED, PRICE);
        takeOver();
        owner.start(Map.of(), now);

        owner.onLoggedOn(1, List.of(fill), now);
        owner.onLoggedOn(1, List.of(fill), now);

        assertThat(last().decisions()).hasSize(2);
        assertThat(last().decisions().get(1)).isInstanceOf(Decision.OrderTraded.class);
        assertThat(last().marks().exchangeMarks()).isEqualTo(Map.of(1, 1L));
        commit();
        takeOver();
        owner.start(Map.of(), now);
        assertThat(port.said).contains("log on 1 epoch 5 from 1");
    }

    @Test
    void shouldTradeOnTheOthersWhileAnExchangeIsAway() {
        trading();
        place(1, OrderType.LIMIT, Side.BUY, PRICE - 100);
        commit();
        place(2, OrderType.LIMIT, Side.BUY, PRICE - 100);
        commit();
        takeOver();
        owner.start(Map.of(), now);
        owner.onLoggedOn(1, NOTHING, now);
        owner.onNotLoggedOn(2, now);
        owner.onCaughtUp(now);
        assertThat(owner.phase()).isEqualTo(ShardOwner.Phase.LIVE);
        assertThat(owner.isReady()).isFalse();
        long frozen = journal.get(journal.size() - 1).marks().tickMarks().get(0);

        Tick first = tick(1, PRICE - 100);
        Tick second = tick(2, PRICE - 100);
        tick(2, PRICE);
        assertThat(port.executed).hasSize(1);
        command((engine, token, at) -> engine.halt(token, null, true, at));
        owner.onTime(now + 200 * SECOND);
        assertThat(port.appends).isEmpty();
        owner.onTime(now += SECOND);
        assertThat(port.said).endsWith("log on 2 epoch 5 from 0");
        owner.onLoggedOn(2, NOTHING, now);
        assertThat(port.catchUpFrom).isEqualTo(Map.of(0, frozen));
        owner.onOldTick(first, now);
        owner.onOldTick(second, now);
        owner.onCaughtUp(now);

        assertThat(port.executed).hasSize(2);
        assertThat(owner.isReady()).isTrue();
        owner.onTime(now + 200 * SECOND);
        assertThat(owner.isReady()).isTrue();
    }

    @Test
    void shouldAskAnExchangeAgainOnlyAfterAPause() {
        live();
        takeOver();
        owner.start(Map.of(), now);
        port.said.clear();
        owner.onTime(now + 10 * SECOND);
        assertThat(port.said).isEmpty();

        owner.onNotLoggedOn(1, now);
        owner.onNotLoggedOn(1, now);
        owner.onTime(now + SECOND / 2 - 1);
        assertThat(port.said).isEmpty();
        owner.onTime(now + SECOND / 2);

        assertThat(port.said).containsExactly("log on 1 epoch 2 from 0");
    }

    @Test
    void shouldKnowThePricesBelowTheMarksWhenItsOwnTicksAreLate() {
        trading();
        place(1, OrderType.LIMIT, Side.BUY, PRICE - 100);
        commit();
        Tick missed = tick(1, PRICE + 300);
        place(2, OrderType.LIMIT, Side.BUY, PRICE - 100);
        commit();
        takeOver();
        owner.start(Map.of(0, missed.offset()), now);
        owner.onLoggedOn(1, NOTHING, now);
        owner.onLoggedOn(2, NOTHING, now);
        lastTicks.clear();

        assertThat(port.catchUpFrom).isEqualTo(Map.of(0, missed.offset()));
        owner.onOldTick(missed, now);
        owner.onCaughtUp(now);
        nextCommand = owner.commandsDone();
        OrderTerms terms = place(1, OrderType.LIMIT, Side.BUY, PRICE / 2);

        assertThat(owner.engine().order(terms.orderId()).lastPrice()).isEqualTo(PRICE + 300);
    }

    @Test
    void shouldTakeLiveTicksAfterTheOldOnes() {
        trading();
        place(1, OrderType.LIMIT, Side.BUY, PRICE - 100);
        commit();
        takeOver();
        owner.start(Map.of(), now);
        owner.onLoggedOn(1, NOTHING, now);
        owner.onLoggedOn(2, NOTHING, now);

        tick(1, PRICE - 100);
        assertThat(port.executed).isEmpty();
        owner.onCaughtUp(now);
        owner.onCaughtUp(now);

        assertThat(port.executed).hasSize(1);
        assertThat(port.said).containsOnlyOnce("ready from 2");
    }

    @Test
    void shouldKnowTheLastPriceOfAStockThatHasNotTickedSince() {
        trading();
        place(1, OrderType.LIMIT, Side.BUY, PRICE - 100);
        commit();
        lastTicks.put(1, new Tick(1, 1, 99, PRICE - 100, now, 0, 99));

        live();

        assertThat(port.executed).hasSize(1);
    }

    @Test
    void shouldLogOnAtANewExchangeAndRefuseItsOrdersMeanwhile() {
        trading();
        lastTicks.put(5, new Tick(5, 5, 9, PRICE, now, 0, 50));
        owner.onStock(5, 5, 100, now);
        owner.onStock(6, 5, 100, now);
        assertThat(port.said).endsWith("log on 5 epoch 1 from 0");

        OrderTerms terms = place(5, OrderType.LIMIT, Side.BUY, PRICE);
        Answer<String> refusal = port.answers.get(port.answers.size() - 1);
        assertThat(refusal.result().reason()).isEqualTo(Reason.EXCHANGE_UNAVAILABLE);
        owner.onNotLoggedOn(5, now);
        owner.onTime(now += SECOND);
        owner.onLoggedOn(5, NOTHING, now);
        command(5, (engine, token, at) -> engine.place(token, terms, at));
        commit();
        assertThat(port.executed).hasSize(1);
        lastTicks.put(7, new Tick(7, 5, 9, PRICE, now, 0, 51));
        owner.onStock(7, 5, 100, now);
        place(7, OrderType.MARKET, Side.BUY, 0);

        assertThat(port.executed).hasSize(2);
    }

    @Test
    void shouldRefuseEntriesOutOfOrder() {
        trading();
        EngineRelay relay = new EngineRelay();
        ShardEngine engine = new ShardEngine(LIMITS, relay);
        JournalFold fold = new JournalFold(engine);
        List<Decision> folded = new ArrayList<>();

        assertThatThrownBy(() -> fold.add(journal.get(1), folded::add))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("Entry 1 comes where 0 is due");
        JournalEntry early = fold.ownerEntry(1, 3, TRADER, now);
        fold.add(journal.get(0), folded::add);
        fold.add(journal.get(1), folded::add);
        assertThat(folded).isEqualTo(journal.get(1).decisions());
        assertThat(fold.next()).isEqualTo(2);
        assertThatThrownBy(() -> fold.takeOver(early)).isInstanceOf(IllegalStateException.class);
        JournalFold later = new JournalFold(engine, journal.get(1));
        JournalEntry entry = later.ownerEntry(1, 3, TRADER, now);
        assertThat(entry.marks()).isEqualTo(journal.get(1).marks());
        assertThat(entry.sequence()).isEqualTo(2);
        assertThat(entry.kind()).isEqualTo(EntryKind.OWNER);
    }

    @Test
    void shouldLeaveSequencesOutWhenATermBegins() {
        trading();
        JournalFold fold = new JournalFold(new ShardEngine(LIMITS, new EngineRelay()));
        journal.forEach(entry -> fold.add(entry, decision -> {}));
        long next = fold.next();

        JournalEntry first = fold.ownerEntry(2, 3, TRADER, now);

        assertThat(first.sequence()).isEqualTo(1 << 24);
        assertThat(first.epoch()).isEqualTo((1 << 24) + 1);
        JournalEntry within =
                new JournalFold(fold.takeOver(first), first).ownerEntry(2, 3, TRADER, now);
        assertThat(within.sequence()).isEqualTo(first.sequence() + 1);
        assertThat(fold.ownerEntry(3, 3, TRADER, now).sequence()).isEqualTo(2 << 24);
        JournalEntry hidden =
                new JournalEntry(
                        2,
                        3,
                        next,
                        TRADER,
                        EntryKind.OWNER,
                        now,
                        next + 1,
                        first.marks(),
                        List.of());
        assertThatThrownBy(() -> fold.takeOver(hidden)).isInstanceOf(IllegalStateException.class);
        JournalEntry former = fold.ownerEntry(1, 3, TRADER, now);
        fold.add(first, decision -> {});
        assertThat(fold.next()).isEqualTo(first.sequence() + 1);
        assertThatThrownBy(() -> fold.takeOver(former)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void shouldSayThatFoldingDecidesNothing() {
        EngineRelay relay = new EngineRelay();

        for (Runnable call :
                List.<Runnable>of(
                        () -> relay.decided(new Decision.HaltChanged(null, true, 1)),
                        () -> relay.execute(null),
                        () -> relay.send(null),
                        () -> relay.recall(null),
                        () -> relay.transferred(1, TransferOutcome.APPLIED),
                        () -> relay.answered(1, CommandResult.DONE))) {
            assertThatThrownBy(call::run).isInstanceOf(IllegalStateException.class);
        }
        assertThat(Set.of(ShardOwner.Phase.values())).hasSize(6);
    }
}
