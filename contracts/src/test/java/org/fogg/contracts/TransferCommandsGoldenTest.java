package org.fogg.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import org.agrona.ExpandableArrayBuffer;
import org.fogg.contracts.sbe.ApplyTransferDecoder;
import org.fogg.contracts.sbe.ApplyTransferEncoder;
import org.fogg.contracts.sbe.BarTransferDecoder;
import org.fogg.contracts.sbe.BarTransferEncoder;
import org.fogg.contracts.sbe.CancelTransferDecoder;
import org.fogg.contracts.sbe.CancelTransferEncoder;
import org.fogg.contracts.sbe.Flag;
import org.fogg.contracts.sbe.MessageHeaderDecoder;
import org.fogg.contracts.sbe.MessageHeaderEncoder;
import org.fogg.contracts.sbe.SendTransferDecoder;
import org.fogg.contracts.sbe.SendTransferEncoder;
import org.fogg.contracts.sbe.TransferAnswerDecoder;
import org.fogg.contracts.sbe.TransferAnswerEncoder;
import org.fogg.contracts.sbe.TransferOutcome;
import org.junit.jupiter.api.Test;

class TransferCommandsGoldenTest {

    private final ExpandableArrayBuffer buffer = new ExpandableArrayBuffer();
    private final MessageHeaderEncoder header = new MessageHeaderEncoder();
    private final MessageHeaderDecoder headerDecoder = new MessageHeaderDecoder();

    @Test
    void shouldEncodeSendTransferAsAgreed() {
        SendTransferEncoder send = new SendTransferEncoder().wrapAndApplyHeader(buffer, 0, header);

        Samples.write(send.commandId(), Samples.COMMAND);
        send.replyTo(3).acceptedAt(Samples.AT);
        Samples.write(send.transferId(), Samples.ORDER);
        Samples.write(send.traderId(), Samples.TRADER);
        Samples.write(send.order());
        send.amount(90_600_000)
                .hasOrder(Flag.YES)
                .destination("east-asia")
                .clientOrderId(Samples.CLIENT_ORDER_ID);

        Golden.assertSame("send-transfer", buffer, send.encodedLength());
    }

    @Test
    void shouldDecodeSendTransferAsAgreed() {
        SendTransferDecoder send = new SendTransferDecoder();
        send.wrapAndApplyHeader(Golden.bytes("send-transfer"), 0, headerDecoder);

        assertThat(Samples.read(send.commandId())).isEqualTo(Samples.COMMAND);
        assertThat(send.replyTo()).isEqualTo(3);
        assertThat(send.acceptedAt()).isEqualTo(Samples.AT);
        assertThat(Samples.read(send.transferId())).isEqualTo(Samples.ORDER);
        assertThat(Samples.read(send.traderId())).isEqualTo(Samples.TRADER);
        assertThat(send.amount()).isEqualTo(90_600_000);
        assertThat(send.hasOrder()).isEqualTo(Flag.YES);
        Samples.check(send.order());
        assertThat(send.destination()).isEqualTo("east-asia");
        assertThat(send.clientOrderId()).isEqualTo(Samples.CLIENT_ORDER_ID);
    }

    @Test
    void shouldEncodeApplyTransferAsAgreed() {
        ApplyTransferEncoder apply =
                new ApplyTransferEncoder().wrapAndApplyHeader(buffer, 0, header);

        Samples.write(apply.commandId(), Samples.COMMAND);
        apply.replyTo(3).acceptedAt(Samples.AT).senderShard(11).number(7).lowestOpen(5);
        Samples.write(apply.transferId(), Samples.ORDER);
        Samples.write(apply.traderId(), Samples.TRADER);
        Samples.write(apply.order());
        apply.amount(90_600_000)
                .hasOrder(Flag.YES)
                .sender("europe")
                .destination("east-asia")
                .clientOrderId(Samples.CLIENT_ORDER_ID);

        Golden.assertSame("apply-transfer", buffer, apply.encodedLength());
    }

    @Test
    void shouldDecodeApplyTransferAsAgreed() {
        ApplyTransferDecoder apply = new ApplyTransferDecoder();
        apply.wrapAndApplyHeader(Golden.bytes("apply-transfer"), 0, headerDecoder);

        assertThat(Samples.read(apply.commandId())).isEqualTo(Samples.COMMAND);
        assertThat(apply.replyTo()).isEqualTo(3);
        assertThat(apply.acceptedAt()).isEqualTo(Samples.AT);
        assertThat(apply.senderShard()).isEqualTo(11);
        assertThat(apply.number()).isEqualTo(7);
        assertThat(apply.lowestOpen()).isEqualTo(5);
        assertThat(Samples.read(apply.transferId())).isEqualTo(Samples.ORDER);
        assertThat(Samples.read(apply.traderId())).isEqualTo(Samples.TRADER);
        assertThat(apply.amount()).isEqualTo(90_600_000);
        assertThat(apply.hasOrder()).isEqualTo(Flag.YES);
        Samples.check(apply.order());
        assertThat(apply.sender()).isEqualTo("europe");
        assertThat(apply.destination()).isEqualTo("east-asia");
        assertThat(apply.clientOrderId()).isEqualTo(Samples.CLIENT_ORDER_ID);
    }

