package org.fogg.core.owner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.fogg.core.engine.CommandResult;
import org.fogg.core.engine.Decision;
import org.fogg.core.engine.ExecutionReport;
import org.fogg.core.engine.ExecutionReport.Outcome;
import org.fogg.core.engine.ShardEngine;
import org.fogg.core.engine.TradingLimits;
import org.fogg.core.funding.SenderId;
import org.fogg.core.funding.TransferOutcome;
import org.fogg.core.funding.TransferRequest;
import org.fogg.core.funding.TransferTerms;
import org.fogg.core.order.OrderStatus;
import org.fogg.core.order.OrderTerms;
import org.fogg.core.order.OrderType;
import org.fogg.core.order.Reason;
import org.fogg.core.order.Side;
import org.fogg.core.order.TimeInForce;
import org.junit.jupiter.api.Test;

/** An owner, stepped by hand: what it asks for, and when. */
class ShardOwnerTest {

    private static final TradingLimits LIMITS =
            new TradingLimits(1_000_000_0000L, 1_000, 9_000, 100, 100, 0);
    private static final UUID TRADER = new UUID(1, 1);
    private static final long SECOND = 1_000_000_000L;
    private static final long PRICE = 100_0000;
    private static final List<NumberedReport> NOTHING = List.of();

    private final List<JournalEntry> journal = new ArrayList<>();
    private final Map<Integer, Tick> lastTicks = new HashMap<>();
    private RecordingPort port = new RecordingPort();
    private ShardOwner<String> owner;
    private long now = 10 * SECOND;
    private long nextCommand;
    private long nextTick;
    private long ids;

    private final LastPrices prices =
            new LastPrices() {

                @Override
                public long price(int stockId) {
                    return lastTicks.containsKey(stockId) ? lastTicks.get(stockId).price() : 0;
                }

                @Override
                public long sequence(int stockId) {
                    return lastTicks.get(stockId).sequence();
                }

                @Override
                public long publishedAt(int stockId) {
                    return lastTicks.get(stockId).publishedAt();
                }
            };

    /** An owner of all that is in the journal, with stocks 1 and 2 at exchanges 1 and 2. */
    private void takeOver() {
        port = new RecordingPort();
        EngineRelay relay = new EngineRelay();
        ShardEngine engine = new ShardEngine(LIMITS, relay);
        JournalFold fold = new JournalFold(engine);
        journal.forEach(entry -> fold.add(entry, decision -> {}));
        JournalEntry entry = fold.ownerEntry(1, 3, new UUID(7, ids++), now);
        journal.add(entry);
        owner = new ShardOwner<>(fold.takeOver(entry), relay, entry, prices, port);
        owner.onStock(1, 1, 100, now);
        owner.onStock(2, 2, 100, now);
    }

    private void live() {
        takeOver();
        owner.start(Map.of(0, nextTick), now);
        owner.onLoggedOn(1, NOTHING, now);
        owner.onLoggedOn(2, NOTHING, now);
        owner.onCaughtUp(now);
        nextCommand = owner.commandsDone();
    }

    /** A live owner of an account with some cash, and a price of both stocks. */
    private void trading() {
        live();
        command(
                (engine, token, at) ->
                        engine.openAccount(token, new UUID(2, 2), TRADER, 10_000 * PRICE, at));
        commit();
        tick(1, PRICE);
        tick(2, PRICE);
    }

    private void command(OwnerCommand command) {
        command(0, command);
    }

    private void command(int stockId, OwnerCommand command) {
        owner.onCommand(nextCommand, stockId, "c" + nextCommand, command, now);
        nextCommand++;
        owner.flush(now);
    }

    private OrderTerms place(int stockId, OrderType type, Side side, long price) {
        OrderTerms terms = terms(stockId, type, side, price);
        command(stockId, (engine, token, at) -> engine.place(token, terms, at));
        return terms;
    }

    private OrderTerms terms(int stockId, OrderType type, Side side, long price) {
        return new OrderTerms(
                new UUID(3, ++ids),
                TRADER,
                "o" + ids,
                stockId,
                side,
                type,
                TimeInForce.GTC,
                10,
                type == OrderType.LIMIT ? price : 0,
                type == OrderType.STOP ? price : 0,
                100 * SECOND);
    }

    private Tick tick(int stockId, long price) {
        Tick tick = new Tick(stockId, stockId, nextTick + 1, price, now, 0, nextTick++);
        lastTicks.put(stockId, tick);
        owner.onTick(tick, now);
        owner.flush(now);
        return tick;
    }

