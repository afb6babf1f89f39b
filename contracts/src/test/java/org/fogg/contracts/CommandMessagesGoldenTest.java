package org.fogg.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import org.agrona.ExpandableArrayBuffer;
import org.fogg.contracts.sbe.AnswerDecoder;
import org.fogg.contracts.sbe.AnswerEncoder;
import org.fogg.contracts.sbe.CancelOrderDecoder;
import org.fogg.contracts.sbe.CancelOrderEncoder;
import org.fogg.contracts.sbe.DepositDecoder;
import org.fogg.contracts.sbe.DepositEncoder;
import org.fogg.contracts.sbe.Flag;
import org.fogg.contracts.sbe.MessageHeaderDecoder;
import org.fogg.contracts.sbe.MessageHeaderEncoder;
import org.fogg.contracts.sbe.OpenAccountDecoder;
import org.fogg.contracts.sbe.OpenAccountEncoder;
import org.fogg.contracts.sbe.PlaceOrderDecoder;
import org.fogg.contracts.sbe.PlaceOrderEncoder;
import org.fogg.contracts.sbe.ReplaceOrderDecoder;
import org.fogg.contracts.sbe.ReplaceOrderEncoder;
import org.fogg.contracts.sbe.SetHaltDecoder;
import org.fogg.contracts.sbe.SetHaltEncoder;
import org.junit.jupiter.api.Test;

class CommandMessagesGoldenTest {

    private final ExpandableArrayBuffer buffer = new ExpandableArrayBuffer();
    private final MessageHeaderEncoder header = new MessageHeaderEncoder();
    private final MessageHeaderDecoder headerDecoder = new MessageHeaderDecoder();

    @Test
    void shouldEncodePlaceOrderAsAgreed() {
        PlaceOrderEncoder place = new PlaceOrderEncoder().wrapAndApplyHeader(buffer, 0, header);

        Samples.write(place.commandId(), Samples.COMMAND);
        place.replyTo(3).acceptedAt(Samples.AT);
        Samples.write(place.terms());
        place.clientOrderId(Samples.CLIENT_ORDER_ID);

        Golden.assertSame("place-order", buffer, place.encodedLength());
    }

    @Test
    void shouldDecodePlaceOrderAsAgreed() {
        PlaceOrderDecoder place = new PlaceOrderDecoder();
        place.wrapAndApplyHeader(Golden.bytes("place-order"), 0, headerDecoder);

        assertThat(Samples.read(place.commandId())).isEqualTo(Samples.COMMAND);
        assertThat(place.replyTo()).isEqualTo(3);
        assertThat(place.acceptedAt()).isEqualTo(Samples.AT);
        Samples.check(place.terms());
        assertThat(place.clientOrderId()).isEqualTo(Samples.CLIENT_ORDER_ID);
    }

    @Test
    void shouldEncodeCancelOrderAsAgreed() {
        CancelOrderEncoder cancel = new CancelOrderEncoder().wrapAndApplyHeader(buffer, 0, header);

        Samples.write(cancel.commandId(), Samples.COMMAND);
        cancel.replyTo(3).acceptedAt(Samples.AT);
        Samples.write(cancel.traderId(), Samples.TRADER);
        Samples.write(cancel.orderId(), Samples.ORDER);

        Golden.assertSame("cancel-order", buffer, cancel.encodedLength());
    }

    @Test
    void shouldDecodeCancelOrderAsAgreed() {
        CancelOrderDecoder cancel = new CancelOrderDecoder();
        cancel.wrapAndApplyHeader(Golden.bytes("cancel-order"), 0, headerDecoder);

        assertThat(Samples.read(cancel.commandId())).isEqualTo(Samples.COMMAND);
        assertThat(cancel.replyTo()).isEqualTo(3);
        assertThat(cancel.acceptedAt()).isEqualTo(Samples.AT);
        assertThat(Samples.read(cancel.traderId())).isEqualTo(Samples.TRADER);
        assertThat(Samples.read(cancel.orderId())).isEqualTo(Samples.ORDER);
    }

    @Test
    void shouldEncodeReplaceOrderAsAgreed() {
        ReplaceOrderEncoder replace =
                new ReplaceOrderEncoder().wrapAndApplyHeader(buffer, 0, header);

        Samples.write(replace.commandId(), Samples.COMMAND);
        replace.replyTo(3).acceptedAt(Samples.AT);
        Samples.write(replace.traderId(), Samples.TRADER);
        Samples.write(replace.orderId(), Samples.ORDER);
        Samples.write(replace.newOrderId(), Samples.OTHER_ORDER);
        replace.quantity(200)
                .limitPrice(362_300)
                .stopPrice(362_400)
                .timeInForce((short) 2)
                .expiresAt(Samples.AT + 1)
                .clientOrderId(Samples.CLIENT_ORDER_ID);

        Golden.assertSame("replace-order", buffer, replace.encodedLength());
    }

