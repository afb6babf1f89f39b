package org.fogg.core.owner;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.UUID;
import org.fogg.core.engine.Decision;
import org.fogg.core.funding.TransferTerms;
import org.fogg.core.order.OrderTerms;
import org.fogg.core.order.OrderType;
import org.fogg.core.order.Side;
import org.fogg.core.order.TimeInForce;
import org.junit.jupiter.api.Test;

/** What a new owner does with ticks, prices and exchanges that come while it catches up. */
class CatchUpTest extends SteppedOwner {

    /** Logged on at both exchanges, and waiting for old ticks. */
    private void catchUp() {
        takeOver();
        owner.start(Map.of(), now);
        owner.onLoggedOn(1, NOTHING, now);
        owner.onLoggedOn(2, NOTHING, now);
    }

    /** One that no other owner saw, and that the prices do not tell of. */
    private Tick unseen(int stockId, long price) {
        return new Tick(stockId, stockId, nextTick + 1, price, now, 0, nextTick++);
    }

    private OrderTerms stopLimit(long stop, long limit) {
        OrderTerms like = terms(1, OrderType.LIMIT, Side.BUY, limit);
        return new OrderTerms(
                like.orderId(),
                TRADER,
                like.clientOrderId(),
                1,
                Side.BUY,
                OrderType.STOP_LIMIT,
                TimeInForce.GTC,
                10,
                limit,
                stop,
                0);
    }

    @Test
    void shouldBeReadyAtOnceWhenNothingWasEverDecided() {
        catchUp();

        assertThat(owner.isReady()).isTrue();
        assertThat(port.said).endsWith("ready from 0");
    }

    @Test
    void shouldEndWhenAnExchangeKnowsALaterOwner() {
        live();

        owner.onFenced();

        assertThat(owner.phase()).isEqualTo(ShardOwner.Phase.LOST);
        assertThat(port.said).endsWith("lost");
        owner.onFenced();
        assertThat(port.said).containsOnlyOnce("lost");
    }

    @Test
    void shouldTakeTicksThatCameMeanwhileAfterTheOldOnes() {
        trading();
        place(1, OrderType.LIMIT, Side.BUY, PRICE - 100);
        commit();
        lastTicks.clear();
        catchUp();

        owner.onTick(unseen(1, PRICE - 100), now);
        assertThat(port.executed).isEmpty();
        owner.onCaughtUp(now);

        assertThat(port.executed).hasSize(1);
    }

    @Test
    void shouldForgetTicksThatCameMeanwhileWhenItEnds() {
        trading();
        place(1, OrderType.LIMIT, Side.BUY, PRICE - 100);
        commit();
        catchUp();
        owner.onTick(unseen(1, PRICE - 100), now);

        owner.end();
        owner.onCaughtUp(now);

        assertThat(port.executed).isEmpty();
    }

    @Test
    void shouldHearAnExchangeThatWasNewMeanwhile() {
        trading();
        place(1, OrderType.LIMIT, Side.BUY, PRICE / 2);
        commit();
        catchUp();
        lastTicks.put(5, new Tick(5, 5, 9, PRICE, now, 0, 50));
        owner.onStock(5, 5, 100, now);
        owner.onLoggedOn(5, NOTHING, now);

        owner.onCaughtUp(now);

        nextCommand = owner.commandsDone();
        place(5, OrderType.MARKET, Side.BUY, 0);
        assertThat(port.executed).hasSize(1);
    }

    @Test
    void shouldTryAgainWhatWasToTradeAtOnce() {
        trading();
        place(1, OrderType.LIMIT, Side.BUY, PRICE);
        commit();
        assertThat(port.executed).hasSize(1);

        live();

        assertThat(port.executed).hasSize(1);
    }

    @Test
    void shouldAppendWhatItDecidesWhileAnExchangeIsAway() {
        trading();
        OrderTerms terms = stopLimit(PRICE + 200, PRICE + 300);
        command(1, (engine, token, at) -> engine.place(token, terms, at));
        commit();
        lastTicks.put(1, new Tick(1, 1, 99, PRICE + 400, now, 0, 99));
        takeOver();
        owner.start(Map.of(), now);
        owner.onLoggedOn(1, NOTHING, now);
        owner.onNotLoggedOn(2, now);

        owner.onCaughtUp(now);

        assertThat(last().decisions()).hasExactlyElementsOfTypes(Decision.OrderRested.class);
    }

    @Test
    void shouldSendWhatWasHeldOnceItIsReady() {
        trading();
        TransferTerms terms = new TransferTerms(new UUID(9, 9), TRADER, "asia", 5, null);
        command((engine, token, at) -> engine.reach("asia", false, at));
        command((engine, token, at) -> engine.transfer(token, terms, at));
        commit();
        assertThat(port.sent).isEmpty();

        live();
        assertThat(last().decisions()).hasExactlyElementsOfTypes(Decision.TransferSent.class);
        assertThat(port.sent).isEmpty();
        commit();

        assertThat(port.sent).hasSize(1);
    }

    @Test
    void shouldCatchUpAgainWhenTheMissingExchangeAnswersMeanwhile() {
        trading();
        place(1, OrderType.LIMIT, Side.BUY, PRICE / 2);
        commit();
        takeOver();
        owner.start(Map.of(), now);
        owner.onLoggedOn(1, NOTHING, now);
        owner.onNotLoggedOn(2, now);
        owner.onTime(now += SECOND);
        owner.onLoggedOn(2, NOTHING, now);
        assertThat(owner.phase()).isEqualTo(ShardOwner.Phase.CATCHING_UP);
        port.said.clear();

        owner.onCaughtUp(now);

        assertThat(port.said).containsExactly("catch up");
        assertThat(owner.isReady()).isFalse();
        owner.onCaughtUp(now);
        assertThat(owner.isReady()).isTrue();
    }

    @Test
    void shouldReadAgainFromTheFrozenMarksAndMoveThemThen() {
        trading();
        place(1, OrderType.LIMIT, Side.BUY, PRICE / 2);
        commit();
        takeOver();
        owner.start(Map.of(), now);
        owner.onLoggedOn(1, NOTHING, now);
        owner.onNotLoggedOn(2, now);
        owner.onCaughtUp(now);
        long frozen = port.catchUpFrom.get(0);
        Tick first = tick(1, PRICE + 100);
        owner.onTime(now += SECOND);

        owner.onLoggedOn(2, NOTHING, now);
        assertThat(port.catchUpFrom).isEqualTo(Map.of(0, frozen));
        owner.onOldTick(first, now);
        owner.onCaughtUp(now);
        owner.flushMarks(now);

        assertThat(last().kind()).isEqualTo(EntryKind.MARKS);
        assertThat(last().marks().tickMarks()).isEqualTo(Map.of(0, nextTick));
    }

    @Test
    void shouldAppendMarksThatMovedUnlessTheShardIsLost() {
        trading();
        tick(1, PRICE + 100);
        owner.flushMarks(now);
        assertThat(last().kind()).isEqualTo(EntryKind.MARKS);
        commit();
        int before = port.appends.size();
        owner.flushMarks(now);
        tick(1, PRICE + 200);
        owner.onFenced();
        owner.flushMarks(now);

        assertThat(port.appends).hasSize(before);
    }
}
