package org.fogg.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import org.agrona.ExpandableArrayBuffer;
import org.fogg.contracts.sbe.AccountEventDecoder;
import org.fogg.contracts.sbe.AccountEventEncoder;
import org.fogg.contracts.sbe.EventKind;
import org.fogg.contracts.sbe.MessageHeaderDecoder;
import org.fogg.contracts.sbe.MessageHeaderEncoder;
import org.fogg.contracts.sbe.OrderEventDecoder;
import org.fogg.contracts.sbe.OrderEventEncoder;
import org.junit.jupiter.api.Test;

class EventMessagesGoldenTest {

    private final ExpandableArrayBuffer buffer = new ExpandableArrayBuffer();
    private final MessageHeaderEncoder header = new MessageHeaderEncoder();
    private final MessageHeaderDecoder headerDecoder = new MessageHeaderDecoder();

    @Test
    void shouldEncodeOrderEventAsAgreed() {
        OrderEventEncoder event = new OrderEventEncoder().wrapAndApplyHeader(buffer, 0, header);

        event.kind(EventKind.PARTIAL_FILL)
                .shard(11)
                .sequence(4_096)
                .at(Samples.AT)
                .durableAt(Samples.AT + 9);
        Samples.write(event.order());
        event.exchangeId(2)
                .executionId(77)
                .tradeQuantity(100)
                .tradePrice(362_450)
                .triggerTick(1_002)
                .triggeredAt(Samples.AT - 9)
                .positionQuantity(150)
                .cash(136_245_000)
                .priceAtAcceptance(362_600)
                .symbol("SAP.DE")
                .clientOrderId(Samples.CLIENT_ORDER_ID)
                .georegion("europe")
                .home("north-america");

        Golden.assertSame("order-event-2", buffer, event.encodedLength());
    }

    @Test
    void shouldDecodeTheTradersHomeSinceVersion2() {
        OrderEventDecoder event = new OrderEventDecoder();
        event.wrapAndApplyHeader(Golden.bytes("order-event-2"), 0, headerDecoder);

        assertThat(event.symbol()).isEqualTo("SAP.DE");
        assertThat(event.clientOrderId()).isEqualTo(Samples.CLIENT_ORDER_ID);
        assertThat(event.georegion()).isEqualTo("europe");
        assertThat(event.home()).isEqualTo("north-america");
    }

    @Test
    void shouldDecodeOrderEventAsAgreed() {
        OrderEventDecoder event = new OrderEventDecoder();
        event.wrapAndApplyHeader(Golden.bytes("order-event"), 0, headerDecoder);

        assertThat(event.kind()).isEqualTo(EventKind.PARTIAL_FILL);
        assertThat(event.shard()).isEqualTo(11);
        assertThat(event.sequence()).isEqualTo(4_096);
        assertThat(event.at()).isEqualTo(Samples.AT);
        assertThat(event.durableAt()).isEqualTo(Samples.AT + 9);
        Samples.check(event.order());
        assertThat(event.exchangeId()).isEqualTo(2);
        assertThat(event.executionId()).isEqualTo(77);
        assertThat(event.tradeQuantity()).isEqualTo(100);
        assertThat(event.tradePrice()).isEqualTo(362_450);
        assertThat(event.triggerTick()).isEqualTo(1_002);
        assertThat(event.triggeredAt()).isEqualTo(Samples.AT - 9);
        assertThat(event.positionQuantity()).isEqualTo(150);
        assertThat(event.cash()).isEqualTo(136_245_000);
        assertThat(event.priceAtAcceptance()).isEqualTo(362_600);
        assertThat(event.symbol()).isEqualTo("SAP.DE");
        assertThat(event.clientOrderId()).isEqualTo(Samples.CLIENT_ORDER_ID);
        assertThat(event.georegion()).isEqualTo("europe");
        assertThat(event.home()).isEmpty();
    }

    @Test
    void shouldEncodeAccountEventAsAgreed() {
        AccountEventEncoder event = new AccountEventEncoder().wrapAndApplyHeader(buffer, 0, header);

        Samples.write(event.commandId(), Samples.COMMAND);
        event.shard(11).sequence(4_096).at(Samples.AT);
        Samples.write(event.traderId(), Samples.TRADER);
        event.amount(50_000_000).cash(1_050_000_000).georegion("north-america");

        Golden.assertSame("account-event", buffer, event.encodedLength());
    }

    @Test
    void shouldDecodeAccountEventAsAgreed() {
        AccountEventDecoder event = new AccountEventDecoder();
        event.wrapAndApplyHeader(Golden.bytes("account-event"), 0, headerDecoder);

        assertThat(Samples.read(event.commandId())).isEqualTo(Samples.COMMAND);
        assertThat(event.shard()).isEqualTo(11);
        assertThat(event.sequence()).isEqualTo(4_096);
        assertThat(event.at()).isEqualTo(Samples.AT);
        assertThat(Samples.read(event.traderId())).isEqualTo(Samples.TRADER);
        assertThat(event.amount()).isEqualTo(50_000_000);
        assertThat(event.cash()).isEqualTo(1_050_000_000);
        assertThat(event.georegion()).isEqualTo("north-america");
    }
}
