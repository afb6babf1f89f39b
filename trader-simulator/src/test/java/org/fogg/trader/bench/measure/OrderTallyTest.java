package org.fogg.trader.bench.measure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.UUID;
import org.fogg.contracts.sbe.EventKind;
import org.fogg.trader.bench.mix.Operation;
import org.junit.jupiter.api.Test;

class OrderTallyTest {

    private static final UUID TRADER = new UUID(9, 9);

    private final OrderTally tally = new OrderTally();

    private void hear(OrderNews news) {
        if (tally.isNew(news)) {
            tally.count(news);
        }
    }

    private static OrderNews news(
            int order, Operation type, EventKind kind, long sequence, int version, long trigger) {
        return new OrderNews(
                kind,
                0,
                3,
                sequence,
                version,
                new UUID(0, order),
                TRADER,
                "SYM",
                type,
                0,
                kind == EventKind.FILL || kind == EventKind.PARTIAL_FILL ? 2 : 0,
                1_000_000,
                trigger,
                0,
                0,
                "c");
    }

    @Test
    void shouldCountWhatBecameOfEachOrder() {
        hear(news(1, Operation.LIMIT, EventKind.NEW, 1, 1, 0));
        hear(news(2, Operation.LIMIT, EventKind.NEW, 2, 1, 0));
        hear(news(3, Operation.LIMIT, EventKind.NEW, 3, 1, 0));
        hear(news(4, Operation.LIMIT, EventKind.NEW, 4, 1, 0));
        hear(news(5, Operation.LIMIT, EventKind.NEW, 5, 1, 0));
        hear(news(1, Operation.LIMIT, EventKind.PARTIAL_FILL, 6, 2, 50));
        hear(news(1, Operation.LIMIT, EventKind.FILL, 7, 3, 0));
        hear(news(2, Operation.LIMIT, EventKind.FILL, 7, 2, 0));
        hear(news(3, Operation.LIMIT, EventKind.CANCELED, 8, 2, 0));
        hear(news(4, Operation.LIMIT, EventKind.REJECTED, 9, 2, 0));
        tally.refused(Operation.LIMIT);

        assertThat(tally.counts())
                .isEqualTo(
                        Map.of(Operation.LIMIT, new OrderCounts(5, 2, 1, 1, 2, 1, 6 * 1_000_000)));
        assertThat(tally.trades()).isEqualTo(3);
        assertThat(tally.open()).isEqualTo(1);
    }

    @Test
    void shouldCountAnOrderThatIsAcceptedAndFilledAtOnce() {
        hear(news(1, Operation.MARKET, EventKind.NEW, 1, 1, 0));
        hear(news(1, Operation.MARKET, EventKind.FILL, 1, 2, 0));

        assertThat(tally.counts().get(Operation.MARKET))
                .isEqualTo(new OrderCounts(1, 1, 0, 0, 0, 0, 2_000_000));
    }

    @Test
    void shouldCountEventsOnceWhenTheyArePublishedAgain() {
        OrderNews accepted = news(1, Operation.STOP, EventKind.NEW, 1, 1, 0);
        OrderNews other = news(2, Operation.STOP, EventKind.NEW, 1, 1, 0);
        OrderNews filled = news(1, Operation.STOP, EventKind.FILL, 2, 2, 7);
        hear(accepted);
        hear(other);
        hear(filled);

        hear(accepted);
        hear(other);
        hear(filled);

        assertThat(tally.counts().get(Operation.STOP))
                .isEqualTo(new OrderCounts(2, 1, 1, 0, 0, 1, 2_000_000));
    }
}
