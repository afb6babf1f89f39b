package org.fogg.broker.shard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.fogg.broker.shard.AgentWorld.PRICE;
import static org.fogg.broker.shard.AgentWorld.SHARD;
import static org.fogg.broker.shard.AgentWorld.STOCK;

import java.util.UUID;
import org.fogg.broker.command.Command;
import org.fogg.broker.exchange.ExchangeReply;
import org.fogg.core.engine.Decision;
import org.fogg.core.engine.Decision.OrderAccepted;
import org.fogg.core.engine.Decision.OrderTraded;
import org.fogg.core.order.OrderStatus;
import org.fogg.core.order.OrderType;
import org.fogg.core.order.Reason;
import org.fogg.core.order.Side;
import org.fogg.core.owner.EntryKind;
import org.fogg.core.owner.JournalEntry;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the agent does with its inputs, stepped by hand. */
class ExecutionAgentTest {

    private static final long CASH = 1_000_000_0000L;
    private static final long SECOND = 1_000_000_000L;

    private final AgentWorld world = new AgentWorld().owning();
    private UUID trader;

    @BeforeEach
    void prepare() {
        trader = world.openAccount(CASH);
        world.tick(STOCK, PRICE);
    }

    private UUID place(OrderType type, long price) {
        return world.place(world.terms(trader, STOCK, type, Side.BUY, price));
    }

    private long entriesWith(Class<? extends Decision> kind) {
        return world.journal.entries(SHARD).stream()
                .flatMap(entry -> entry.decisions().stream())
                .filter(kind::isInstance)
                .count();
    }

    @Test
    void shouldPutWhatIsDecidedDuringAnAppendIntoTheNextEntry() {
        world.journal.hold();

        place(OrderType.LIMIT, PRICE / 2);
        place(OrderType.LIMIT, PRICE / 2);
        place(OrderType.LIMIT, PRICE / 2);

        assertThat(world.journal.underWay()).isEqualTo(1);
        world.journal.endAppend();
        world.settle();
        assertThat(world.journal.lastEntry(SHARD).decisions()).hasSize(1);
        world.journal.endAppend();
        world.settle();
        assertThat(world.journal.lastEntry(SHARD).decisions()).hasSize(2);
        assertThat(world.journal.underWay()).isZero();
    }

    @Test
    void shouldAnswerOnlyWhenAppendedAndProjected() {
        world.journal.hold();
        world.projector.hold = true;

        UUID command = place(OrderType.LIMIT, PRICE / 2);
        assertThat(world.isAnswered(command)).isFalse();
        world.journal.endAppend();
        world.settle();
        assertThat(world.isAnswered(command)).isFalse();
        world.projector.underWay.removeFirst().run();
        world.settle();

        assertThat(world.answer(command).reason()).isEqualTo(Reason.NONE);
        assertThat(world.answer(command).sequence())
                .isEqualTo(world.journal.lastEntry(SHARD).sequence());
    }

    @Test
    void shouldAnswerInJournalOrderWhenLaterRowsAreWrittenFirst() {
        world.projector.hold = true;
        UUID first = place(OrderType.LIMIT, PRICE / 2);
        UUID second = place(OrderType.LIMIT, PRICE / 2);

        world.projector.underWay.removeLast().run();
        world.settle();
        assertThat(world.isAnswered(second)).isFalse();
        world.projector.underWay.removeLast().run();
        world.settle();

        assertThat(world.isAnswered(first)).isTrue();
        assertThat(world.isAnswered(second)).isTrue();
    }

    @Test
    void shouldAnswerRepeatedOrderWithoutAnEntryWhenAllBeforeIsReadable() {
        var terms = world.terms(trader, STOCK, OrderType.LIMIT, Side.BUY, PRICE / 2);
        world.place(terms);
        int entries = world.journal.entries(SHARD).size();
        world.projector.hold = true;
        place(OrderType.LIMIT, PRICE / 2);

        UUID again = world.place(terms);
        assertThat(world.isAnswered(again)).isFalse();
        world.projector.underWay.removeFirst().run();
        world.settle();

        assertThat(world.answer(again).order().terms()).isEqualTo(terms);
        assertThat(world.journal.entries(SHARD)).hasSize(entries + 1);
    }

