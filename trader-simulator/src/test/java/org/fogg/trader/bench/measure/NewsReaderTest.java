package org.fogg.trader.bench.measure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.agrona.ExpandableArrayBuffer;
import org.fogg.contracts.sbe.AccountEventEncoder;
import org.fogg.contracts.sbe.EventKind;
import org.fogg.contracts.sbe.MessageHeaderEncoder;
import org.fogg.contracts.sbe.OrderEventEncoder;
import org.fogg.contracts.sbe.OrderStateEncoder;
import org.fogg.contracts.sbe.OrderType;
import org.fogg.trader.bench.mix.Operation;
import org.junit.jupiter.api.Test;

class NewsReaderTest {

    private static final UUID TRADER = UUID.fromString("00000000-0000-4000-8000-000000000001");
    private static final UUID ORDER = UUID.fromString("00000000-0000-8000-8000-000000000002");

    private static byte[] event() {
        ExpandableArrayBuffer buffer = new ExpandableArrayBuffer();
        OrderEventEncoder event =
                new OrderEventEncoder()
                        .wrapAndApplyHeader(buffer, 0, new MessageHeaderEncoder())
                        .kind(EventKind.FILL)
                        .shard(4)
                        .sequence(99)
                        .durableAt(2_000)
                        .tradeQuantity(5)
                        .tradePrice(1_010_000)
                        .triggerTick(77)
                        .triggeredAt(1_000);
        OrderStateEncoder order = event.order();
        order.terms()
                .orderId()
                .high(ORDER.getMostSignificantBits())
                .low(ORDER.getLeastSignificantBits());
        order.terms()
                .traderId()
                .high(TRADER.getMostSignificantBits())
                .low(TRADER.getLeastSignificantBits());
        order.terms().type(OrderType.STOP);
        order.version(3).filledQuantity(8);
        event.symbol("VOD.L").clientOrderId("run-m7").georegion("europe").home("europe");
        byte[] bytes = new byte[event.limit()];
        buffer.getBytes(0, bytes);
        return bytes;
    }

    @Test
    void shouldReadAnOrderEvent() {
        assertThat(new NewsReader(id -> true).read(2, event()))
                .isEqualTo(
                        new OrderNews(
                                EventKind.FILL,
                                2,
                                4,
                                99,
                                3,
                                ORDER,
                                TRADER,
                                "VOD.L",
                                Operation.STOP,
                                8,
                                5,
                                1_010_000,
                                77,
                                1_000,
                                2_000,
                                "run-m7"));
    }

    @Test
    void shouldSkipOtherTradersAndOtherMessages() {
        ExpandableArrayBuffer buffer = new ExpandableArrayBuffer();
        new AccountEventEncoder().wrapAndApplyHeader(buffer, 0, new MessageHeaderEncoder());

        assertThat(new NewsReader(id -> false).read(0, event())).isNull();
        assertThat(new NewsReader(id -> true).read(0, buffer.byteArray())).isNull();
    }
}
