package org.fogg.core.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.fogg.core.engine.TestShard.LIMITS;
import static org.fogg.core.engine.TestShard.TRADER;
import static org.fogg.core.engine.TestShard.UNIT;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.fogg.core.funding.SenderId;
import org.fogg.core.funding.TransferOutcome;
import org.fogg.core.funding.TransferRequest;
import org.fogg.core.funding.TransferState;
import org.fogg.core.funding.TransferTerms;
import org.fogg.core.order.OrderTerms;
import org.fogg.core.order.Reason;
import org.fogg.core.order.Side;
import org.fogg.core.snapshot.SnapshotChunk;
import org.junit.jupiter.api.Test;

/** The sender's side of a transfer: HELD, SENT, then APPLIED or VOIDED. */
class FundingTest {

    private static final String ABROAD = "east-asia";

    private final TestShard home = TestShard.trading(1_000, 100);
    private final ShardEngine engine = home.engine;

    private TransferTerms cash(long id, long amount) {
        return new TransferTerms(new UUID(9, id), TRADER, ABROAD, amount * UNIT, null);
    }

    private TransferTerms buy(long amount) {
        OrderTerms order = home.limit(Side.BUY, 2, 100);
        return new TransferTerms(order.orderId(), TRADER, ABROAD, amount * UNIT, order);
    }

    private void transfer(TransferTerms terms) {
        engine.transfer(++home.token, terms, ++home.now);
    }

    private void answer(long number, TransferOutcome outcome) {
        engine.onTransferAnswer(number, outcome, ++home.now);
    }

    private void cancel(TransferTerms terms) {
        engine.cancelTransfer(++home.token, TRADER, terms.id(), ++home.now);
    }

    private TransferState state(TransferTerms terms) {
        return engine.transfer(terms.id()).state();
    }

    private List<TransferRequest> sent() {
        return home.events.all.stream()
                .filter(RecordedEvents.Sent.class::isInstance)
                .map(event -> ((RecordedEvents.Sent) event).request())
                .toList();
    }

    @Test
    void shouldSetTheMoneyAsideAndSendItWhenTransferred() {
        TransferTerms terms = buy(300);

        transfer(terms);

        assertThat(home.cash()).isEqualTo(700 * UNIT);
        assertThat(engine.inTransit(TRADER)).isEqualTo(300 * UNIT);
        assertThat(state(terms)).isEqualTo(TransferState.SENT);
        assertThat(sent())
                .containsExactly(new TransferRequest(1, 1, terms, engine.decisionCount()));
        assertThat(home.lastResult()).isEqualTo(CommandResult.DONE);
    }

    @Test
    void shouldEndWhenApplied() {
        TransferTerms terms = cash(1, 300);
        transfer(terms);

        answer(1, TransferOutcome.APPLIED);

        assertThat(state(terms)).isEqualTo(TransferState.APPLIED);
        assertThat(home.cash()).isEqualTo(700 * UNIT);
        assertThat(engine.inTransit(TRADER)).isZero();
    }

    @Test
    void shouldHaveTheMoneyBackWhenVoided() {
        TransferTerms terms = cash(1, 300);
        transfer(terms);

        answer(1, TransferOutcome.VOIDED);

        assertThat(state(terms)).isEqualTo(TransferState.VOIDED);
        assertThat(home.cash()).isEqualTo(1_000 * UNIT);
        assertThat(engine.inTransit(TRADER)).isZero();
    }

    @Test
    void shouldChangeNothingWhenAnsweredAgainOrWithoutAnOutcome() {
        transfer(cash(1, 300));
        transfer(cash(2, 100));
        answer(1, TransferOutcome.UNKNOWN);
        assertThat(engine.inTransit(TRADER)).isEqualTo(400 * UNIT);
        answer(1, TransferOutcome.APPLIED);
        answer(2, TransferOutcome.VOIDED);
        long decisions = engine.decisionCount();

        answer(1, TransferOutcome.APPLIED);
        answer(1, TransferOutcome.VOIDED);
        answer(1, TransferOutcome.UNKNOWN);
        answer(2, TransferOutcome.VOIDED);

        assertThat(engine.decisionCount()).isEqualTo(decisions);
    }