    @Test
    void shouldExecuteMarketOrderBeforeItsAppendAndJournalOrderAndTradeTogether() {
        world.journal.hold();

        UUID command = place(OrderType.MARKET, 0);
        assertThat(world.exchanges.underWay()).isEqualTo(1);
        world.exchanges.fill(PRICE);
        world.settle();
        world.journal.endAppend();
        world.settle();

        assertThat(world.journal.lastEntry(SHARD).decisions())
                .hasSize(2)
                .hasAtLeastOneElementOfType(OrderAccepted.class)
                .hasAtLeastOneElementOfType(OrderTraded.class);
        assertThat(world.answer(command).order().status()).isEqualTo(OrderStatus.FILLED);
    }

    @Test
    void shouldExecuteMetLimitOrderOnlyWhenItsAcceptanceIsDurable() {
        world.journal.hold();

        place(OrderType.LIMIT, PRICE);
        assertThat(world.exchanges.underWay()).isZero();
        world.journal.endAppend();
        world.settle();

        assertThat(world.exchanges.underWay()).isEqualTo(1);
    }

    @Test
    void shouldWriteNothingMoreWhenAnotherOwnerTookTheSlot() {
        world.journal.hold();
        UUID command = place(OrderType.LIMIT, PRICE / 2);
        place(OrderType.LIMIT, PRICE / 2);
        world.journal.usurp(SHARD);
        int projected = world.projector.entries.size();

        world.journal.endAppend();
        world.settle();

        assertThat(world.lost).containsExactly(world.claim);
        assertThat(world.journal.underWay()).isZero();
        assertThat(world.projector.entries).hasSize(projected);
        assertThat(world.isAnswered(command)).isFalse();
        world.pass(SECOND);
        assertThat(world.view.ready()).isEmpty();
    }

    @Test
    void shouldWriteNothingMoreWhenTheExchangeFencesIt() {
        place(OrderType.MARKET, 0);
        int entries = world.journal.entries(SHARD).size();

        world.exchanges.take().done().accept(ExchangeReply.FENCED);
        world.settle();
        world.tick(STOCK, PRICE + 100);

        assertThat(world.lost).containsExactly(world.claim);
        assertThat(world.journal.entries(SHARD)).hasSize(entries);
    }

    @Test
    void shouldDropAtOnceWithoutWritingWhenThePartitionIsLost() {
        world.journal.hold();
        place(OrderType.LIMIT, PRICE / 2);
        UUID second = place(OrderType.LIMIT, PRICE / 2);

        world.agent.drop(world.claim);
        world.journal.endAppend();
        world.settle();

        assertThat(world.journal.underWay()).isZero();
        assertThat(world.isAnswered(second)).isFalse();
        assertThat(world.lost).isEmpty();
    }

    @Test
    void shouldHoldTickMarkBackWhileAnAttemptIsUnderWay() {
        place(OrderType.LIMIT, PRICE - 100);

        long trigger = world.tick(STOCK, PRICE - 100);
        world.tick(STOCK, PRICE);
        world.pass(6 * SECOND);
        assertThat(world.journal.lastEntry(SHARD).marks().tickMarks()).containsEntry(0, trigger);
        world.exchanges.fill(PRICE - 100);
        world.settle();

        JournalEntry last = world.journal.lastEntry(SHARD);
        assertThat(last.decisions()).hasSize(1);
        assertThat(last.marks().tickMarks()).containsEntry(0, trigger + 2);
        assertThat(last.marks().exchangeMarks()).containsEntry(1, 1L);
    }

    @Test
    void shouldHoldCommandMarkBackWhileAMarketOrderIsUnderWay() {
        long before = world.journal.lastEntry(SHARD).marks().commandOffset();
        place(OrderType.MARKET, 0);

        place(OrderType.LIMIT, PRICE / 2);

        var marks = world.journal.lastEntry(SHARD).marks();
        assertThat(marks.commandOffset()).isEqualTo(before);
        assertThat(marks.commandsAbove()).containsExactly(before + 1);
        world.exchanges.fill(PRICE);
        world.settle();
        marks = world.journal.lastEntry(SHARD).marks();
        assertThat(marks.commandOffset()).isEqualTo(before + 2);
        assertThat(marks.commandsAbove()).isEmpty();
    }

