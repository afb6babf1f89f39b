package org.fogg.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import org.agrona.ExpandableArrayBuffer;
import org.fogg.contracts.sbe.Flag;
import org.fogg.contracts.sbe.MessageHeaderDecoder;
import org.fogg.contracts.sbe.MessageHeaderEncoder;
import org.fogg.contracts.sbe.TransferAppliedDecoder;
import org.fogg.contracts.sbe.TransferAppliedEncoder;
import org.fogg.contracts.sbe.TransferBarredDecoder;
import org.fogg.contracts.sbe.TransferBarredEncoder;
import org.fogg.contracts.sbe.TransferEndedDecoder;
import org.fogg.contracts.sbe.TransferEndedEncoder;
import org.fogg.contracts.sbe.TransferHeldDecoder;
import org.fogg.contracts.sbe.TransferHeldEncoder;
import org.fogg.contracts.sbe.TransferOutcome;
import org.fogg.contracts.sbe.TransferSentDecoder;
import org.fogg.contracts.sbe.TransferSentEncoder;
import org.junit.jupiter.api.Test;

class TransferDecisionsGoldenTest {

    private final ExpandableArrayBuffer buffer = new ExpandableArrayBuffer();
    private final MessageHeaderEncoder header = new MessageHeaderEncoder();
    private final MessageHeaderDecoder headerDecoder = new MessageHeaderDecoder();

    @Test
    void shouldEncodeTransferHeldAsAgreed() {
        TransferHeldEncoder held = new TransferHeldEncoder().wrapAndApplyHeader(buffer, 0, header);

        Samples.write(held.transferId(), Samples.ORDER);
        Samples.write(held.traderId(), Samples.TRADER);
        Samples.write(held.order());
        held.number(7)
                .amount(90_600_000)
                .hasOrder(Flag.YES)
                .at(Samples.AT)
                .destination("east-asia")
                .clientOrderId(Samples.CLIENT_ORDER_ID);

        Golden.assertSame("transfer-held", buffer, held.encodedLength());
    }

    @Test
    void shouldDecodeTransferHeldAsAgreed() {
        TransferHeldDecoder held = new TransferHeldDecoder();
        held.wrapAndApplyHeader(Golden.bytes("transfer-held"), 0, headerDecoder);

        assertThat(held.number()).isEqualTo(7);
        assertThat(Samples.read(held.transferId())).isEqualTo(Samples.ORDER);
        assertThat(Samples.read(held.traderId())).isEqualTo(Samples.TRADER);
        assertThat(held.amount()).isEqualTo(90_600_000);
        assertThat(held.hasOrder()).isEqualTo(Flag.YES);
        Samples.check(held.order());
        assertThat(held.at()).isEqualTo(Samples.AT);
        assertThat(held.destination()).isEqualTo("east-asia");
        assertThat(held.clientOrderId()).isEqualTo(Samples.CLIENT_ORDER_ID);
    }

    @Test
    void shouldEncodeTransferSentAsAgreed() {
        TransferSentEncoder sent = new TransferSentEncoder().wrapAndApplyHeader(buffer, 0, header);

        Samples.write(sent.traderId(), Samples.TRADER);
        sent.number(7).at(Samples.AT);

        Golden.assertSame("transfer-sent", buffer, sent.encodedLength());
    }

    @Test
    void shouldDecodeTransferSentAsAgreed() {
        TransferSentDecoder sent = new TransferSentDecoder();
        sent.wrapAndApplyHeader(Golden.bytes("transfer-sent"), 0, headerDecoder);

        assertThat(sent.number()).isEqualTo(7);
        assertThat(Samples.read(sent.traderId())).isEqualTo(Samples.TRADER);
        assertThat(sent.at()).isEqualTo(Samples.AT);
    }

    @Test
    void shouldEncodeTransferEndedAsAgreed() {
        TransferEndedEncoder ended =
                new TransferEndedEncoder().wrapAndApplyHeader(buffer, 0, header);

        Samples.write(ended.transferId(), Samples.ORDER);
        Samples.write(ended.traderId(), Samples.TRADER);
        ended.number(7).amount(90_600_000).outcome(TransferOutcome.VOIDED).at(Samples.AT);

        Golden.assertSame("transfer-ended", buffer, ended.encodedLength());
    }

    @Test
    void shouldDecodeTransferEndedAsAgreed() {
        TransferEndedDecoder ended = new TransferEndedDecoder();
        ended.wrapAndApplyHeader(Golden.bytes("transfer-ended"), 0, headerDecoder);

        assertThat(ended.number()).isEqualTo(7);
        assertThat(Samples.read(ended.transferId())).isEqualTo(Samples.ORDER);
        assertThat(Samples.read(ended.traderId())).isEqualTo(Samples.TRADER);
        assertThat(ended.amount()).isEqualTo(90_600_000);
        assertThat(ended.outcome()).isEqualTo(TransferOutcome.VOIDED);
        assertThat(ended.at()).isEqualTo(Samples.AT);
    }

    @Test
    void shouldEncodeTransferAppliedAsAgreed() {
        TransferAppliedEncoder applied =
                new TransferAppliedEncoder().wrapAndApplyHeader(buffer, 0, header);

        Samples.write(applied.transferId(), Samples.ORDER);
        Samples.write(applied.traderId(), Samples.TRADER);
        applied.senderShard(3)
                .number(7)
                .lowestOpen(5)
                .amount(90_600_000)
                .at(Samples.AT)
                .sender("europe");

        Golden.assertSame("transfer-applied", buffer, applied.encodedLength());
    }

    @Test
    void shouldDecodeTransferAppliedAsAgreed() {
        TransferAppliedDecoder applied = new TransferAppliedDecoder();
        applied.wrapAndApplyHeader(Golden.bytes("transfer-applied"), 0, headerDecoder);

        assertThat(applied.senderShard()).isEqualTo(3);
        assertThat(applied.number()).isEqualTo(7);
        assertThat(applied.lowestOpen()).isEqualTo(5);
        assertThat(Samples.read(applied.transferId())).isEqualTo(Samples.ORDER);
        assertThat(Samples.read(applied.traderId())).isEqualTo(Samples.TRADER);
        assertThat(applied.amount()).isEqualTo(90_600_000);
        assertThat(applied.at()).isEqualTo(Samples.AT);
        assertThat(applied.sender()).isEqualTo("europe");
    }

    @Test
    void shouldEncodeTransferBarredAsAgreed() {
        TransferBarredEncoder barred =
                new TransferBarredEncoder().wrapAndApplyHeader(buffer, 0, header);

        Samples.write(barred.traderId(), Samples.TRADER);
        barred.senderShard(3).number(7).lowestOpen(5).at(Samples.AT).sender("europe");

        Golden.assertSame("transfer-barred", buffer, barred.encodedLength());
    }

    @Test
    void shouldDecodeTransferBarredAsAgreed() {
        TransferBarredDecoder barred = new TransferBarredDecoder();
        barred.wrapAndApplyHeader(Golden.bytes("transfer-barred"), 0, headerDecoder);

        assertThat(barred.senderShard()).isEqualTo(3);
        assertThat(barred.number()).isEqualTo(7);
        assertThat(barred.lowestOpen()).isEqualTo(5);
        assertThat(Samples.read(barred.traderId())).isEqualTo(Samples.TRADER);
        assertThat(barred.at()).isEqualTo(Samples.AT);
        assertThat(barred.sender()).isEqualTo("europe");
    }
}