    @Test
    void shouldCountEveryDecisionAndLetWhatSpendsTheMoneyRestOnIt() {
        transfer(cash(1, 300));
        long held = engine.decisionCount() - 1;
        assertThat(nextRestsOn()).isEqualTo(held);
        answer(1, TransferOutcome.VOIDED);
        assertThat(nextRestsOn()).isEqualTo(engine.decisionCount());
        SenderId sender = new SenderId(ABROAD, 1);
        engine.apply(++home.token, sender, new TransferRequest(1, 1, cash(2, 50), 0), ++home.now);
        assertThat(nextRestsOn()).isEqualTo(engine.decisionCount());
        engine.bar(++home.token, sender, new TransferRequest(2, 1, cash(3, 50), 0), ++home.now);

        assertThat(engine.decisionCount()).isEqualTo(home.journal().size());
    }

    /** What an order that is placed now waits for. */
    private long nextRestsOn() {
        home.place(home.market(Side.BUY, 1));
        return home.lastRequest().restsOn();
    }

    @Test
    void shouldThrowWhenTheAnswerCannotBe() {
        engine.reach(ABROAD, false, 1);
        transfer(cash(1, 300));
        assertImpossible(1, TransferOutcome.APPLIED);
        assertImpossible(1, TransferOutcome.VOIDED);
        assertImpossible(2, TransferOutcome.APPLIED);
        engine.reach(ABROAD, true, 1);
        answer(1, TransferOutcome.VOIDED);

        assertImpossible(1, TransferOutcome.APPLIED);
    }

    private void assertImpossible(long number, TransferOutcome outcome) {
        long hash = engine.stateHash();
        assertThatThrownBy(() -> answer(number, outcome)).isInstanceOf(IllegalStateException.class);
        assertThat(engine.stateHash()).isEqualTo(hash);
    }

    @Test
    void shouldSayTheLowestOpenNumberOfAll() {
        transfer(cash(1, 10));
        transfer(cash(2, 10));
        transfer(cash(3, 10));
        answer(2, TransferOutcome.APPLIED);
        transfer(cash(4, 10));
        answer(1, TransferOutcome.APPLIED);

        transfer(cash(5, 10));

        assertThat(sent()).extracting(TransferRequest::number).containsExactly(1L, 2L, 3L, 4L, 5L);
        assertThat(sent())
                .extracting(TransferRequest::lowestOpen)
                .containsExactly(1L, 1L, 1L, 1L, 3L);
    }

    @Test
    void shouldHoldWhenItCannotLeaveAndSendWhenItCan() {
        engine.reach(ABROAD, false, 1);
        engine.reach("elsewhere", false, 1);
        TransferTerms first = cash(1, 10);
        TransferTerms second = cash(2, 10);
        transfer(first);
        transfer(second);
        assertThat(state(first)).isEqualTo(TransferState.HELD);
        engine.reach("elsewhere", true, 1);
        assertThat(sent()).isEmpty();

        engine.reach(ABROAD, true, 2);
        engine.reach(ABROAD, true, 3);

        assertThat(sent()).extracting(TransferRequest::terms).containsExactly(first, second);
        assertThat(state(second)).isEqualTo(TransferState.SENT);
    }

    @Test
    void shouldVoidAtOnceWhenCanceledBeforeItLeft() {
        engine.reach(ABROAD, false, 1);
        TransferTerms terms = buy(300);
        transfer(terms);

        cancel(terms);
        cancel(terms);

        assertThat(state(terms)).isEqualTo(TransferState.VOIDED);
        assertThat(home.cash()).isEqualTo(1_000 * UNIT);
        assertThat(home.events.answers())
                .endsWith(
                        new RecordedEvents.Answer(home.token - 1, CommandResult.DONE),
                        new RecordedEvents.Answer(home.token, CommandResult.DONE));
        engine.reach(ABROAD, true, 1);
        assertThat(sent()).isEmpty();
    }

    @Test
    void shouldAnswerCancellationsWhenTheReceiverHasSpoken() {
        TransferTerms voided = buy(300);
        TransferTerms applied = buy(200);
        transfer(voided);
        transfer(applied);
        home.forgetEvents();

        cancel(voided);
        cancel(applied);
        assertThat(home.events.answers()).isEmpty();
        assertThat(home.events.all)
                .extracting(event -> ((RecordedEvents.Recalled) event).request().terms())
                .containsExactly(voided, applied);
        answer(1, TransferOutcome.VOIDED);
        assertThat(home.lastResult()).isEqualTo(CommandResult.DONE);
        answer(2, TransferOutcome.APPLIED);

        assertThat(home.lastResult().reason()).isEqualTo(Reason.TRANSFER_APPLIED);
    }

