package org.fogg.contracts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class IdsTest {

    private static final UUID TRADER = UUID.fromString("a1a2a3a4-b1b2-4c1c-9d1d-e1e2e3e4e5e6");

    @Test
    void shouldNameTheSameOrderWhenARequestIsRepeated() {
        assertThat(Ids.orderId(TRADER, "one")).isEqualTo(Ids.orderId(TRADER, "one"));
    }

    /** Journals and clients hold such ids: the digest must never change. */
    @Test
    void shouldGiveTheAgreedIdsForEver() {
        assertThat(Ids.orderId(TRADER, "Zürich-1"))
                .hasToString("21f99d90-fddc-8bd3-b055-b275bd25947a");
        assertThat(Ids.commandId(TRADER, "Zürich-1"))
                .hasToString("d88ab50b-5659-84cc-ac83-ed28ed1557ac");
        assertThat(Ids.executionId(2, 77)).hasToString("2afa2f34-8ec8-81cd-86be-5c2ff82f7a3d");
    }

    @Test
    void shouldNameDifferentThingsDifferently() {
        UUID other = new UUID(1, 2);

        assertThat(Ids.orderId(TRADER, "one"))
                .isNotEqualTo(Ids.orderId(TRADER, "two"))
                .isNotEqualTo(Ids.orderId(other, "one"))
                .isNotEqualTo(Ids.commandId(TRADER, "one"));
        assertThat(Ids.executionId(1, 2)).isNotEqualTo(Ids.executionId(2, 1));
    }

    @Test
    void shouldGiveUuidsOfVersionEight() {
        for (int i = 0; i < 100; i++) {
            UUID id = Ids.orderId(TRADER, "order " + i);

            assertThat(id.version()).isEqualTo(8);
            assertThat(id.variant()).isEqualTo(2);
        }
    }

    @Test
    void shouldSpreadTradersEvenlyOverShards() {
        Random random = new Random(1);
        List<Integer> traders = new ArrayList<>(Collections.nCopies(12, 0));

        for (int i = 0; i < 12_000; i++) {
            int shard = Ids.shardOf(new UUID(random.nextLong(), random.nextLong()), 12);
            traders.set(shard, traders.get(shard) + 1);
        }

        assertThat(traders).allMatch(count -> count > 850 && count < 1_150);
    }

    /** A trader whose shard changed would be forgotten. */
    @Test
    void shouldKeepATradersShardForEver() {
        assertThat(Ids.shardOf(TRADER, 12)).isEqualTo(2);
        assertThat(Ids.shardOf(TRADER, 1)).isZero();
        assertThat(Ids.shardOf(Ids.NONE, 12)).isZero();
    }

    @Test
    void shouldRefuseToDivideByNoShards() {
        assertThatThrownBy(() -> Ids.shardOf(TRADER, 0)).isInstanceOf(ArithmeticException.class);
    }
}
