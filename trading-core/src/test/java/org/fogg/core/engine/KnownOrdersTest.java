package org.fogg.core.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.fogg.core.Seeds;
import org.junit.jupiter.api.Test;

class KnownOrdersTest {

    @Test
    void shouldFindWhatAMapFindsAndTellAllInOrder() {
        long seed = Seeds.seed("KnownOrdersTest");
        Random random = new Random(seed);
        KnownOrders orders = new KnownOrders();
        Map<UUID, Long> map = new LinkedHashMap<>();
        for (int i = 0; i < 5_000; i++) {
            // Few high halves, so that many ids share what a poor hash would look at.
            UUID id = new UUID(random.nextInt(3), random.nextInt(20_000));
            if (map.putIfAbsent(id, (long) i) == null) {
                assertThat(orders.find(id)).isNegative();
                orders.add(id, i);
            }
            UUID any = new UUID(random.nextInt(3), random.nextInt(20_000));
            int place = orders.find(any);
            assertThat(place >= 0 ? orders.content(place) : null)
                    .as("seed " + seed)
                    .isEqualTo(map.get(any));
        }

        List<Map.Entry<UUID, Long>> all = new ArrayList<>();
        orders.visit((id, content) -> all.add(Map.entry(id, content)));
        assertThat(all).isEqualTo(new ArrayList<>(map.entrySet()));
    }
}