    @Test
    void shouldForgetCancellationsWhenANewEpochBegins() {
        TransferTerms terms = buy(300);
        transfer(terms);
        cancel(terms);
        home.forgetEvents();
        engine.beginEpoch(7);

        engine.resumeTransfers(1);
        answer(1, TransferOutcome.VOIDED);

        assertThat(sent()).extracting(TransferRequest::number).containsExactly(1L);
        assertThat(home.events.answers()).isEmpty();
    }

    @Test
    void shouldDoNothingWhenTheSameComesAgain() {
        TransferTerms terms = buy(300);
        transfer(terms);
        TransferTerms cash = cash(1, 10);
        transfer(cash);
        long decisions = engine.decisionCount();

        transfer(new TransferTerms(terms.id(), TRADER, ABROAD, 1, terms.order()));
        transfer(cash);

        assertThat(home.lastResult()).isEqualTo(CommandResult.DONE);
        assertThat(engine.decisionCount()).isEqualTo(decisions);
    }

    @Test
    void shouldTellHowItEndedWhenTheSameComesAgain() {
        TransferTerms applied = buy(300);
        transfer(applied);
        answer(1, TransferOutcome.APPLIED);
        TransferTerms voided = cash(1, 10);
        transfer(voided);
        answer(2, TransferOutcome.VOIDED);
        TransferTerms open = cash(2, 10);
        transfer(open);

        assertThat(toldAgain(applied)).containsExactly(TransferOutcome.APPLIED);
        assertThat(toldAgain(voided)).containsExactly(TransferOutcome.VOIDED);
        assertThat(toldAgain(open)).isEmpty();
        assertThat(home.lastResult()).isEqualTo(CommandResult.DONE);
    }

    private List<TransferOutcome> toldAgain(TransferTerms terms) {
        home.events.all.clear();
        transfer(terms);
        return home.events.all.stream()
                .filter(RecordedEvents.Transferred.class::isInstance)
                .map(event -> ((RecordedEvents.Transferred) event).outcome())
                .toList();
    }

    @Test
    void shouldRefuseWhenTheIdNamesSomethingElse() {
        TransferTerms terms = buy(300);
        transfer(terms);
        TransferTerms cash = cash(1, 10);
        transfer(cash);
        OrderTerms local = home.limit(Side.BUY, 1, 90);
        home.place(local);

        assertRefused(cash(1, 11), Reason.CLIENT_ORDER_ID_REUSED);
        assertRefused(
                new TransferTerms(terms.id(), TRADER, "europe", 300 * UNIT, terms.order()),
                Reason.CLIENT_ORDER_ID_REUSED);
        assertRefused(
                new TransferTerms(terms.id(), TRADER, ABROAD, 300 * UNIT, null),
                Reason.CLIENT_ORDER_ID_REUSED);
        assertRefused(
                new TransferTerms(terms.id(), TRADER, ABROAD, 300 * UNIT, local),
                Reason.CLIENT_ORDER_ID_REUSED);
        assertRefused(
                new TransferTerms(local.orderId(), TRADER, ABROAD, UNIT, local),
                Reason.CLIENT_ORDER_ID_REUSED);
        home.place(terms.order());
        assertThat(home.lastResult().reason()).isEqualTo(Reason.CLIENT_ORDER_ID_REUSED);
        OrderTerms market = home.market(Side.BUY, 1);
        home.place(market);
        assertRefused(
                new TransferTerms(market.orderId(), TRADER, ABROAD, UNIT, market),
                Reason.CLIENT_ORDER_ID_REUSED);
    }

