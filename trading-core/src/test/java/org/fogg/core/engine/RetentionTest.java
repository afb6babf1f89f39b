package org.fogg.core.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.fogg.core.order.OrderStatus;
import org.fogg.core.order.OrderTerms;
import org.fogg.core.order.Side;
import org.fogg.core.snapshot.SnapshotChunk;
import org.junit.jupiter.api.Test;

/** How long an order that has ended is known, to all who fold the journal alike. */
class RetentionTest {

    private static final long RETENTION = Duration.ofDays(7).toNanos();

    private final TestShard shard = TestShard.trading(1_000_000, 100);

    /** An order that ended; when it did. */
    private long end(OrderTerms terms) {
        shard.place(terms);
        shard.cancel(terms.orderId());
        return shard.now;
    }

    /** A decision that changes nothing, at a time. */
    private void decideAt(long at) {
        shard.now = at - 1;
        shard.cancel(new UUID(9, 9));
    }

    private ShardEngine folded() {
        ShardEngine folded = new ShardEngine(TestShard.LIMITS, new RecordedEvents());
        shard.journal().forEach(folded::replay);
        return folded;
    }

    @Test
    void shouldKnowAnOrderUntilTheRetentionIsOverAndNoLonger() {
        OrderTerms terms = shard.limit(Side.BUY, 1, 90);
        long endedAt = end(terms);

        decideAt(endedAt + RETENTION - 1);
        shard.place(terms);
        assertThat(shard.engine.order(terms.orderId()).status()).isEqualTo(OrderStatus.CANCELED);
        assertThat(shard.events.answers())
                .last()
                .satisfies(last -> assertThat(last.result().order()).isNotNull());
        decideAt(endedAt + RETENTION);

        assertThat(shard.engine.order(terms.orderId())).isNull();
        assertThat(folded().stateHash()).isEqualTo(shard.engine.stateHash());
    }

    @Test
    void shouldNeverForgetAnOpenOrder() {
        OrderTerms terms = shard.limit(Side.BUY, 1, 90);
        shard.place(terms);

        decideAt(shard.now + 2 * RETENTION);

        assertThat(shard.engine.order(terms.orderId()).status()).isEqualTo(OrderStatus.NEW);
    }

    @Test
    void shouldForgetFewAtOnceWhenAClockIsFarAhead() {
        List<OrderTerms> ended = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            OrderTerms terms = shard.limit(Side.BUY, 1, 90);
            ended.add(terms);
            end(terms);
        }
        long now = shard.now;

        decideAt(now + 100 * RETENTION);
        decideAt(now + 1);

        assertThat(ended)
                .filteredOn(terms -> shard.engine.order(terms.orderId()) == null)
                .containsExactlyElementsOf(ended.subList(0, 2));
    }

    @Test
    void shouldForgetTheSameWhenItBeginsWithASnapshot() {
        long endedAt = 0;
        for (int i = 0; i < 8; i++) {
            endedAt = end(shard.limit(Side.BUY, 1, 90));
        }
        decideAt(endedAt + RETENTION - 6);
        List<SnapshotChunk> chunks = new ArrayList<>();
        shard.engine.snapshot(3, chunks::add);
        int before = shard.journal().size();
        decideAt(endedAt + RETENTION - 3);
        decideAt(endedAt + RETENTION - 1);

        ShardEngine restored = new ShardEngine(TestShard.LIMITS, new RecordedEvents());
        restored.restore(chunks);
        shard.journal().subList(before, shard.journal().size()).forEach(restored::replay);

        assertThat(restored.stateHash()).isEqualTo(shard.engine.stateHash());
        assertThat(folded().stateHash()).isEqualTo(shard.engine.stateHash());
    }
}