    @Test
    void shouldEncodeBarTransferAsAgreed() {
        BarTransferEncoder bar = new BarTransferEncoder().wrapAndApplyHeader(buffer, 0, header);

        Samples.write(bar.commandId(), Samples.COMMAND);
        bar.replyTo(3).acceptedAt(Samples.AT).senderShard(11).number(7).lowestOpen(5);
        Samples.write(bar.transferId(), Samples.ORDER);
        Samples.write(bar.traderId(), Samples.TRADER);
        bar.amount(90_600_000).sender("europe").destination("east-asia");

        Golden.assertSame("bar-transfer", buffer, bar.encodedLength());
    }

    @Test
    void shouldDecodeBarTransferAsAgreed() {
        BarTransferDecoder bar = new BarTransferDecoder();
        bar.wrapAndApplyHeader(Golden.bytes("bar-transfer"), 0, headerDecoder);

        assertThat(Samples.read(bar.commandId())).isEqualTo(Samples.COMMAND);
        assertThat(bar.replyTo()).isEqualTo(3);
        assertThat(bar.acceptedAt()).isEqualTo(Samples.AT);
        assertThat(bar.senderShard()).isEqualTo(11);
        assertThat(bar.number()).isEqualTo(7);
        assertThat(bar.lowestOpen()).isEqualTo(5);
        assertThat(Samples.read(bar.transferId())).isEqualTo(Samples.ORDER);
        assertThat(Samples.read(bar.traderId())).isEqualTo(Samples.TRADER);
        assertThat(bar.amount()).isEqualTo(90_600_000);
        assertThat(bar.sender()).isEqualTo("europe");
        assertThat(bar.destination()).isEqualTo("east-asia");
    }

    @Test
    void shouldEncodeCancelTransferAsAgreed() {
        CancelTransferEncoder cancel =
                new CancelTransferEncoder().wrapAndApplyHeader(buffer, 0, header);

        Samples.write(cancel.commandId(), Samples.COMMAND);
        cancel.replyTo(3).acceptedAt(Samples.AT);
        Samples.write(cancel.traderId(), Samples.TRADER);
        Samples.write(cancel.transferId(), Samples.ORDER);

        Golden.assertSame("cancel-transfer", buffer, cancel.encodedLength());
    }

    @Test
    void shouldDecodeCancelTransferAsAgreed() {
        CancelTransferDecoder cancel = new CancelTransferDecoder();
        cancel.wrapAndApplyHeader(Golden.bytes("cancel-transfer"), 0, headerDecoder);

        assertThat(Samples.read(cancel.commandId())).isEqualTo(Samples.COMMAND);
        assertThat(cancel.replyTo()).isEqualTo(3);
        assertThat(cancel.acceptedAt()).isEqualTo(Samples.AT);
        assertThat(Samples.read(cancel.traderId())).isEqualTo(Samples.TRADER);
        assertThat(Samples.read(cancel.transferId())).isEqualTo(Samples.ORDER);
    }

    @Test
    void shouldEncodeTransferAnswerAsAgreed() {
        TransferAnswerEncoder answer =
                new TransferAnswerEncoder().wrapAndApplyHeader(buffer, 0, header);

        Samples.write(answer.commandId(), Samples.COMMAND);
        answer.shard(11).sequence(4_096).reason(10).requested(900).available(800);
        answer.hasOrder(Flag.YES);
        Samples.write(answer.order());
        answer.outcome(TransferOutcome.APPLIED).clientOrderId(Samples.CLIENT_ORDER_ID);

        Golden.assertSame("transfer-answer", buffer, answer.encodedLength());
    }

    @Test
    void shouldDecodeTransferAnswerAsAgreed() {
        TransferAnswerDecoder answer = new TransferAnswerDecoder();
        answer.wrapAndApplyHeader(Golden.bytes("transfer-answer"), 0, headerDecoder);

        assertThat(Samples.read(answer.commandId())).isEqualTo(Samples.COMMAND);
        assertThat(answer.shard()).isEqualTo(11);
        assertThat(answer.sequence()).isEqualTo(4_096);
        assertThat(answer.reason()).isEqualTo(10);
        assertThat(answer.requested()).isEqualTo(900);
        assertThat(answer.available()).isEqualTo(800);
        assertThat(answer.hasOrder()).isEqualTo(Flag.YES);
        Samples.check(answer.order());
        assertThat(answer.outcome()).isEqualTo(TransferOutcome.APPLIED);
        assertThat(answer.clientOrderId()).isEqualTo(Samples.CLIENT_ORDER_ID);
    }
}
