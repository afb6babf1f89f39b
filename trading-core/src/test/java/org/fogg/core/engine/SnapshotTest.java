package org.fogg.core.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.fogg.core.engine.TestShard.TRADER;
import static org.fogg.core.engine.TestShard.UNIT;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.fogg.core.Seeds;
import org.fogg.core.engine.ExecutionReport.Outcome;
import org.fogg.core.funding.SenderId;
import org.fogg.core.funding.TransferRequest;
import org.fogg.core.funding.TransferTerms;
import org.fogg.core.order.OrderTerms;
import org.fogg.core.order.Reason;
import org.fogg.core.order.Side;
import org.fogg.core.snapshot.SnapshotChunk;
import org.fogg.core.snapshot.SnapshotRecord;
import org.junit.jupiter.api.Test;

/**
 * A snapshot is the fold of the journal, in chunks; a restored engine goes on as one that folded.
 */
class SnapshotTest {

    private final TestShard shard = TestShard.holding(10, 10_000, 100);

    private static List<SnapshotChunk> snapshot(ShardEngine engine, int size) {
        List<SnapshotChunk> chunks = new ArrayList<>();
        engine.snapshot(size, chunks::add);
        return chunks;
    }

    private ShardEngine restored(List<SnapshotChunk> chunks, TradingLimits limits) {
        ShardEngine engine = new ShardEngine(limits, shard.events);
        engine.restore(chunks);
        return engine;
    }

    private ShardEngine restored(List<SnapshotChunk> chunks) {
        return restored(chunks, TestShard.LIMITS);
    }

    @Test
    void shouldGiveTheSameSnapshotAgainWhenRestored() {
        long seed = Seeds.seed("SnapshotTest");
        for (int round = 0; round < 20; round++) {
            GeneratedTrading trading = new GeneratedTrading(seed + round);
            for (int step = 0; step < 400; step++) {
                trading.step();
                trading.pair().compare("seed " + (seed + round));
            }
            EnginePair pair = trading.pair();
            List<SnapshotChunk> chunks = snapshot(pair.engine, 1 + round);
            ShardEngine folded = pair.newEngine(new RecordedEvents());
            pair.state.decisions.forEach(folded::replay);

            ShardEngine copy = pair.newEngine(shard.events);
            copy.restore(chunks);

            String where = "seed " + (seed + round);
            assertThat(copy.stateHash()).as(where).isEqualTo(pair.engine.stateHash());
            assertThat(copy.decisionCount()).as(where).isEqualTo(pair.engine.decisionCount());
            assertThat(snapshot(copy, 1 + round)).as(where).isEqualTo(chunks);
            assertThat(snapshot(folded, 1 + round)).as(where).isEqualTo(chunks);
        }
    }

    @Test
    void shouldBoundItsChunksAndNumberThem() {
        shard.place(shard.limit(Side.BUY, 1, 90));

        List<SnapshotChunk> chunks = snapshot(shard.engine, 2);

        assertThat(chunks).hasSize(3);
        assertThat(chunks).extracting(SnapshotChunk::number).containsExactly(0, 1, 2);
        assertThat(chunks).extracting(SnapshotChunk::last).containsExactly(false, false, true);
        assertThat(chunks).extracting(chunk -> chunk.records().size()).containsExactly(2, 2, 1);
        assertThat(chunks)
                .extracting(SnapshotChunk::decisions)
                .containsOnly(shard.engine.decisionCount());
    }

    @Test
    void shouldTellInAnOrderOfItsOwnAndNothingThatIsEmpty() {
        for (int stockId = 10_040; stockId > 10_020; stockId--) {
            shard.engine.list(stockId, TestShard.EXCHANGE, 100);
            shard.engine.onTick(stockId, 1, UNIT, 1, ++shard.now);
            buy(stockId, 3);
        }
        shard.place(shard.market(Side.SELL, 10));
        shard.fill(100);

        List<SnapshotRecord> records = all(snapshot(shard.engine, 7));

        List<Integer> holdings =
                records.stream()
                        .filter(SnapshotRecord.Holding.class::isInstance)
                        .map(each -> ((SnapshotRecord.Holding) each).stockId())
                        .toList();
        assertThat(holdings).hasSize(20).isSorted();
        List<Long> orders =
                records.stream()
                        .filter(SnapshotRecord.Order.class::isInstance)
                        .map(each -> ((SnapshotRecord.Order) each).number())
                        .toList();
        assertThat(orders).hasSize(22).isSorted();
    }

    private void buy(int stockId, long quantity) {
        OrderTerms like = shard.market(Side.BUY, quantity);
        shard.place(
                new OrderTerms(
                        like.orderId(),
                        TRADER,
                        like.clientOrderId(),
                        stockId,
                        like.side(),
                        like.type(),
                        like.timeInForce(),
                        quantity,
                        0,
                        0,
                        like.expiresAt()));
        shard.fill(1);
    }

