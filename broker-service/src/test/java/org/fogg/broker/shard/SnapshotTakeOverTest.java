package org.fogg.broker.shard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.fogg.broker.shard.AgentWorld.EVERY;
import static org.fogg.broker.shard.AgentWorld.PRICE;
import static org.fogg.broker.shard.AgentWorld.SHARD;
import static org.fogg.broker.shard.AgentWorld.STOCK;

import java.nio.ByteBuffer;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.fogg.broker.projection.Projector.ShardMarks;
import org.fogg.broker.snapshot.SnapshotHead;
import org.fogg.broker.snapshot.SnapshotHead.State;
import org.fogg.core.order.OrderStatus;
import org.fogg.core.order.OrderTerms;
import org.fogg.core.order.OrderType;
import org.fogg.core.order.Side;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** How a shard's snapshots are made, and how a new owner begins with them. */
class SnapshotTakeOverTest {

    private static final long CASH = 1_000_000_0000L;

    private final AgentWorld first = new AgentWorld().owning();
    private UUID trader;

    @BeforeEach
    void prepare() {
        trader = first.openAccount(CASH);
        first.tick(STOCK, PRICE);
    }

    private OrderTerms resting() {
        return first.terms(trader, STOCK, OrderType.LIMIT, Side.BUY, PRICE / 2);
    }

    /** Places orders until a snapshot is due, and waits until it is there. */
    private long snapshot(AgentWorld world) {
        long before = latest();
        while (latest() == before) {
            for (int i = 0; i < EVERY; i++) {
                world.place(resting());
            }
            world.pass(2_000_000_000L);
            awaitIdle(world, before);
        }
        long sequence = latest();
        assertThat(first.store.heads.get(sequence).state()).isEqualTo(State.VERIFIED);
        return sequence;
    }

    /** Until what is to be made has been made. */
    private static void awaitIdle(AgentWorld world, long latest) {
        world.snapshots.ahead(1, SHARD, latest, () -> true).join();
    }

    private long latest() {
        return first.store.heads(SHARD).stream()
                .mapToLong(SnapshotHead::sequence)
                .findFirst()
                .orElse(-1);
    }

