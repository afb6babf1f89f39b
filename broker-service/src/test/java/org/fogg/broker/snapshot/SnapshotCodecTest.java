package org.fogg.broker.snapshot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.ByteBuffer;
import java.util.List;
import java.util.UUID;
import org.fogg.broker.wire.MalformedMessageException;
import org.fogg.core.funding.SenderId;
import org.fogg.core.funding.Transfer;
import org.fogg.core.funding.TransferOutcome;
import org.fogg.core.funding.TransferState;
import org.fogg.core.funding.TransferTerms;
import org.fogg.core.order.OrderSnapshot;
import org.fogg.core.order.OrderStatus;
import org.fogg.core.order.OrderTerms;
import org.fogg.core.order.OrderType;
import org.fogg.core.order.Reason;
import org.fogg.core.order.Side;
import org.fogg.core.order.TimeInForce;
import org.fogg.core.snapshot.SnapshotChunk;
import org.fogg.core.snapshot.SnapshotRecord;
import org.junit.jupiter.api.Test;

class SnapshotCodecTest {

    private static final UUID TRADER = new UUID(1, 2);
    private static final OrderTerms TERMS =
            new OrderTerms(
                    new UUID(3, 4),
                    TRADER,
                    "ünïque",
                    10_001,
                    Side.SELL,
                    OrderType.STOP_LIMIT,
                    TimeInForce.GTC,
                    100,
                    7,
                    8,
                    9);
    private static final OrderSnapshot ORDER =
            new OrderSnapshot(
                    TERMS,
                    OrderStatus.PARTIALLY_FILLED,
                    Reason.NONE,
                    3,
                    11,
                    12,
                    13,
                    14,
                    15,
                    16,
                    17,
                    18,
                    19,
                    new UUID(5, 6),
                    null);
    private static final SnapshotChunk CHUNK =
            new SnapshotChunk(
                    SnapshotChunk.VERSION,
                    4,
                    true,
                    77,
                    -5,
                    List.of(
                            new SnapshotRecord.Whole(true, 9),
                            new SnapshotRecord.Account(
                                    TRADER, new UUID(7, 8), 10, false, 20, 30, null),
                            new SnapshotRecord.Account(
                                    new UUID(1, 9), new UUID(7, 9), 10, true, 20, 30, "asia"),
                            new SnapshotRecord.Holding(TRADER, 10_001, 5, 6),
                            new SnapshotRecord.Order(
                                    ORDER,
                                    1,
                                    2,
                                    true,
                                    3,
                                    List.of(
                                            new SnapshotRecord.Execution(1, 2, 3),
                                            new SnapshotRecord.Execution(4, 5, 6))),
                            new SnapshotRecord.ClosedOrder(new UUID(6, 6), -7),
                            new SnapshotRecord.RecentOrder(
                                    TRADER, 1, Side.BUY, OrderType.MARKET, 2, 3, 4, 5),
                            new SnapshotRecord.Deposit(new UUID(9, 9)),
                            new SnapshotRecord.Outgoing(
                                    new Transfer(
                                            1,
                                            new TransferTerms(
                                                    TERMS.orderId(), TRADER, "europe", 5, TERMS),
                                            TransferState.SENT,
                                            6,
                                            7)),
                            new SnapshotRecord.Outgoing(
                                    new Transfer(
                                            2,
                                            new TransferTerms(
                                                    new UUID(1, 9), TRADER, "atlantic", 5, null),
                                            TransferState.VOIDED,
                                            6,
                                            7)),
                            new SnapshotRecord.Sender(new SenderId("east-asia", 3), 8),
                            new SnapshotRecord.Incoming(
                                    new SenderId("east-asia", 3), 9, TransferOutcome.APPLIED),
                            new SnapshotRecord.Incoming(
                                    new SenderId("europe", 0), 2, TransferOutcome.VOIDED)));

    private final SnapshotCodec codec = new SnapshotCodec();

    @Test
    void shouldReadBackEveryKindOfRecord() {
        assertThat(codec.decode(codec.encode(CHUNK))).isEqualTo(CHUNK);
    }

    @Test
    void shouldRefuseWhatIsCutShortOrTooLongOrOfAnotherKind() {
        byte[] whole = codec.encode(CHUNK).array();
        for (int length = 0; length < whole.length; length++) {
            ByteBuffer cut = ByteBuffer.wrap(whole, 0, length).slice();
            assertThatExceptionOfType(MalformedMessageException.class)
                    .as("cut to " + length)
                    .isThrownBy(() -> codec.decode(cut));
        }
        ByteBuffer longer = ByteBuffer.allocate(whole.length + 1).put(whole).rewind();
        assertThatExceptionOfType(MalformedMessageException.class)
                .isThrownBy(() -> codec.decode(longer));
    }

    @Test
    void shouldRefuseAnUnknownForm() {
        var next = new SnapshotChunk(1, 0, true, 1, 1, List.of());

        assertThatExceptionOfType(MalformedMessageException.class)
                .isThrownBy(() -> codec.decode(codec.encode(next)))
                .withMessageContaining("unknown form 1");
    }
}
