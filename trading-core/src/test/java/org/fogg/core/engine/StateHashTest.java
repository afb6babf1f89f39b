package org.fogg.core.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.fogg.core.engine.TestShard.LIMITS;
import static org.fogg.core.engine.TestShard.STOCK;
import static org.fogg.core.engine.TestShard.TRADER;
import static org.fogg.core.engine.TestShard.UNIT;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.fogg.core.engine.ExecutionReport.Outcome;
import org.fogg.core.funding.SenderId;
import org.fogg.core.funding.TransferOutcome;
import org.fogg.core.funding.TransferRequest;
import org.fogg.core.funding.TransferTerms;
import org.fogg.core.order.Side;
import org.junit.jupiter.api.Test;

/** The hash is the same on every machine and in every version, and tells states apart. */
class StateHashTest {

    private static final UUID OTHER = new UUID(1, 2);

    private static final long EMPTY = 7_873_848_135_684_623_792L;
    private static final long TRADED = -8_869_425_487_212_484_516L;

    private final TestShard shard = new TestShard();
    private final ShardEngine engine = shard.engine;

    /** Something of everything that is journaled. */
    private void trade() {
        shard.open(10_000);
        engine.openAccount(2, new UUID(2, 9), OTHER, 77, ++shard.now);
        engine.deposit(3, new UUID(7, 7), TRADER, UNIT, ++shard.now);
        shard.tick(100);
        shard.place(shard.market(Side.BUY, 10));
        shard.fill(100);
        shard.place(shard.limit(Side.BUY, 3, 90));
        UUID replaced = shard.place(shard.limit(Side.SELL, 4, 120));
        shard.replace(shard.change(replaced, 5, 0, 0));
        shard.cancel(shard.place(shard.limit(Side.SELL, 1, 130)));
        shard.place(shard.stop(Side.BUY, 5, 110));
        shard.tick(110);
        shard.end(Outcome.REFUSED);
        engine.halt(4, OTHER, true, ++shard.now);
        engine.halt(5, null, true, ++shard.now);
        engine.transfer(6, cash(1), ++shard.now);
        engine.transfer(7, cash(2), ++shard.now);
        engine.onTransferAnswer(1, TransferOutcome.VOIDED, ++shard.now);
        engine.halt(8, null, false, ++shard.now);
        var order = shard.limit(Side.BUY, 1, 90);
        engine.transfer(
                9,
                new TransferTerms(order.orderId(), TRADER, "asia", 90 * UNIT, order),
                ++shard.now);
        SenderId sender = new SenderId("europe", 1);
        engine.apply(10, sender, new TransferRequest(4, 2, cash(3), 0), ++shard.now);
        engine.bar(11, sender, new TransferRequest(5, 2, cash(4), 0), ++shard.now);
        engine.halt(12, null, true, ++shard.now);
    }

    private static TransferTerms cash(long id) {
        return new TransferTerms(new UUID(9, id), TRADER, "asia", id * UNIT, null);
    }

    @Test
    void shouldGiveTheHashOfAllVersions() {
        assertThat(engine.stateHash()).isEqualTo(EMPTY);

        trade();

        assertThat(engine.stateHash()).isEqualTo(TRADED);
    }

    @Test
    void shouldTellTheStateAfterEachDecisionFromAllBefore() {
        trade();
        ShardEngine again = new ShardEngine(LIMITS, new RecordedEvents());
        List<Long> hashes = new ArrayList<>();
        hashes.add(again.stateHash());

        for (Decision decision : shard.journal()) {
            again.replay(decision);
            if (!(decision instanceof Decision.CommandRefused)) {
                hashes.add(again.stateHash());
            }
        }

        assertThat(hashes).doesNotHaveDuplicates().hasSizeGreaterThan(20);
        assertThat(again.stateHash()).isEqualTo(engine.stateHash());
    }

    @Test
    void shouldForgetAHoldingThatIsGone() {
        shard.open(10_000);
        shard.tick(100);
        long before = engine.stateHash();
        engine.halt(1, TRADER, true, 5);
        engine.halt(2, TRADER, false, 6);

        assertThat(engine.stateHash()).isEqualTo(before);
        assertThat(engine.holding(TRADER, STOCK)).isNull();
    }
}