    /** The append under way ends well. */
    private void commit() {
        journal.add(port.appends.get(port.appends.size() - 1));
        owner.onAppended(now);
    }

    private NumberedReport report(Attempt attempt, long number, Outcome outcome, long price) {
        boolean filled = outcome == Outcome.FILLED;
        return new NumberedReport(
                number,
                new ExecutionReport(
                        attempt.request().terms(),
                        attempt.request().epoch(),
                        attempt.request().attempt(),
                        outcome,
                        attempt.exchangeId(),
                        filled ? number : 0,
                        filled ? attempt.request().quantity() : 0,
                        filled ? price : 0,
                        attempt.request().boundPrice(),
                        nextTick));
    }

    private JournalEntry last() {
        return port.appends.get(port.appends.size() - 1);
    }

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
    void shouldAnswerWhenTheDecisionIsDurableAndNotBefore() {
        live();
        port.said.clear();

        command((engine, token, at) -> engine.openAccount(token, new UUID(2, 2), TRADER, 5, at));
        assertThat(port.said).containsExactly("decided", "append DECISIONS");
        assertThat(last().sequence()).isEqualTo(1);
        assertThat(last().epoch()).isEqualTo(1);
        assertThat(last().marks().commandOffset()).isEqualTo(1);
        commit();

        assertThat(port.said).endsWith("append DECISIONS", "durable");
        assertThat(port.answers)
                .containsExactly(new Answer<>("c0", CommandResult.DONE, TransferOutcome.UNKNOWN));
        assertThat(owner.isIdle()).isTrue();
    }

