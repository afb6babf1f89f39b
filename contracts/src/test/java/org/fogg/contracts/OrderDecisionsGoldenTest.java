package org.fogg.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import org.agrona.ExpandableArrayBuffer;
import org.fogg.contracts.sbe.CommandRefusedDecoder;
import org.fogg.contracts.sbe.CommandRefusedEncoder;
import org.fogg.contracts.sbe.Flag;
import org.fogg.contracts.sbe.MessageHeaderDecoder;
import org.fogg.contracts.sbe.MessageHeaderEncoder;
import org.fogg.contracts.sbe.OrderAcceptedDecoder;
import org.fogg.contracts.sbe.OrderAcceptedEncoder;
import org.fogg.contracts.sbe.OrderClosedDecoder;
import org.fogg.contracts.sbe.OrderClosedEncoder;
import org.fogg.contracts.sbe.OrderReplacedDecoder;
import org.fogg.contracts.sbe.OrderReplacedEncoder;
import org.fogg.contracts.sbe.OrderRestedDecoder;
import org.fogg.contracts.sbe.OrderRestedEncoder;
import org.fogg.contracts.sbe.OrderStatus;
import org.fogg.contracts.sbe.OrderTradedDecoder;
import org.fogg.contracts.sbe.OrderTradedEncoder;
import org.fogg.contracts.sbe.Side;
import org.junit.jupiter.api.Test;

class OrderDecisionsGoldenTest {

    private final ExpandableArrayBuffer buffer = new ExpandableArrayBuffer();
    private final MessageHeaderEncoder header = new MessageHeaderEncoder();
    private final MessageHeaderDecoder headerDecoder = new MessageHeaderDecoder();

    @Test
    void shouldEncodeOrderAcceptedAsAgreed() {
        OrderAcceptedEncoder accepted =
                new OrderAcceptedEncoder().wrapAndApplyHeader(buffer, 0, header);

        Samples.write(accepted.terms());
        accepted.capPrice(362_400)
                .acceptedTick(1_001)
                .lastPrice(362_600)
                .at(Samples.AT)
                .clientOrderId(Samples.CLIENT_ORDER_ID);

        Golden.assertSame("order-accepted", buffer, accepted.encodedLength());
    }

    @Test
    void shouldDecodeOrderAcceptedAsAgreed() {
        OrderAcceptedDecoder accepted = new OrderAcceptedDecoder();
        accepted.wrapAndApplyHeader(Golden.bytes("order-accepted"), 0, headerDecoder);

        Samples.check(accepted.terms());
        assertThat(accepted.capPrice()).isEqualTo(362_400);
        assertThat(accepted.acceptedTick()).isEqualTo(1_001);
        assertThat(accepted.lastPrice()).isEqualTo(362_600);
        assertThat(accepted.at()).isEqualTo(Samples.AT);
        assertThat(accepted.clientOrderId()).isEqualTo(Samples.CLIENT_ORDER_ID);
    }

    @Test
    void shouldEncodeCommandRefusedAsAgreed() {
        CommandRefusedEncoder refused =
                new CommandRefusedEncoder().wrapAndApplyHeader(buffer, 0, header);

        Samples.write(refused.traderId(), Samples.TRADER);
        Samples.write(refused.orderId(), Samples.ORDER);
        refused.reason(10).at(Samples.AT);

        Golden.assertSame("command-refused", buffer, refused.encodedLength());
    }

    @Test
    void shouldDecodeCommandRefusedAsAgreed() {
        CommandRefusedDecoder refused = new CommandRefusedDecoder();
        refused.wrapAndApplyHeader(Golden.bytes("command-refused"), 0, headerDecoder);

        assertThat(Samples.read(refused.traderId())).isEqualTo(Samples.TRADER);
        assertThat(Samples.read(refused.orderId())).isEqualTo(Samples.ORDER);
        assertThat(refused.reason()).isEqualTo(10);
        assertThat(refused.at()).isEqualTo(Samples.AT);
    }

    @Test
    void shouldEncodeOrderTradedAsAgreed() {
        OrderTradedEncoder traded = new OrderTradedEncoder().wrapAndApplyHeader(buffer, 0, header);

        Samples.write(traded.orderId(), Samples.ORDER);
        Samples.write(traded.traderId(), Samples.TRADER);
        traded.stockId(20_005).side(Side.SELL).exchangeId(2).executionId(77);
        traded.attempt().epoch(4_001).number(8);
        traded.quantity(100)
                .price(362_450)
                .tickSequence(1_003)
                .triggerTick(1_002)
                .triggeredAt(Samples.AT - 9)
                .at(Samples.AT);

        Golden.assertSame("order-traded", buffer, traded.encodedLength());
    }

