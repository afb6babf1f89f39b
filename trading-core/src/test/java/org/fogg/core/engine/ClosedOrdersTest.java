package org.fogg.core.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.fogg.core.engine.ExecutionReport.Outcome;
import org.fogg.core.funding.TransferTerms;
import org.fogg.core.order.OrderStatus;
import org.fogg.core.order.OrderTerms;
import org.fogg.core.order.Reason;
import org.fogg.core.order.Side;
import org.fogg.core.snapshot.SnapshotChunk;
import org.fogg.core.snapshot.SnapshotRecord;
import org.junit.jupiter.api.Test;

/** What is known of orders that closed long ago: enough that none is taken for a new one. */
class ClosedOrdersTest {

    private static final int WHOLE = 4;

    private final TestShard shard = TestShard.fading(WHOLE);

    private OrderTerms closed() {
        OrderTerms terms = shard.limit(Side.BUY, 1, 90);
        shard.place(terms);
        shard.cancel(terms.orderId());
        return terms;
    }

    private OrderTerms closedLongAgo() {
        OrderTerms terms = closed();
        closeOthers(WHOLE);
        return terms;
    }

    private void closeOthers(int count) {
        for (int i = 0; i < count; i++) {
            closed();
        }
    }

    private ShardEngine folded() {
        ShardEngine folded = new ShardEngine(TestShard.LIMITS, new RecordedEvents(), WHOLE);
        shard.journal().forEach(folded::replay);
        return folded;
    }

    @Test
    void shouldKeepTheLatestWhole() {
        OrderTerms terms = closed();
        closeOthers(WHOLE - 1);

        shard.place(terms);

        assertThat(shard.lastResult().order().status()).isEqualTo(OrderStatus.CANCELED);
        closed();
        assertThat(shard.order(terms.orderId())).isNull();
    }

    @Test
    void shouldAnswerWithoutAnOrderWhenTheSameComesAgainLater() {
        OrderTerms terms = closedLongAgo();
        long count = shard.engine.decisionCount();

        shard.place(terms);

        assertThat(shard.lastResult()).isEqualTo(CommandResult.DONE);
        assertThat(shard.engine.decisionCount()).isEqualTo(count);
    }

    @Test
    void shouldRefuseAnotherOrderOfTheSameIdInEveryWay() {
        OrderTerms terms = closedLongAgo();
        UUID resting = shard.place(shard.limit(Side.BUY, 1, 90));

        shard.place(
                new OrderTerms(
                        terms.orderId(),
                        terms.traderId(),
                        terms.clientOrderId(),
                        terms.stockId(),
                        terms.side(),
                        terms.type(),
                        terms.timeInForce(),
                        terms.quantity() + 1,
                        terms.limitPrice(),
                        terms.stopPrice(),
                        terms.expiresAt()));
        assertThat(shard.lastResult().reason()).isEqualTo(Reason.CLIENT_ORDER_ID_REUSED);
        shard.engine.replace(
                99,
                new ReplaceTerms(
                        terms.traderId(), resting, terms.orderId(), "again", 2, 0, 0, null, 0),
                ++shard.now);
        assertThat(shard.lastResult().reason()).isEqualTo(Reason.CLIENT_ORDER_ID_REUSED);
        shard.engine.transfer(
                100,
                new TransferTerms(terms.orderId(), terms.traderId(), "asia", 1, terms),
                ++shard.now);
        assertThat(shard.lastResult().reason()).isEqualTo(Reason.CLIENT_ORDER_ID_REUSED);
    }

    @Test
    void shouldNotKnowWhatToCancelWhenItClosedLongAgo() {
        OrderTerms terms = closedLongAgo();

        shard.cancel(terms.orderId());

        assertThat(shard.lastResult()).isEqualTo(CommandResult.refused(Reason.UNKNOWN_ORDER));
    }

    @Test
    void shouldNotRecordAnExecutionTwiceWhenItsOrderClosedLongAgo() {
        shard.place(shard.limit(Side.BUY, 1, 100));
        ExecutionReport fill = shard.fill(100);
        closeOthers(WHOLE);
        long cash = shard.cash();

        shard.engine.onReport(fill, ++shard.now);

        assertThat(shard.cash()).isEqualTo(cash);
        assertThat(shard.shares()).isEqualTo(1);
    }

    @Test
    void shouldFadeNoOpenOrderHoweverOld() {
        UUID resting = shard.place(shard.limit(Side.BUY, 1, 90));

        closeOthers(5 * WHOLE);

        assertThat(shard.order(resting).status()).isEqualTo(OrderStatus.NEW);
        shard.tick(89);
        assertThat(shard.end(Outcome.REFUSED).terms().orderId()).isEqualTo(resting);
    }

    @Test
    void shouldKnowTheSameWhenItBeginsWithASnapshot() {
        OrderTerms first = closedLongAgo();
        List<SnapshotChunk> chunks = new ArrayList<>();
        shard.engine.snapshot(3, chunks::add);
        int before = shard.journal().size();
        closeOthers(2);

        ShardEngine restored = new ShardEngine(TestShard.LIMITS, shard.events, WHOLE);
        restored.restore(chunks);
        shard.journal().subList(before, shard.journal().size()).forEach(restored::replay);

        assertThat(restored.stateHash()).isEqualTo(shard.engine.stateHash());
        assertThat(folded().stateHash()).isEqualTo(shard.engine.stateHash());
        restored.beginEpoch(9);
        restored.place(77, first, 5_000);
        assertThat(shard.lastResult()).isEqualTo(CommandResult.DONE);
    }

    @Test
    void shouldRefuseASnapshotWhenTheContentOfAKnownOrderIsAnother() {
        closedLongAgo();
        List<SnapshotChunk> chunks = new ArrayList<>();
        shard.engine.snapshot(1_000, chunks::add);
        SnapshotChunk whole = chunks.get(0);
        List<SnapshotRecord> records = new ArrayList<>(whole.records());
        records.replaceAll(
                next ->
                        next instanceof SnapshotRecord.ClosedOrder known
                                ? new SnapshotRecord.ClosedOrder(known.orderId(), 1)
                                : next);
        SnapshotChunk changed =
                new SnapshotChunk(
                        whole.version(), 0, true, whole.decisions(), whole.stateHash(), records);
        ShardEngine restored = new ShardEngine(TestShard.LIMITS, shard.events, WHOLE);

        assertThatThrownBy(() -> restored.restore(List.of(changed)))
                .hasMessageContaining("its state hash is another");
    }
}