    @Test
    void shouldRefuseWhatCannotBe() {
        OrderTerms order = home.limit(Side.BUY, 1, 90);
        UUID id = order.orderId();
        UUID stranger = new UUID(8, 8);

        assertRefused(cash(1, 1_001), Reason.INSUFFICIENT_CASH);
        assertRefused(cash(1, 0), Reason.INVALID_TERMS);
        assertRefused(cash(1, -1), Reason.INVALID_TERMS);
        assertRefused(new TransferTerms(id, stranger, ABROAD, 1, null), Reason.UNKNOWN_ACCOUNT);
        assertRefused(new TransferTerms(id, TRADER, "", 1, order), Reason.INVALID_TERMS);
        assertRefused(
                new TransferTerms(new UUID(9, 9), TRADER, ABROAD, 1, order), Reason.INVALID_TERMS);
        assertRefused(new TransferTerms(id, TRADER, ABROAD, -1, order), Reason.INVALID_TERMS);
        engine.halt(++home.token, TRADER, true, 1);
        assertRefused(new TransferTerms(id, TRADER, ABROAD, 1, order), Reason.HALTED);
        transfer(cash(1, 1));
        assertThat(home.lastResult()).isEqualTo(CommandResult.DONE);
        engine.cancelTransfer(++home.token, stranger, new UUID(9, 1), 1);
        assertThat(home.lastResult().reason()).isEqualTo(Reason.UNKNOWN_ORDER);
        engine.cancelTransfer(++home.token, TRADER, new UUID(9, 2), 1);
        assertThat(home.lastResult().reason()).isEqualTo(Reason.UNKNOWN_ORDER);
    }

    private void assertRefused(TransferTerms terms, Reason reason) {
        long hash = engine.stateHash();
        transfer(terms);
        assertThat(home.lastResult().reason()).as("%s", terms).isEqualTo(reason);
        assertThat(engine.stateHash()).isEqualTo(hash);
    }

    @Test
    void shouldSendAnOrderThatNeedsNoMoney() {
        OrderTerms sell = home.limit(Side.SELL, 1, 90);
        TransferTerms terms = new TransferTerms(sell.orderId(), TRADER, ABROAD, 0, sell);

        transfer(terms);

        assertThat(state(terms)).isEqualTo(TransferState.SENT);
        assertThat(engine.inTransit(TRADER)).isZero();
    }

    @Test
    void shouldHaveAllTheMoneyBackWhenItWasMoreThanIsLeft() {
        transfer(cash(1, 900));

        answer(1, TransferOutcome.VOIDED);

        assertThat(home.cash()).isEqualTo(1_000 * UNIT);
        TransferTerms all = cash(2, 1_000);
        transfer(all);
        assertThat(home.cash()).isZero();
        OrderTerms sell = home.limit(Side.SELL, 1, 90);
        transfer(new TransferTerms(sell.orderId(), TRADER, ABROAD, 0, sell));
        answer(3, TransferOutcome.VOIDED);
        assertThat(home.cash()).isZero();
        assertThat(engine.inTransit(TRADER)).isEqualTo(1_000 * UNIT);
    }

    @Test
    void shouldSendNoMoneyThatOrdersNeed() {
        home.place(home.limit(Side.BUY, 5, 90));
        home.place(home.market(Side.BUY, 1));
        long free = 1_000 - 5 * 90 - 101;

        assertRefused(cash(1, free + 1), Reason.INSUFFICIENT_CASH);
        transfer(cash(1, free));
        assertThat(home.lastResult()).isEqualTo(CommandResult.DONE);
    }

    @Test
    void shouldGoOnWhereItWasWhenTakenOver() {
        engine.reach(ABROAD, false, 1);
        TransferTerms held = buy(100);
        transfer(held);
        engine.reach(ABROAD, true, 1);
        engine.beginEpoch(3);
        engine.reach(ABROAD, false, 1);
        TransferTerms waiting = cash(2, 50);
        transfer(waiting);
        transfer(cash(3, 30));
        engine.reach(ABROAD, true, 1);
        answer(3, TransferOutcome.VOIDED);
        engine.apply(++home.token, new SenderId("europe", 1), request(4, 3, 5), 1);
        ShardEngine folded = new ShardEngine(LIMITS, home.events);
        home.journal().forEach(folded::replay);
        List<SnapshotChunk> chunks = new ArrayList<>();
        engine.snapshot(2, chunks::add);
        ShardEngine restored = new ShardEngine(LIMITS, home.events);
        restored.restore(chunks);
        home.forgetEvents();

        for (ShardEngine next : List.of(folded, restored)) {
            assertThat(next.stateHash()).isEqualTo(engine.stateHash());
            assertThat(next.inTransit(TRADER)).isEqualTo(150 * UNIT);
            next.beginEpoch(9);
            next.resumeTransfers(1);
            next.apply(1, new SenderId("europe", 1), request(4, 3, 5), 1);
        }
        assertThat(sent()).extracting(TransferRequest::number).containsExactly(1L, 2L, 1L, 2L);
        assertThat(home.events.decisions()).isEmpty();
    }