    @Test
    void shouldTriggerInTheOldOrderWhenRestored() {
        UUID first = shard.place(shard.limit(Side.BUY, 1, 90));
        UUID second = shard.place(shard.limit(Side.BUY, 1, 90));
        shard.replace(shard.change(first, 0, 0, 0));
        UUID kept = new UUID(3, shard.token - 1);
        ShardEngine next = restored(snapshot(shard.engine, 3));
        next.list(TestShard.STOCK, TestShard.EXCHANGE, 100);
        next.beginEpoch(9);
        shard.forgetEvents();

        next.onTick(TestShard.STOCK, 50, 89 * UNIT, 1, 5_000);

        assertThat(shard.events.requests())
                .extracting(request -> request.terms().orderId())
                .containsExactly(kept, second);
        assertThat(shard.events.requests())
                .extracting(ExecutionRequest::restsOn)
                .containsOnly(shard.engine.decisionCount());
    }

    @Test
    void shouldKeepNothingOfAttemptsUnderWay() {
        UUID resting = shard.place(shard.limit(Side.BUY, 1, 90));
        List<SnapshotChunk> before = snapshot(shard.engine, 100);
        shard.tick(89);
        shard.place(shard.market(Side.SELL, 3));
        assertThat(shard.events.requests()).hasSize(2);

        List<SnapshotChunk> during = snapshot(shard.engine, 100);

        assertThat(during).isEqualTo(before);
        shard.end(shard.events.requests().get(0), Outcome.REFUSED);
        assertThat(snapshot(shard.engine, 100)).isEqualTo(before);
        assertThat(shard.order(resting).version()).isEqualTo(1);
    }

    @Test
    void shouldKnowRecentOrdersExecutionsAndDepositsWhenRestored() {
        TradingLimits limits = new TradingLimits(100_000 * UNIT, 1_000, 5_000, 10, 100, 1_000_000);
        TestShard windowed = new TestShard(limits);
        windowed.open(10_000);
        windowed.tick(100);
        windowed.engine.deposit(70, new UUID(7, 7), TRADER, UNIT, 8);
        UUID bought = windowed.place(windowed.limit(Side.BUY, 2, 100));
        ExecutionReport fill = windowed.fill(windowed.lastRequest(), 1, 100);
        ShardEngine next = restored(snapshot(windowed.engine, 1), limits);
        next.list(TestShard.STOCK, TestShard.EXCHANGE, 100);
        next.beginEpoch(9);
        long count = next.decisionCount();

        next.onReport(fill, 5_000);
        next.deposit(1, new UUID(7, 7), TRADER, UNIT, 5_001);
        assertThat(next.decisionCount()).isEqualTo(count);
        next.place(2, windowed.limit(Side.BUY, 2, 100), 5_002);

        assertThat(shard.lastResult().reason()).isEqualTo(Reason.DUPLICATE_ORDER);
        assertThat(next.order(bought).filledQuantity()).isEqualTo(1);
    }

    @Test
    void shouldForgetRecentOrdersWhenTheirWindowIsOver() {
        TestShard windowed = new TestShard(new TradingLimits(100_000 * UNIT, 9, 5_000, 10, 100, 8));
        windowed.open(10_000);
        windowed.place(windowed.limit(Side.BUY, 2, 90));
        windowed.place(windowed.limit(Side.BUY, 3, 90));
        windowed.now += 6;
        windowed.place(windowed.limit(Side.BUY, 4, 90));

        List<Long> remembered =
                all(snapshot(windowed.engine, 100)).stream()
                        .filter(SnapshotRecord.RecentOrder.class::isInstance)
                        .map(each -> ((SnapshotRecord.RecentOrder) each).quantity())
                        .toList();

        assertThat(remembered).containsExactly(3L, 4L);
    }

    @Test
    void shouldExpireAndStayHaltedWhenRestored() {
        UUID id = shard.place(shard.limit(Side.BUY, 1, 90));
        shard.engine.halt(70, TRADER, true, 8);
        shard.engine.halt(71, null, true, 9);
        ShardEngine next = restored(snapshot(shard.engine, 4));
        next.list(TestShard.STOCK, TestShard.EXCHANGE, 100);
        next.beginEpoch(9);

        next.onTick(TestShard.STOCK, 50, 89 * UNIT, 1, 5_000);
        next.halt(1, null, false, 5_001);
        next.onTick(TestShard.STOCK, 51, 89 * UNIT, 1, 5_002);
        assertThat(shard.events.requests()).isEmpty();
        next.onTime(TestShard.END_OF_DAY);

        assertThat(next.order(id).reason()).isEqualTo(Reason.EXPIRED);
        assertThat(next.openOrders()).isZero();
        assertThat(next.account(TRADER).reserved()).isZero();
    }

