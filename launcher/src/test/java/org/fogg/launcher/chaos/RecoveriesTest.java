package org.fogg.launcher.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.OptionalLong;
import java.util.UUID;
import org.fogg.contracts.Ids;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RecoveriesTest {

    private static final int SHARDS = 2;
    private static final UUID ANN = inShard(0);
    private static final UUID BOB = inShard(1);

    private final Recoveries recoveries = new Recoveries(SHARDS);
    private final long now = System.nanoTime();

    @BeforeEach
    void bothShardsTrade() {
        accepted(ANN, false, -20);
        accepted(BOB, false, -10);
    }

    @Test
    void shouldBeBackWhenEveryShardHasAcceptedAnOrder() throws InterruptedException {
        recoveries.begin(now, false);

        accepted(ANN, false, 5);
        assertThat(recoveries.await(now)).isEmpty();
        assertThat(recoveries.missing()).isEqualTo("[europe 1]");
        accepted(BOB, false, 7);

        assertThat(recoveries.await(now)).isEqualTo(OptionalLong.of(now + 8));
    }

    @Test
    void shouldNotCountWhatWasSentBeforeTheFault() throws InterruptedException {
        recoveries.begin(now, false);

        accepted(ANN, false, -1);
        accepted(BOB, false, -1);

        assertThat(recoveries.await(now)).isEmpty();
    }

    @Test
    void shouldCountMarketOrdersOnlyWhenTheExchangesWereHit() throws InterruptedException {
        recoveries.begin(now, true);

        accepted(ANN, false, 1);
        accepted(BOB, false, 2);
        assertThat(recoveries.await(now)).isEmpty();
        accepted(ANN, true, 3);
        accepted(BOB, true, 4);

        assertThat(recoveries.await(now)).isEqualTo(OptionalLong.of(now + 5));
    }

    private void accepted(UUID trader, boolean atOnce, long after) {
        recoveries.accepted("europe", trader, atOnce, now + after, now + after + 1);
    }

    private static UUID inShard(int shard) {
        for (long low = 1; ; low++) {
            UUID trader = new UUID(0x4000, low);
            if (Ids.shardOf(trader, SHARDS) == shard) {
                return trader;
            }
        }
    }
}