    @Test
    void shouldDecodeOrderTradedAsAgreed() {
        OrderTradedDecoder traded = new OrderTradedDecoder();
        traded.wrapAndApplyHeader(Golden.bytes("order-traded"), 0, headerDecoder);

        assertThat(Samples.read(traded.orderId())).isEqualTo(Samples.ORDER);
        assertThat(Samples.read(traded.traderId())).isEqualTo(Samples.TRADER);
        assertThat(traded.stockId()).isEqualTo(20_005);
        assertThat(traded.side()).isEqualTo(Side.SELL);
        assertThat(traded.exchangeId()).isEqualTo(2);
        assertThat(traded.executionId()).isEqualTo(77);
        assertThat(traded.attempt().epoch()).isEqualTo(4_001);
        assertThat(traded.attempt().number()).isEqualTo(8);
        assertThat(traded.quantity()).isEqualTo(100);
        assertThat(traded.price()).isEqualTo(362_450);
        assertThat(traded.tickSequence()).isEqualTo(1_003);
        assertThat(traded.triggerTick()).isEqualTo(1_002);
        assertThat(traded.triggeredAt()).isEqualTo(Samples.AT - 9);
        assertThat(traded.at()).isEqualTo(Samples.AT);
    }

    @Test
    void shouldEncodeOrderClosedAsAgreed() {
        OrderClosedEncoder closed = new OrderClosedEncoder().wrapAndApplyHeader(buffer, 0, header);

        Samples.write(closed.orderId(), Samples.ORDER);
        Samples.write(closed.traderId(), Samples.TRADER);
        closed.status(OrderStatus.EXPIRED).reason(62).at(Samples.AT);

        Golden.assertSame("order-closed", buffer, closed.encodedLength());
    }

    @Test
    void shouldDecodeOrderClosedAsAgreed() {
        OrderClosedDecoder closed = new OrderClosedDecoder();
        closed.wrapAndApplyHeader(Golden.bytes("order-closed"), 0, headerDecoder);

        assertThat(Samples.read(closed.orderId())).isEqualTo(Samples.ORDER);
        assertThat(Samples.read(closed.traderId())).isEqualTo(Samples.TRADER);
        assertThat(closed.status()).isEqualTo(OrderStatus.EXPIRED);
        assertThat(closed.reason()).isEqualTo(62);
        assertThat(closed.at()).isEqualTo(Samples.AT);
    }

    @Test
    void shouldEncodeOrderReplacedAsAgreed() {
        OrderReplacedEncoder replaced =
                new OrderReplacedEncoder().wrapAndApplyHeader(buffer, 0, header);

        Samples.write(replaced.orderId(), Samples.OTHER_ORDER);
        Samples.write(replaced.terms());
        replaced.capPrice(362_400)
                .acceptedTick(1_001)
                .lastPrice(362_600)
                .keepsPriority(Flag.YES)
                .at(Samples.AT)
                .clientOrderId(Samples.CLIENT_ORDER_ID);

        Golden.assertSame("order-replaced", buffer, replaced.encodedLength());
    }

    @Test
    void shouldDecodeOrderReplacedAsAgreed() {
        OrderReplacedDecoder replaced = new OrderReplacedDecoder();
        replaced.wrapAndApplyHeader(Golden.bytes("order-replaced"), 0, headerDecoder);

        assertThat(Samples.read(replaced.orderId())).isEqualTo(Samples.OTHER_ORDER);
        Samples.check(replaced.terms());
        assertThat(replaced.capPrice()).isEqualTo(362_400);
        assertThat(replaced.acceptedTick()).isEqualTo(1_001);
        assertThat(replaced.lastPrice()).isEqualTo(362_600);
        assertThat(replaced.keepsPriority()).isEqualTo(Flag.YES);
        assertThat(replaced.at()).isEqualTo(Samples.AT);
        assertThat(replaced.clientOrderId()).isEqualTo(Samples.CLIENT_ORDER_ID);
    }

    @Test
    void shouldEncodeOrderRestedAsAgreed() {
        OrderRestedEncoder rested = new OrderRestedEncoder().wrapAndApplyHeader(buffer, 0, header);

        Samples.write(rested.orderId(), Samples.ORDER);
        Samples.write(rested.traderId(), Samples.TRADER);
        rested.limitPrice(362_400).at(Samples.AT);

        Golden.assertSame("order-rested", buffer, rested.encodedLength());
    }

    @Test
    void shouldDecodeOrderRestedAsAgreed() {
        OrderRestedDecoder rested = new OrderRestedDecoder();
        rested.wrapAndApplyHeader(Golden.bytes("order-rested"), 0, headerDecoder);

        assertThat(Samples.read(rested.orderId())).isEqualTo(Samples.ORDER);
        assertThat(Samples.read(rested.traderId())).isEqualTo(Samples.TRADER);
        assertThat(rested.limitPrice()).isEqualTo(362_400);
        assertThat(rested.at()).isEqualTo(Samples.AT);
    }
}