    @Test
    void shouldKnowWhereATraderIsAtHomeWhenRestored() {
        UUID trader = new UUID(4, 4);
        TransferTerms terms = new TransferTerms(new UUID(6, 1), trader, "here", UNIT, null);
        shard.engine.apply(1, new SenderId("europe", 3), new TransferRequest(1, 1, terms, 0), 1);

        ShardEngine copy = restored(snapshot(shard.engine, 3));

        assertThat(copy.home(trader)).isEqualTo("europe");
        assertThat(copy.home(TRADER)).isNull();
    }

    @Test
    void shouldGoOnWithTheJournalWhenRestored() {
        List<SnapshotChunk> chunks = snapshot(shard.engine, 2);
        shard.forgetEvents();
        shard.place(shard.limit(Side.BUY, 1, 90));
        ShardEngine next = restored(chunks);

        shard.events.decisions().forEach(next::replay);

        assertThat(next.stateHash()).isEqualTo(shard.engine.stateHash());
    }

    @Test
    void shouldRefuseWhatIsNotOneWholeSnapshot() {
        shard.place(shard.limit(Side.BUY, 1, 90));
        List<SnapshotChunk> chunks = snapshot(shard.engine, 1);
        SnapshotChunk first = chunks.get(0);
        SnapshotChunk end = chunks.get(chunks.size() - 1);
        List<SnapshotChunk> twice = new ArrayList<>(chunks);
        twice.add(end);
        List<SnapshotChunk> swapped = new ArrayList<>(chunks);
        swapped.set(0, chunks.get(1));
        swapped.set(1, first);

        assertRefused(List.of(), "its end is missing");
        assertRefused(chunks.subList(0, 2), "its end is missing");
        assertRefused(chunks.subList(1, chunks.size()), "its first chunk is missing");
        assertRefused(List.of(first, end), "a chunk is missing");
        assertRefused(twice, "a chunk is missing");
        assertRefused(swapped, "its first chunk is missing");
        assertRefused(List.of(changed(first, 3, 0, first.records())), "version 3");
        assertRefused(
                List.of(first, changed(chunks.get(1), 2, 1, List.of())),
                "its chunks are of different snapshots");
        assertRefused(List.of(whole(first)), "its state hash is another");
        List<SnapshotRecord> all = all(chunks);
        assertRefused(List.of(whole(first, all, 0, 1, 1)), "an account comes twice");
        assertRefused(List.of(whole(first, all, 0, 1, 3, 3)), "an order comes twice");
        assertRefused(List.of(whole(first, all, 0, 2)), "an account is missing");
    }

    @Test
    void shouldRefuseWhenATransferIsMissing() {
        for (long id = 1; id <= 2; id++) {
            shard.engine.transfer(
                    70, new TransferTerms(new UUID(9, id), TRADER, "asia", UNIT, null), 8);
        }
        List<SnapshotChunk> chunks = snapshot(shard.engine, 1);
        List<SnapshotRecord> all = all(chunks);
        int[] withoutTheFirst =
                IntStream.range(0, all.size()).filter(i -> i != all.size() - 2).toArray();

        assertRefused(List.of(whole(chunks.get(0), all, withoutTheFirst)), "a transfer is missing");
    }

    private static List<SnapshotRecord> all(List<SnapshotChunk> chunks) {
        return chunks.stream().flatMap(chunk -> chunk.records().stream()).toList();
    }

    private static SnapshotChunk whole(SnapshotChunk like, List<SnapshotRecord> all, int... which) {
        List<SnapshotRecord> records = new ArrayList<>();
        for (int each : which) {
            records.add(all.get(each));
        }
        return new SnapshotChunk(2, 0, true, like.decisions(), like.stateHash(), records);
    }

    private static SnapshotChunk whole(SnapshotChunk like) {
        return new SnapshotChunk(2, 0, true, like.decisions(), like.stateHash(), like.records());
    }

    private static SnapshotChunk changed(
            SnapshotChunk chunk, int version, int hashChange, List<SnapshotRecord> records) {
        return new SnapshotChunk(
                version,
                chunk.number(),
                chunk.last(),
                chunk.decisions(),
                chunk.stateHash() + hashChange,
                records);
    }

    private void assertRefused(List<SnapshotChunk> chunks, String what) {
        assertThatThrownBy(() -> restored(chunks))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Not a snapshot that can be restored: " + what);
    }

    @Test
    void shouldRefuseToRestoreWhenThereIsAState() {
        List<SnapshotChunk> chunks = snapshot(shard.engine, 100);
        ShardEngine used = restored(chunks);

        assertThatThrownBy(() -> used.restore(chunks)).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> new TestShard().engine.restore(chunks))
                .isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> used.snapshot(0, chunk -> {}))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("size must be above 0, but is 0");
    }
}
