package org.fogg.core.owner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import java.util.UUID;
import org.fogg.core.engine.CommandResult;
import org.fogg.core.engine.ExecutionReport.Outcome;
import org.fogg.core.funding.SenderId;
import org.fogg.core.funding.TransferOutcome;
import org.fogg.core.funding.TransferRequest;
import org.fogg.core.funding.TransferTerms;
import org.fogg.core.order.OrderStatus;
import org.fogg.core.order.OrderTerms;
import org.fogg.core.order.OrderType;
import org.fogg.core.order.Reason;
import org.fogg.core.order.Side;
import org.junit.jupiter.api.Test;

/** What an owner asks for, and when. */
class ShardOwnerTest extends SteppedOwner {

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

    private static OrderTerms of(UUID trader, OrderTerms terms) {
        return new OrderTerms(
                terms.orderId(),
                trader,
                terms.clientOrderId(),
                terms.stockId(),
                terms.side(),
                terms.type(),
                terms.timeInForce(),
                terms.quantity(),
                terms.limitPrice(),
                terms.stopPrice(),
                terms.expiresAt());
    }

    @Test
    void shouldMakeEntriesOfBoundedSizeWhenVeryManyOrdersEndAtOnce() {
        trading();
        for (int i = 0; i < 90; i++) {
            UUID trader = new UUID(8, i);
            command(
                    (engine, token, at) ->
                            engine.openAccount(
                                    token,
                                    new UUID(9, trader.getLeastSignificantBits()),
                                    trader,
                                    1_000 * PRICE,
                                    at));
            for (int j = 0; j < 100; j++) {
                OrderTerms terms = terms(1, OrderType.LIMIT, Side.BUY, PRICE / 2);
                command(1, (engine, token, at) -> engine.place(token, of(trader, terms), at));
            }
            commit();
        }
        while (!owner.isIdle()) {
            commit();
        }
        int appended = port.appends.size();
        now = 100 * SECOND;

        for (int i = 0; i < 10; i++) {
            owner.onTime(now);
        }
        assertThat(last().decisions()).hasSize(2_000);
        assertThat(owner.backlog()).isEqualTo(6_000);
        commit();
        assertThat(last().decisions()).hasSize(6_000);
        owner.onTime(now);
        commit();
        commit();

        assertThat(owner.engine().openOrders()).isZero();
        assertThat(port.appends).hasSize(appended + 3);
        assertThat(owner.isIdle()).isTrue();
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
    void shouldNotLetAnOutcomeThatComesTwiceReleaseTheTickOfAnotherAttempt() {
        trading();
        place(1, OrderType.LIMIT, Side.BUY, PRICE - 100);
        commit();
        place(1, OrderType.LIMIT, Side.BUY, PRICE - 100);
        commit();
        Tick trigger = tick(1, PRICE - 100);
        assertThat(port.executed).hasSize(2);
        Attempt first = port.executed.get(0);
        NumberedReport filled = report(first, 1, Outcome.FILLED, PRICE - 100);

        owner.onReport(first, filled, now);
        commit();
        owner.onReport(first, filled, now);

        owner.flushMarks(now);
        assertThat(last().marks().tickMarks()).isEqualTo(Map.of(0, trigger.offset()));
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
        commit();

        Attempt second = port.executed.get(1);
        owner.onReport(second, report(second, 2, Outcome.FILLED, PRICE - 200), now);
        owner.flushMarks(now);

        assertThat(last().marks().tickMarks()).isEqualTo(Map.of(0, nextTick));
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
}