    @Test
    void shouldDecodeReplaceOrderAsAgreed() {
        ReplaceOrderDecoder replace = new ReplaceOrderDecoder();
        replace.wrapAndApplyHeader(Golden.bytes("replace-order"), 0, headerDecoder);

        assertThat(Samples.read(replace.commandId())).isEqualTo(Samples.COMMAND);
        assertThat(replace.replyTo()).isEqualTo(3);
        assertThat(replace.acceptedAt()).isEqualTo(Samples.AT);
        assertThat(Samples.read(replace.traderId())).isEqualTo(Samples.TRADER);
        assertThat(Samples.read(replace.orderId())).isEqualTo(Samples.ORDER);
        assertThat(Samples.read(replace.newOrderId())).isEqualTo(Samples.OTHER_ORDER);
        assertThat(replace.quantity()).isEqualTo(200);
        assertThat(replace.limitPrice()).isEqualTo(362_300);
        assertThat(replace.stopPrice()).isEqualTo(362_400);
        assertThat(replace.timeInForce()).isEqualTo((short) 2);
        assertThat(replace.expiresAt()).isEqualTo(Samples.AT + 1);
        assertThat(replace.clientOrderId()).isEqualTo(Samples.CLIENT_ORDER_ID);
    }

    @Test
    void shouldEncodeOpenAccountAsAgreed() {
        OpenAccountEncoder open = new OpenAccountEncoder().wrapAndApplyHeader(buffer, 0, header);

        Samples.write(open.commandId(), Samples.COMMAND);
        open.replyTo(3).acceptedAt(Samples.AT);
        Samples.write(open.traderId(), Samples.TRADER);
        open.cash(1_000_000_000);

        Golden.assertSame("open-account", buffer, open.encodedLength());
    }

    @Test
    void shouldDecodeOpenAccountAsAgreed() {
        OpenAccountDecoder open = new OpenAccountDecoder();
        open.wrapAndApplyHeader(Golden.bytes("open-account"), 0, headerDecoder);

        assertThat(Samples.read(open.commandId())).isEqualTo(Samples.COMMAND);
        assertThat(open.replyTo()).isEqualTo(3);
        assertThat(open.acceptedAt()).isEqualTo(Samples.AT);
        assertThat(Samples.read(open.traderId())).isEqualTo(Samples.TRADER);
        assertThat(open.cash()).isEqualTo(1_000_000_000);
    }

    @Test
    void shouldEncodeDepositAsAgreed() {
        DepositEncoder deposit = new DepositEncoder().wrapAndApplyHeader(buffer, 0, header);

        Samples.write(deposit.commandId(), Samples.COMMAND);
        deposit.replyTo(3).acceptedAt(Samples.AT);
        Samples.write(deposit.traderId(), Samples.TRADER);
        deposit.amount(50_000_000);

        Golden.assertSame("deposit", buffer, deposit.encodedLength());
    }

    @Test
    void shouldDecodeDepositAsAgreed() {
        DepositDecoder deposit = new DepositDecoder();
        deposit.wrapAndApplyHeader(Golden.bytes("deposit"), 0, headerDecoder);

        assertThat(Samples.read(deposit.commandId())).isEqualTo(Samples.COMMAND);
        assertThat(deposit.replyTo()).isEqualTo(3);
        assertThat(deposit.acceptedAt()).isEqualTo(Samples.AT);
        assertThat(Samples.read(deposit.traderId())).isEqualTo(Samples.TRADER);
        assertThat(deposit.amount()).isEqualTo(50_000_000);
    }

    @Test
    void shouldEncodeSetHaltAsAgreed() {
        SetHaltEncoder halt = new SetHaltEncoder().wrapAndApplyHeader(buffer, 0, header);

        Samples.write(halt.commandId(), Samples.COMMAND);
        halt.replyTo(3).acceptedAt(Samples.AT);
        Samples.write(halt.traderId(), Ids.NONE);
        halt.halted(Flag.YES);

        Golden.assertSame("set-halt", buffer, halt.encodedLength());
    }

    @Test
    void shouldDecodeSetHaltAsAgreed() {
        SetHaltDecoder halt = new SetHaltDecoder();
        halt.wrapAndApplyHeader(Golden.bytes("set-halt"), 0, headerDecoder);

        assertThat(Samples.read(halt.commandId())).isEqualTo(Samples.COMMAND);
        assertThat(halt.replyTo()).isEqualTo(3);
        assertThat(halt.acceptedAt()).isEqualTo(Samples.AT);
        assertThat(Samples.read(halt.traderId())).isEqualTo(Ids.NONE);
        assertThat(halt.halted()).isEqualTo(Flag.YES);
    }

    @Test
    void shouldEncodeAnswerAsAgreed() {
        AnswerEncoder answer = new AnswerEncoder().wrapAndApplyHeader(buffer, 0, header);

        Samples.write(answer.commandId(), Samples.COMMAND);
        answer.shard(11).sequence(4_096).reason(10).requested(900).available(800);
        answer.hasOrder(Flag.YES);
        Samples.write(answer.order());
        answer.clientOrderId(Samples.CLIENT_ORDER_ID);

        Golden.assertSame("answer", buffer, answer.encodedLength());
    }

    @Test
    void shouldDecodeAnswerAsAgreed() {
        AnswerDecoder answer = new AnswerDecoder();
        answer.wrapAndApplyHeader(Golden.bytes("answer"), 0, headerDecoder);

        assertThat(Samples.read(answer.commandId())).isEqualTo(Samples.COMMAND);
        assertThat(answer.shard()).isEqualTo(11);
        assertThat(answer.sequence()).isEqualTo(4_096);
        assertThat(answer.reason()).isEqualTo(10);
        assertThat(answer.requested()).isEqualTo(900);
        assertThat(answer.available()).isEqualTo(800);
        assertThat(answer.hasOrder()).isEqualTo(Flag.YES);
        Samples.check(answer.order());
        assertThat(answer.clientOrderId()).isEqualTo(Samples.CLIENT_ORDER_ID);
    }
}