    private static TransferRequest request(long number, long lowestOpen, long amount) {
        return new TransferRequest(
                number,
                lowestOpen,
                new TransferTerms(new UUID(6, number), TRADER, "here", amount * UNIT, null),
                0);
    }

    @Test
    void shouldSendWhatWasHeldWhenResumed() {
        engine.reach(ABROAD, false, 1);
        transfer(cash(1, 10));
        engine.resumeTransfers(1);
        assertThat(sent()).isEmpty();
        ShardEngine next = new ShardEngine(LIMITS, home.events);
        home.journal().forEach(next::replay);
        next.beginEpoch(9);

        next.resumeTransfers(2);

        assertThat(next.transfer(new UUID(9, 1)).state()).isEqualTo(TransferState.SENT);
        assertThat(sent()).extracting(TransferRequest::number).containsExactly(1L);
    }

    @Test
    void shouldRefuseDecisionsThatDoNotFit() {
        TransferTerms terms = cash(1, 10);
        transfer(terms);
        UUID id = terms.id();
        UUID other = new UUID(1, 2);
        engine.openAccount(++home.token, new UUID(2, 9), other, UNIT, 1);
        home.place(home.limit(Side.BUY, 1, 90));
        ShardEngine next = new ShardEngine(LIMITS, home.events);
        home.journal().forEach(next::replay);
        long hash = next.stateHash();
        SenderId sender = new SenderId("europe", 1);

        for (Decision misfit :
                new Decision[] {
                    new Decision.TransferHeld(3, cash(2, 10), 1),
                    new Decision.TransferHeld(2, terms, 1),
                    new Decision.TransferHeld(2, cash(2, 901), 1),
                    new Decision.TransferHeld(2, cash(2, -1), 1),
                    new Decision.TransferSent(1, TRADER, 1),
                    new Decision.TransferSent(2, TRADER, 1),
                    ended(2, id, TRADER, 10, TransferOutcome.APPLIED),
                    ended(1, id, TRADER, 11, TransferOutcome.APPLIED),
                    ended(1, new UUID(9, 9), TRADER, 10, TransferOutcome.APPLIED),
                    ended(1, id, new UUID(8, 8), 10, TransferOutcome.APPLIED),
                    ended(1, id, other, 10, TransferOutcome.APPLIED),
                    ended(1, id, TRADER, 10, TransferOutcome.UNKNOWN),
                    new Decision.TransferApplied(sender, 1, 1, id, TRADER, -1, 1),
                    new Decision.TransferApplied(sender, 1, 1, id, TRADER, Long.MAX_VALUE, 1),
                    new Decision.TransferApplied(sender, 1, 0, id, TRADER, 1, 1),
                    new Decision.TransferApplied(sender, 1, 2, id, TRADER, 1, 1),
                    new Decision.TransferApplied(sender, 1, 1, id, new UUID(8, 8), 1, 1),
                    new Decision.TransferBarred(sender, 1, 0, TRADER, 1)
                }) {
            assertThatThrownBy(() -> next.replay(misfit))
                    .as("%s", misfit)
                    .isInstanceOf(IllegalStateException.class);
            assertThat(next.stateHash()).as("%s", misfit).isEqualTo(hash);
        }
        next.replay(new Decision.TransferBarred(sender, 1, 1, TRADER, 1));
        assertThatThrownBy(() -> next.replay(new Decision.TransferBarred(sender, 1, 1, TRADER, 1)))
                .isInstanceOf(IllegalStateException.class);
        next.replay(ended(1, id, TRADER, 10, TransferOutcome.VOIDED));
        assertThatThrownBy(() -> next.replay(ended(1, id, TRADER, 10, TransferOutcome.VOIDED)))
                .isInstanceOf(IllegalStateException.class);
    }

    private static Decision ended(
            long number, UUID id, UUID trader, long amount, TransferOutcome outcome) {
        return new Decision.TransferEnded(number, id, trader, amount * UNIT, outcome, 1);
    }
}