    @Test
    void shouldKeepReportsAboveTheMarkWhenTheyComeOutOfOrder() {
        place(OrderType.MARKET, 0);
        place(OrderType.MARKET, 0);
        var first = world.exchanges.take();
        var second = world.exchanges.take();
        var firstReport = world.exchanges.filled(first, PRICE);
        var secondReport = world.exchanges.filled(second, PRICE);

        second.done().accept(secondReport);
        world.settle();
        var marks = world.journal.lastEntry(SHARD).marks();
        assertThat(marks.exchangeMarks()).isEmpty();
        assertThat(marks.reportsAbove().get(1)).containsExactly(2L);
        first.done().accept(firstReport);
        world.settle();

        marks = world.journal.lastEntry(SHARD).marks();
        assertThat(marks.exchangeMarks()).containsEntry(1, 2L);
        assertThat(marks.reportsAbove()).isEmpty();
    }

    @Test
    void shouldAskForAnUnknownOutcomeUntilItIsSettled() {
        UUID command = place(OrderType.MARKET, 0);
        var call = world.exchanges.take();

        call.done().accept(ExchangeReply.UNKNOWN);
        world.settle();
        world.pass(SECOND);
        world.exchanges.takeResolve().done().accept(ExchangeReply.UNKNOWN);
        world.settle();
        assertThat(world.isAnswered(command)).isFalse();
        world.pass(SECOND);
        world.exchanges.takeResolve().done().accept(world.exchanges.filled(call, PRICE));
        world.settle();

        assertThat(world.exchanges.resolving()).isZero();
        assertThat(world.answer(command).order().status()).isEqualTo(OrderStatus.FILLED);
    }

    @Test
    void shouldRefuseMarketOrderThatWasCertainlyNotSent() {
        UUID command = place(OrderType.MARKET, 0);

        world.exchanges.take().done().accept(ExchangeReply.NOT_SENT);
        world.settle();

        assertThat(world.answer(command).reason()).isEqualTo(Reason.EXCHANGE_UNAVAILABLE);
    }

    @Test
    void shouldAppendMarksAloneWhenTheyMovedAndNothingHappens() {
        int entries = world.journal.entries(SHARD).size();
        world.tick(STOCK, PRICE + 100);

        world.pass(SECOND);
        assertThat(world.journal.entries(SHARD)).hasSize(entries);
        world.pass(5 * SECOND);

        assertThat(world.journal.lastEntry(SHARD).kind()).isEqualTo(EntryKind.MARKS);
        world.pass(6 * SECOND);
        assertThat(world.journal.entries(SHARD)).hasSize(entries + 1);
    }

    @Test
    void shouldHandOverWhenWhatWasBegunHasEnded() {
        UUID command = place(OrderType.MARKET, 0);

        var released = world.release(world.now + SECOND);
        UUID late = place(OrderType.LIMIT, PRICE / 2);
        assertThat(released).isNotDone();
        world.exchanges.fill(PRICE);
        world.settle();

        assertThat(released).isDone();
        assertThat(world.isAnswered(command)).isTrue();
        assertThat(world.isAnswered(late)).isFalse();
        assertThat(world.projector.marks.projected())
                .isEqualTo(world.journal.lastEntry(SHARD).sequence());
    }

    @Test
    void shouldHandOverAtTheDeadlineWhenAnOutcomeStaysAway() {
        place(OrderType.MARKET, 0);

        var released = world.release(world.now + SECOND);
        world.pass(SECOND / 2);
        assertThat(released).isNotDone();
        world.pass(SECOND);

        assertThat(released).isDone();
        assertThat(world.claim.isValid()).isFalse();
    }

    @Test
    void shouldSkipAnUndecodableCommandAndGoOn() {
        long before = world.journal.lastEntry(SHARD).marks().commandOffset();

        world.command(origin -> null);
        UUID next = place(OrderType.LIMIT, PRICE / 2);

        assertThat(world.isAnswered(next)).isTrue();
        assertThat(world.journal.lastEntry(SHARD).marks().commandOffset()).isEqualTo(before + 2);
    }

    @Test
    void shouldReadTheShardAgainWithoutTheCommandThatItFailedOn() {
        var broken = world.terms(trader, STOCK, OrderType.LIMIT, null, PRICE / 2);

        world.command(origin -> new Command.PlaceOrder(origin, broken));

        assertThat(world.lost).containsExactly(world.claim);
        world.owning();
        world.command(origin -> new Command.PlaceOrder(origin, broken));
        UUID next = place(OrderType.LIMIT, PRICE / 2);
        assertThat(world.lost).hasSize(1);
        assertThat(world.isAnswered(next)).isTrue();
    }
}
