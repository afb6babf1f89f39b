package org.fogg.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import org.agrona.ExpandableArrayBuffer;
import org.fogg.contracts.sbe.Flag;
import org.fogg.contracts.sbe.MessageHeaderDecoder;
import org.fogg.contracts.sbe.MessageHeaderEncoder;
import org.fogg.contracts.sbe.SnapshotIncomingDecoder;
import org.fogg.contracts.sbe.SnapshotIncomingEncoder;
import org.fogg.contracts.sbe.SnapshotSenderDecoder;
import org.fogg.contracts.sbe.SnapshotSenderEncoder;
import org.fogg.contracts.sbe.SnapshotTransferDecoder;
import org.fogg.contracts.sbe.SnapshotTransferEncoder;
import org.fogg.contracts.sbe.TransferOutcome;
import org.fogg.contracts.sbe.TransferState;
import org.junit.jupiter.api.Test;

class SnapshotTransfersGoldenTest {

    private final ExpandableArrayBuffer buffer = new ExpandableArrayBuffer();
    private final MessageHeaderEncoder header = new MessageHeaderEncoder();
    private final MessageHeaderDecoder headerDecoder = new MessageHeaderDecoder();

    @Test
    void shouldEncodeSnapshotTransferAsAgreed() {
        SnapshotTransferEncoder transfer =
                new SnapshotTransferEncoder().wrapAndApplyHeader(buffer, 0, header);

        Samples.write(transfer.transferId(), Samples.ORDER);
        Samples.write(transfer.traderId(), Samples.TRADER);
        Samples.write(transfer.order());
        transfer.number(7)
                .amount(90_600_000)
                .hasOrder(Flag.YES)
                .state(TransferState.SENT)
                .heldAt(Samples.AT)
                .updatedAt(Samples.AT + 1)
                .destination("east-asia")
                .clientOrderId(Samples.CLIENT_ORDER_ID);

        Golden.assertSame("snapshot-transfer", buffer, transfer.encodedLength());
    }

    @Test
    void shouldDecodeSnapshotTransferAsAgreed() {
        SnapshotTransferDecoder transfer = new SnapshotTransferDecoder();
        transfer.wrapAndApplyHeader(Golden.bytes("snapshot-transfer"), 0, headerDecoder);

        assertThat(transfer.number()).isEqualTo(7);
        assertThat(Samples.read(transfer.transferId())).isEqualTo(Samples.ORDER);
        assertThat(Samples.read(transfer.traderId())).isEqualTo(Samples.TRADER);
        assertThat(transfer.amount()).isEqualTo(90_600_000);
        assertThat(transfer.hasOrder()).isEqualTo(Flag.YES);
        Samples.check(transfer.order());
        assertThat(transfer.state()).isEqualTo(TransferState.SENT);
        assertThat(transfer.heldAt()).isEqualTo(Samples.AT);
        assertThat(transfer.updatedAt()).isEqualTo(Samples.AT + 1);
        assertThat(transfer.destination()).isEqualTo("east-asia");
        assertThat(transfer.clientOrderId()).isEqualTo(Samples.CLIENT_ORDER_ID);
    }

    @Test
    void shouldEncodeSnapshotSenderAsAgreed() {
        SnapshotSenderEncoder sender =
                new SnapshotSenderEncoder().wrapAndApplyHeader(buffer, 0, header);

        sender.senderShard(3).mark(6).sender("europe");

        Golden.assertSame("snapshot-sender", buffer, sender.encodedLength());
    }

    @Test
    void shouldDecodeSnapshotSenderAsAgreed() {
        SnapshotSenderDecoder sender = new SnapshotSenderDecoder();
        sender.wrapAndApplyHeader(Golden.bytes("snapshot-sender"), 0, headerDecoder);

        assertThat(sender.senderShard()).isEqualTo(3);
        assertThat(sender.mark()).isEqualTo(6);
        assertThat(sender.sender()).isEqualTo("europe");
    }

    @Test
    void shouldEncodeSnapshotIncomingAsAgreed() {
        SnapshotIncomingEncoder incoming =
                new SnapshotIncomingEncoder().wrapAndApplyHeader(buffer, 0, header);

        incoming.senderShard(3).number(7).outcome(TransferOutcome.VOIDED).sender("europe");

        Golden.assertSame("snapshot-incoming", buffer, incoming.encodedLength());
    }

    @Test
    void shouldDecodeSnapshotIncomingAsAgreed() {
        SnapshotIncomingDecoder incoming = new SnapshotIncomingDecoder();
        incoming.wrapAndApplyHeader(Golden.bytes("snapshot-incoming"), 0, headerDecoder);

        assertThat(incoming.senderShard()).isEqualTo(3);
        assertThat(incoming.number()).isEqualTo(7);
        assertThat(incoming.outcome()).isEqualTo(TransferOutcome.VOIDED);
        assertThat(incoming.sender()).isEqualTo("europe");
    }
}