    @Test
    void shouldPutWhatIsDecidedDuringAnAppendIntoTheNextEntry() {
        trading();
        place(1, OrderType.LIMIT, Side.BUY, PRICE / 2);
        place(1, OrderType.LIMIT, Side.BUY, PRICE / 2);
        OrderTerms third = place(1, OrderType.LIMIT, Side.BUY, PRICE / 2);
        command(1, (engine, token, at) -> engine.place(token, third, at));
        assertThat(owner.backlog()).isEqualTo(2);
        int before = port.answers.size();

        commit();
        assertThat(port.answers).hasSize(before + 1);
        assertThat(last().decisions()).hasSize(2);
        command(1, (engine, token, at) -> engine.place(token, third, at));
        assertThat(port.answers).hasSize(before + 1);
        commit();

        assertThat(port.answers).hasSize(before + 5);
        command(1, (engine, token, at) -> engine.place(token, third, at));
        assertThat(port.answers).hasSize(before + 6);
        assertThatThrownBy(() -> owner.onAppended(now)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void shouldExecuteWhenWhatItRestsOnIsDurable() {
        trading();
        place(1, OrderType.LIMIT, Side.BUY, PRICE - 100);
        tick(1, PRICE - 100);
        assertThat(port.executed).isEmpty();

        commit();

        assertThat(port.executed).hasSize(1);
        assertThat(port.executed.get(0).exchangeId()).isEqualTo(1);
        place(2, OrderType.MARKET, Side.BUY, 0);
        assertThat(port.executed).hasSize(2);
    }

    @Test
    void shouldKeepAttemptsInOrderBehindOneThatWaits() {
        trading();
        place(1, OrderType.LIMIT, Side.BUY, PRICE);
        place(2, OrderType.LIMIT, Side.BUY, PRICE);
        assertThat(port.executed).isEmpty();
        commit();
        assertThat(port.executed).hasSize(1);
        commit();

        assertThat(port.executed)
                .extracting(attempt -> attempt.request().attempt())
                .containsExactly(1, 2);
    }

    @Test
    void shouldHoldTheTickMarkUntilTheOutcomeIsKnown() {
        trading();
        OrderTerms terms = place(1, OrderType.LIMIT, Side.BUY, PRICE - 100);
        commit();
        tick(2, PRICE + 200);
        Tick trigger = tick(1, PRICE - 100);
        tick(2, PRICE + 100);
        owner.onTime(now += 6 * SECOND);
        assertThat(last().kind()).isEqualTo(EntryKind.MARKS);
        assertThat(last().marks().tickMarks()).isEqualTo(Map.of(0, trigger.offset()));
        commit();

        Attempt attempt = port.executed.get(0);
        owner.onReport(attempt, report(attempt, 1, Outcome.FILLED, PRICE - 100), now);
        commit();

        assertThat(owner.engine().order(terms.orderId()).status()).isEqualTo(OrderStatus.FILLED);
        assertThat(last().marks().exchangeMarks()).isEqualTo(Map.of(1, 1L));
        owner.onTime(now += 6 * SECOND);
        assertThat(last().marks().tickMarks()).isEqualTo(Map.of(0, nextTick));
        owner.onReport(attempt, report(attempt, 1, Outcome.FILLED, PRICE - 100), now);
        assertThat(owner.backlog()).isZero();
    }

    @Test
    void shouldGoOnHoldingForTheAttemptThatFollows() {
        trading();
        place(1, OrderType.LIMIT, Side.BUY, PRICE - 100);
        commit();
        Tick trigger = tick(1, PRICE - 100);
        Attempt first = port.executed.get(0);
        NumberedReport refused = report(first, 1, Outcome.REFUSED, 0);
        tick(1, PRICE - 200);

        owner.onReport(first, refused, now);

        assertThat(port.executed).hasSize(2);
        owner.flushMarks(now);
        assertThat(last().marks().tickMarks()).isEqualTo(Map.of(0, trigger.offset()));
    }

    @Test
    void shouldAskForAnUnknownOutcomeEachTimeLater() {
        trading();
        place(2, OrderType.MARKET, Side.BUY, 0);
        Attempt attempt = port.executed.get(0);

        owner.onTime(now += SECOND);
        assertThat(port.resolved).isEmpty();
        owner.onUnknown(attempt, now);
        owner.onTime(now + 19_000_000);
        assertThat(port.resolved).isEmpty();
        owner.onTime(now += 20_000_000);
        owner.onTime(now);
        assertThat(port.resolved).containsExactly(attempt);
        owner.onUnknown(attempt, now);
        owner.onTime(now + 39_000_000);
        assertThat(port.resolved).hasSize(1);
        owner.onTime(now += 40_000_000);
        assertThat(port.resolved).hasSize(2);
        assertThat(owner.isIdle()).isFalse();
        for (int i = 0; i < 10; i++) {
            owner.onUnknown(attempt, now);
            owner.onTime(now += SECOND);
        }
        assertThat(port.resolved).hasSize(12);

        owner.onUntraded(attempt, Outcome.VOIDED, now);
        owner.onUnknown(attempt, now);
        owner.onTime(now += 10 * SECOND);
        assertThat(port.resolved).hasSize(12);
        commit();
        commit();

        assertThat(port.answers.get(port.answers.size() - 1).result().reason())
                .isEqualTo(Reason.EXCHANGE_UNAVAILABLE);
        assertThat(last().marks().exchangeMarks()).isEmpty();
        assertThat(owner.isIdle()).isTrue();
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
    void shouldPassOverCommandsThatAreDoneOrCannotBeRead() {
        trading();
        owner.onCommand(nextCommand++, 0, null, null, now);
        assertThat(owner.commandsDone()).isEqualTo(2);
        place(2, OrderType.MARKET, Side.BUY, 0);
        place(1, OrderType.LIMIT, Side.BUY, PRICE / 2);
        commit();
        assertThat(last().marks().commandOffset()).isEqualTo(2);
        assertThat(last().marks().commandsAbove()).containsExactly(3L);

        live();
        port.said.clear();
        owner.onCommand(
                1, 0, "old", (engine, token, at) -> engine.halt(token, null, true, at), now);
        owner.onCommand(2, 0, null, null, now);
        owner.onCommand(
                3, 0, "old", (engine, token, at) -> engine.halt(token, null, true, at), now);

        assertThat(port.said).isEmpty();
        assertThat(owner.commandsDone()).isEqualTo(4);
    }

    @Test
    void shouldDoNothingMoreWhenAnotherOwnerHasTheShard() {
        trading();
        place(2, OrderType.MARKET, Side.BUY, 0);
        place(1, OrderType.LIMIT, Side.BUY, PRICE / 2);
        Attempt attempt = port.executed.get(0);
        owner.onTaken();
        owner.onFenced();
        assertThat(port.said).containsOnlyOnce("lost").endsWith("lost");

        owner.onReport(attempt, report(attempt, 1, Outcome.FILLED, PRICE), now);
        owner.onUntraded(attempt, Outcome.VOIDED, now);
        owner.onAppended(now);
        owner.onTransferAnswer(1, TransferOutcome.APPLIED, now);
        tick(1, PRICE / 2);
        place(1, OrderType.LIMIT, Side.BUY, PRICE / 2);
        owner.onTime(now + 200 * SECOND);
        owner.flush(now);
        owner.flushMarks(now);
        owner.onLoggedOn(1, NOTHING, now);
        owner.end();

        assertThat(port.said).endsWith("lost");
        assertThat(owner.phase()).isEqualTo(ShardOwner.Phase.LOST);
    }

    @Test
    void shouldEndWhatWasBegunWhenItEnds() {
        trading();
        place(2, OrderType.MARKET, Side.BUY, 0);
        Attempt attempt = port.executed.get(0);
        owner.end();
        place(1, OrderType.LIMIT, Side.BUY, PRICE / 2);
        tick(1, PRICE / 2);
        assertThat(owner.isIdle()).isFalse();
        assertThat(owner.isReady()).isFalse();

        owner.onReport(attempt, report(attempt, 1, Outcome.FILLED, PRICE), now);
        commit();
        assertThat(owner.isIdle()).isTrue();
        owner.flushMarks(now);
        assertThat(owner.isAppending()).isFalse();
        owner.onTime(now + 200 * SECOND);

        assertThat(port.appends.get(port.appends.size() - 1).decisions()).hasSize(2);
    }

    @Test
    void shouldAppendMarksAfterFiveSecondsIfTheyMoved() {
        trading();
        int before = port.appends.size();
        owner.onTime(now + 5 * SECOND - 1);
        assertThat(port.appends).hasSize(before);

        owner.onTime(now += 5 * SECOND);
        assertThat(last().kind()).isEqualTo(EntryKind.MARKS);
        assertThat(last().decisions()).isEmpty();
        commit();
        owner.onTime(now += 50 * SECOND);

        assertThat(port.appends).hasSize(before + 1);
    }

    @Test
    void shouldExpireWhatIsDueWhenLive() {
        trading();
        OrderTerms terms = place(1, OrderType.LIMIT, Side.BUY, PRICE / 2);
        commit();

        owner.onTime(200 * SECOND);

        assertThat(owner.engine().order(terms.orderId()).status()).isEqualTo(OrderStatus.EXPIRED);
        assertThat(owner.isAppending()).isTrue();
    }

    @Test
    void shouldSendTransfersWhenDurableAndAgainUntilAnswered() {
        trading();
        UUID id = new UUID(9, 9);
        TransferTerms terms = new TransferTerms(id, TRADER, "asia", PRICE, null);
        command((engine, token, at) -> engine.transfer(token, terms, at));
        assertThat(port.sent).isEmpty();
        assertThat(owner.hasNoTransfers()).isFalse();
        commit();
        assertThat(port.sent).hasSize(1);

        owner.onTime(now += SECOND);
        owner.onTime(now + SECOND - 1);
        assertThat(port.sent).hasSize(1);
        owner.onTime(now += SECOND);
        assertThat(port.sent).hasSize(2);
        owner.onTime(now + SECOND - 1);
        assertThat(port.sent).hasSize(2);
        command((engine, token, at) -> engine.cancelTransfer(token, TRADER, id, at));
        assertThat(port.recalled).hasSize(1);
        owner.onTransferAnswer(1, TransferOutcome.UNKNOWN, now);
        owner.onTime(now += SECOND);
        owner.onTime(now += SECOND);
        assertThat(port.recalled).hasSize(2);
        live();
        assertThat(port.sent).extracting(TransferRequest::number).containsExactly(1L);
        owner.onTransferAnswer(1, TransferOutcome.VOIDED, now);

        assertThat(owner.hasNoTransfers()).isTrue();
        assertThat(owner.isAppending()).isTrue();
    }

    @Test
    void shouldTellTheSenderWithTheAnswer() {
        trading();
        TransferRequest request =
                new TransferRequest(
                        1, 1, new TransferTerms(new UUID(9, 9), TRADER, "here", PRICE, null), 0);
        SenderId sender = new SenderId("asia", 1);

        command((engine, token, at) -> engine.apply(token, sender, request, at));
        commit();

        Answer<String> answer = port.answers.get(port.answers.size() - 1);
        assertThat(answer.transfer()).isEqualTo(TransferOutcome.APPLIED);
        assertThat(answer.result()).isEqualTo(CommandResult.DONE);
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
        assertThatThrownBy(() -> fold.takeOver(early)).isInstanceOf(IllegalStateException.class);
        JournalFold later = new JournalFold(engine, 2, journal.get(1).marks());
        JournalEntry entry = later.ownerEntry(1, 3, TRADER, now);
        assertThat(entry.marks()).isEqualTo(journal.get(1).marks());
        assertThat(entry.sequence()).isEqualTo(2);
        assertThat(entry.kind()).isEqualTo(EntryKind.OWNER);
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