    private static void await(BooleanSupplier condition) {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).as("still not so").isLessThan(deadline);
            LockSupport.parkNanos(1_000_000);
        }
    }

    /** A second owner that sees the first one's marks. */
    private AgentWorld successor() {
        var second = new AgentWorld(first);
        second.projector.marks = first.projector.marks;
        return second;
    }

    @Test
    void shouldBeginWithTheSnapshotAndReadOnlyTheJournalAfterIt() {
        OrderTerms early = resting();
        first.place(early);
        long sequence = snapshot(first);
        OrderTerms late = resting();
        first.place(late);
        first.pass(2_000_000_000L);
        first.journal.forget(SHARD, 0, sequence);

        AgentWorld second = successor();
        RecoveredShard recovered = new ShardRecovery(second.ports).recover(new Claim(SHARD, 1));

        assertThat(recovered.split().snapshot()).isEqualTo(sequence);
        assertThat(recovered.engine().order(early.orderId()).status()).isEqualTo(OrderStatus.NEW);
        assertThat(recovered.engine().order(late.orderId()).status()).isEqualTo(OrderStatus.NEW);
        assertThat(recovered.engine().openOrders()).isEqualTo(EVERY + 2);
    }

    @Test
    void shouldRecogniseARetryOfAnOrderThatOnlyTheSnapshotHas() {
        OrderTerms early = resting();
        first.place(early);
        snapshot(first);

        AgentWorld second = successor().owning();
        UUID again = second.place(early);

        assertThat(second.answer(again).order().terms()).isEqualTo(early);
        assertThat(second.view.openOrders()).isLessThanOrEqualTo(EVERY + 1);
    }

    @Test
    void shouldReadTheJournalWhenTheSnapshotIsDamaged() {
        long sequence = snapshot(first);
        ByteBuffer chunk = first.store.chunks.get(sequence).get(0);
        chunk.limit(chunk.limit() - 1);

        AgentWorld second = successor();
        RecoveredShard recovered = new ShardRecovery(second.ports).recover(new Claim(SHARD, 1));

        assertThat(recovered.split().snapshot()).isEqualTo(-1);
        assertThat(recovered.engine().openOrders()).isEqualTo(EVERY);
        assertThat(first.store.heads.get(sequence).state()).isEqualTo(State.KEPT_ASIDE);
        assertThat(second.keptAside.count()).isEqualTo(1);
    }

    @Test
    void shouldTakeAnOlderSnapshotWhenTheTablesAreBehindTheLatest() {
        long older = snapshot(first);
        snapshot(first);

        AgentWorld second = successor();
        second.projector.marks = new ShardMarks(older + 1, older + 5);
        RecoveredShard recovered = new ShardRecovery(second.ports).recover(new Claim(SHARD, 1));

        assertThat(recovered.split().snapshot()).isEqualTo(older);
        assertThat(recovered.backlog().get(0).sequence()).isEqualTo(older + 2);
    }

    @Test
    void shouldNotBeginWithWhatNobodySawWhenATermBegins() {
        first.place(resting());
        long end = first.journal.lastEntry(SHARD).sequence();
        long lost = snapshot(first);
        first.journal.beginTermAfter(end);

        AgentWorld second = successor();
        second.projector.marks = new ShardMarks(lost, lost);
        RecoveredShard recovered = new ShardRecovery(second.ports).recover(new Claim(SHARD, 2));

        assertThat(recovered.split().snapshot()).isEqualTo(-1);
        assertThat(recovered.engine().openOrders()).isEqualTo(1);
        assertThat(recovered.owner().term()).isEqualTo(2);
        assertThat(recovered.owner().sequence()).isEqualTo(1 << 24);
        assertThat(recovered.done().projected()).isLessThan(end);
        assertThat(recovered.backlog()).hasSize((int) end + 1);
    }

    @Test
    void shouldKeepTwoSnapshotsAndWhatIsBeingLookedAt() {
        long aside = snapshot(first);
        first.store.keepAside(SHARD, aside, "a test");
        long second = snapshot(first);
        long third = snapshot(first);
        long fourth = snapshot(first);

        await(() -> !first.store.heads.containsKey(second));
        assertThat(first.store.heads).containsOnlyKeys(aside, third, fourth);
    }

    @Test
    void shouldHaveASnapshotMadeAheadOfAHandOverWhileTheShardGoesOn() {
        for (int i = 0; i < EVERY; i++) {
            first.place(resting());
        }
        assertThat(first.store.heads).isEmpty();

        CompletableFuture<Void> prepared = first.agent.prepareHandOver();
        UUID meanwhile = first.place(resting());
        await(prepared::isDone);

        long sequence = latest();
        assertThat(first.store.heads.get(sequence).state()).isEqualTo(State.VERIFIED);
        assertThat(sequence).isGreaterThanOrEqualTo(EVERY);
        assertThat(first.answer(meanwhile).order().status()).isEqualTo(OrderStatus.NEW);
    }

    @Test
    void shouldPrepareNothingWhenThereIsLittleToRead() {
        first.place(resting());

        CompletableFuture<Void> prepared = first.agent.prepareHandOver();
        first.pass(1);
        await(prepared::isDone);

        assertThat(first.store.heads).isEmpty();
    }

    @Test
    void shouldLeaveMoreEntriesBetweenSnapshotsThatAreLarge() {
        first.projector.hold = true;
        for (int i = 0; i < 10 * EVERY; i++) {
            first.place(resting());
        }
        first.projector.hold = false;
        first.projector.underWay.forEach(Runnable::run);
        first.pass(2_000_000_000L);
        awaitIdle(first, -1);
        long large = latest();
        assertThat(large).isGreaterThan(10 * EVERY);

        for (int i = 0; i < 2 * EVERY; i++) {
            first.place(resting());
        }
        first.pass(2_000_000_000L);
        awaitIdle(first, large);
        assertThat(latest()).isEqualTo(large);
        for (int i = 0; i < 4 * EVERY; i++) {
            first.place(resting());
        }
        first.pass(2_000_000_000L);
        awaitIdle(first, large);

        assertThat(latest()).isGreaterThan(large);
    }

    @Test
    void shouldMakeNoSnapshotOfWhatIsNotProjectedYet() {
        first.projector.hold = true;
        for (int i = 0; i < 2 * EVERY; i++) {
            first.place(resting());
        }

        first.pass(2_000_000_000L);

        assertThat(first.store.heads).isEmpty();
    }
}
