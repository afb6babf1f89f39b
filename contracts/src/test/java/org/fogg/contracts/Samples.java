package org.fogg.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.fogg.contracts.sbe.OrderStateDecoder;
import org.fogg.contracts.sbe.OrderStateEncoder;
import org.fogg.contracts.sbe.OrderStatus;
import org.fogg.contracts.sbe.OrderTermsDecoder;
import org.fogg.contracts.sbe.OrderTermsEncoder;
import org.fogg.contracts.sbe.OrderType;
import org.fogg.contracts.sbe.Side;
import org.fogg.contracts.sbe.TimeInForce;
import org.fogg.contracts.sbe.UuidDecoder;
import org.fogg.contracts.sbe.UuidEncoder;

/** Parts that several messages have, with the same values in all golden files. */
final class Samples {

    static final UUID COMMAND = UUID.fromString("11111111-2222-4333-8444-555555555555");
    static final UUID TRADER = UUID.fromString("a1a2a3a4-b1b2-4c1c-9d1d-e1e2e3e4e5e6");
    static final UUID ORDER = UUID.fromString("0f0e0d0c-0b0a-8908-b706-050403020100");
    static final UUID OTHER_ORDER = UUID.fromString("f0e0d0c0-b0a0-8090-b070-605040302010");
    static final String CLIENT_ORDER_ID = "Zürich-1";
    static final long AT = 1_800_000_000_123_456_789L;

    private Samples() {}

    static void write(UuidEncoder wire, UUID id) {
        wire.high(id.getMostSignificantBits()).low(id.getLeastSignificantBits());
    }

    static UUID read(UuidDecoder wire) {
        return new UUID(wire.high(), wire.low());
    }

    static void write(OrderTermsEncoder terms) {
        write(terms.orderId(), ORDER);
        write(terms.traderId(), TRADER);
        terms.stockId(20_005)
                .side(Side.SELL)
                .type(OrderType.STOP_LIMIT)
                .timeInForce(TimeInForce.GTC)
                .quantity(250)
                .limitPrice(362_400)
                .stopPrice(362_500)
                .expiresAt(AT + 1);
    }

    static void check(OrderTermsDecoder terms) {
        assertThat(read(terms.orderId())).isEqualTo(ORDER);
        assertThat(read(terms.traderId())).isEqualTo(TRADER);
        assertThat(terms.stockId()).isEqualTo(20_005);
        assertThat(terms.side()).isEqualTo(Side.SELL);
        assertThat(terms.type()).isEqualTo(OrderType.STOP_LIMIT);
        assertThat(terms.timeInForce()).isEqualTo(TimeInForce.GTC);
        assertThat(terms.quantity()).isEqualTo(250);
        assertThat(terms.limitPrice()).isEqualTo(362_400);
        assertThat(terms.stopPrice()).isEqualTo(362_500);
        assertThat(terms.expiresAt()).isEqualTo(AT + 1);
    }

    static void write(OrderStateEncoder order) {
        write(order.terms());
        order.status(OrderStatus.REPLACED)
                .reason(61)
                .version(4)
                .capPrice(362_400)
                .acceptedTick(1_001)
                .filledQuantity(100)
                .filledValue(36_240_000)
                .createdAt(AT + 2)
                .updatedAt(AT + 3)
                .closedAt(AT + 4);
        write(order.replaces(), COMMAND);
        write(order.replacedBy(), OTHER_ORDER);
    }

    static void check(OrderStateDecoder order) {
        check(order.terms());
        assertThat(order.status()).isEqualTo(OrderStatus.REPLACED);
        assertThat(order.reason()).isEqualTo(61);
        assertThat(order.version()).isEqualTo(4);
        assertThat(order.capPrice()).isEqualTo(362_400);
        assertThat(order.acceptedTick()).isEqualTo(1_001);
        assertThat(order.filledQuantity()).isEqualTo(100);
        assertThat(order.filledValue()).isEqualTo(36_240_000);
        assertThat(order.createdAt()).isEqualTo(AT + 2);
        assertThat(order.updatedAt()).isEqualTo(AT + 3);
        assertThat(order.closedAt()).isEqualTo(AT + 4);
        assertThat(read(order.replaces())).isEqualTo(COMMAND);
        assertThat(read(order.replacedBy())).isEqualTo(OTHER_ORDER);
    }
}
