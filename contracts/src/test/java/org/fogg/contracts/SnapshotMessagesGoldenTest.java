package org.fogg.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import org.agrona.ExpandableArrayBuffer;
import org.fogg.contracts.sbe.Flag;
import org.fogg.contracts.sbe.MessageHeaderDecoder;
import org.fogg.contracts.sbe.MessageHeaderEncoder;
import org.fogg.contracts.sbe.OrderType;
import org.fogg.contracts.sbe.Side;
import org.fogg.contracts.sbe.SnapshotAccountDecoder;
import org.fogg.contracts.sbe.SnapshotAccountEncoder;
import org.fogg.contracts.sbe.SnapshotChunkDecoder;
import org.fogg.contracts.sbe.SnapshotChunkEncoder;
import org.fogg.contracts.sbe.SnapshotClosedOrderDecoder;
import org.fogg.contracts.sbe.SnapshotClosedOrderEncoder;
import org.fogg.contracts.sbe.SnapshotDepositDecoder;
import org.fogg.contracts.sbe.SnapshotDepositEncoder;
import org.fogg.contracts.sbe.SnapshotHoldingDecoder;
import org.fogg.contracts.sbe.SnapshotHoldingEncoder;
import org.fogg.contracts.sbe.SnapshotOrderDecoder;
import org.fogg.contracts.sbe.SnapshotOrderEncoder;
import org.fogg.contracts.sbe.SnapshotRecentOrderDecoder;
import org.fogg.contracts.sbe.SnapshotRecentOrderEncoder;
import org.fogg.contracts.sbe.SnapshotWholeDecoder;
import org.fogg.contracts.sbe.SnapshotWholeEncoder;
import org.junit.jupiter.api.Test;

class SnapshotMessagesGoldenTest {

    private final ExpandableArrayBuffer buffer = new ExpandableArrayBuffer();
    private final MessageHeaderEncoder header = new MessageHeaderEncoder();
    private final MessageHeaderDecoder headerDecoder = new MessageHeaderDecoder();

    @Test
    void shouldEncodeSnapshotChunkAsAgreed() {
        SnapshotChunkEncoder chunk =
                new SnapshotChunkEncoder().wrapAndApplyHeader(buffer, 0, header);

        chunk.form(1)
                .number(7)
                .last(Flag.YES)
                .decisions(123_456_789)
                .stateHash(-0x0123_4567_89AB_CDEFL)
                .recordCount(256);

        Golden.assertSame("snapshot-chunk", buffer, chunk.encodedLength());
    }

    @Test
    void shouldDecodeSnapshotChunkAsAgreed() {
        SnapshotChunkDecoder chunk = new SnapshotChunkDecoder();
        chunk.wrapAndApplyHeader(Golden.bytes("snapshot-chunk"), 0, headerDecoder);

        assertThat(chunk.form()).isEqualTo(1);
        assertThat(chunk.number()).isEqualTo(7);
        assertThat(chunk.last()).isEqualTo(Flag.YES);
        assertThat(chunk.decisions()).isEqualTo(123_456_789);
        assertThat(chunk.stateHash()).isEqualTo(-0x0123_4567_89AB_CDEFL);
        assertThat(chunk.recordCount()).isEqualTo(256);
    }

    @Test
    void shouldEncodeSnapshotWholeAsAgreed() {
        SnapshotWholeEncoder whole =
                new SnapshotWholeEncoder().wrapAndApplyHeader(buffer, 0, header);

        whole.halted(Flag.YES).haltDecision(41);

        Golden.assertSame("snapshot-whole", buffer, whole.encodedLength());
    }

    @Test
    void shouldDecodeSnapshotWholeAsAgreed() {
        SnapshotWholeDecoder whole = new SnapshotWholeDecoder();
        whole.wrapAndApplyHeader(Golden.bytes("snapshot-whole"), 0, headerDecoder);

        assertThat(whole.halted()).isEqualTo(Flag.YES);
        assertThat(whole.haltDecision()).isEqualTo(41);
    }

    @Test
    void shouldEncodeSnapshotAccountAsAgreed() {
        SnapshotAccountEncoder account =
                new SnapshotAccountEncoder().wrapAndApplyHeader(buffer, 0, header);

        Samples.write(account.traderId(), Samples.TRADER);
        Samples.write(account.openedBy(), Samples.COMMAND);
        account.cash(1_000_000_001L).halted(Flag.NO).createdAt(Samples.AT).lastDecision(42);
        account.home("europe");

        Golden.assertSame("snapshot-account-2", buffer, account.encodedLength());
    }

    @Test
    void shouldDecodeAnAccountsHomeSinceVersion2() {
        SnapshotAccountDecoder account = new SnapshotAccountDecoder();
        account.wrapAndApplyHeader(Golden.bytes("snapshot-account-2"), 0, headerDecoder);

        assertThat(account.lastDecision()).isEqualTo(42);
        assertThat(account.home()).isEqualTo("europe");
    }

    @Test
    void shouldDecodeSnapshotAccountAsAgreed() {
        SnapshotAccountDecoder account = new SnapshotAccountDecoder();
        account.wrapAndApplyHeader(Golden.bytes("snapshot-account"), 0, headerDecoder);

        assertThat(Samples.read(account.traderId())).isEqualTo(Samples.TRADER);
        assertThat(Samples.read(account.openedBy())).isEqualTo(Samples.COMMAND);
        assertThat(account.cash()).isEqualTo(1_000_000_001L);
        assertThat(account.halted()).isEqualTo(Flag.NO);
        assertThat(account.createdAt()).isEqualTo(Samples.AT);
        assertThat(account.lastDecision()).isEqualTo(42);
        assertThat(account.home()).isEmpty();
    }

    @Test
    void shouldEncodeSnapshotHoldingAsAgreed() {
        SnapshotHoldingEncoder holding =
                new SnapshotHoldingEncoder().wrapAndApplyHeader(buffer, 0, header);

        Samples.write(holding.traderId(), Samples.TRADER);
        holding.stockId(20_005).quantity(250).cost(90_600_000);

        Golden.assertSame("snapshot-holding", buffer, holding.encodedLength());
    }

    @Test
    void shouldDecodeSnapshotHoldingAsAgreed() {
        SnapshotHoldingDecoder holding = new SnapshotHoldingDecoder();
        holding.wrapAndApplyHeader(Golden.bytes("snapshot-holding"), 0, headerDecoder);

        assertThat(Samples.read(holding.traderId())).isEqualTo(Samples.TRADER);
        assertThat(holding.stockId()).isEqualTo(20_005);
        assertThat(holding.quantity()).isEqualTo(250);
        assertThat(holding.cost()).isEqualTo(90_600_000);
    }

    @Test
    void shouldEncodeSnapshotOrderAsAgreed() {
        SnapshotOrderEncoder order =
                new SnapshotOrderEncoder().wrapAndApplyHeader(buffer, 0, header);

        Samples.write(order.state());
        order.lastPrice(362_300)
                .filledAt(Samples.AT + 5)
                .number(17)
                .priority(18)
                .rested(Flag.YES)
                .notBefore(Samples.AT + 6);
        SnapshotOrderEncoder.ExecutionsEncoder executions = order.executionsCount(2);
        executions.next().executionId(901).attempt().epoch(5).number(1);
        executions.next().executionId(902).attempt().epoch(6).number(2);
        order.clientOrderId(Samples.CLIENT_ORDER_ID);

        Golden.assertSame("snapshot-order", buffer, order.encodedLength());
    }

    @Test
    void shouldDecodeSnapshotOrderAsAgreed() {
        SnapshotOrderDecoder order = new SnapshotOrderDecoder();
        order.wrapAndApplyHeader(Golden.bytes("snapshot-order"), 0, headerDecoder);

        Samples.check(order.state());
        assertThat(order.lastPrice()).isEqualTo(362_300);
        assertThat(order.filledAt()).isEqualTo(Samples.AT + 5);
        assertThat(order.number()).isEqualTo(17);
        assertThat(order.priority()).isEqualTo(18);
        assertThat(order.rested()).isEqualTo(Flag.YES);
        assertThat(order.notBefore()).isEqualTo(Samples.AT + 6);
        SnapshotOrderDecoder.ExecutionsDecoder executions = order.executions();
        assertThat(executions.count()).isEqualTo(2);
        for (int i = 1; i <= 2; i++) {
            executions.next();
            assertThat(executions.executionId()).isEqualTo(900 + i);
            assertThat(executions.attempt().epoch()).isEqualTo(4 + i);
            assertThat(executions.attempt().number()).isEqualTo(i);
        }
        assertThat(order.clientOrderId()).isEqualTo(Samples.CLIENT_ORDER_ID);
    }

    @Test
    void shouldEncodeSnapshotRecentOrderAsAgreed() {
        SnapshotRecentOrderEncoder recent =
                new SnapshotRecentOrderEncoder().wrapAndApplyHeader(buffer, 0, header);

        Samples.write(recent.traderId(), Samples.TRADER);
        recent.stockId(20_005)
                .side(Side.SELL)
                .orderType(OrderType.STOP_LIMIT)
                .quantity(250)
                .limitPrice(362_400)
                .stopPrice(362_500)
                .at(Samples.AT);

        Golden.assertSame("snapshot-recent-order", buffer, recent.encodedLength());
    }

    @Test
    void shouldDecodeSnapshotRecentOrderAsAgreed() {
        SnapshotRecentOrderDecoder recent = new SnapshotRecentOrderDecoder();
        recent.wrapAndApplyHeader(Golden.bytes("snapshot-recent-order"), 0, headerDecoder);

        assertThat(Samples.read(recent.traderId())).isEqualTo(Samples.TRADER);
        assertThat(recent.stockId()).isEqualTo(20_005);
        assertThat(recent.side()).isEqualTo(Side.SELL);
        assertThat(recent.orderType()).isEqualTo(OrderType.STOP_LIMIT);
        assertThat(recent.quantity()).isEqualTo(250);
        assertThat(recent.limitPrice()).isEqualTo(362_400);
        assertThat(recent.stopPrice()).isEqualTo(362_500);
        assertThat(recent.at()).isEqualTo(Samples.AT);
    }

    @Test
    void shouldEncodeSnapshotDepositAsAgreed() {
        SnapshotDepositEncoder deposit =
                new SnapshotDepositEncoder().wrapAndApplyHeader(buffer, 0, header);

        Samples.write(deposit.commandId(), Samples.COMMAND);

        Golden.assertSame("snapshot-deposit", buffer, deposit.encodedLength());
    }

    @Test
    void shouldDecodeSnapshotDepositAsAgreed() {
        SnapshotDepositDecoder deposit = new SnapshotDepositDecoder();
        deposit.wrapAndApplyHeader(Golden.bytes("snapshot-deposit"), 0, headerDecoder);

        assertThat(Samples.read(deposit.commandId())).isEqualTo(Samples.COMMAND);
    }

    @Test
    void shouldEncodeSnapshotClosedOrderAsAgreed() {
        SnapshotClosedOrderEncoder closed =
                new SnapshotClosedOrderEncoder().wrapAndApplyHeader(buffer, 0, header);

        Samples.write(closed.content(-0x0123_4567_89AB_CDEFL).orderId(), Samples.COMMAND);

        Golden.assertSame("snapshot-closed-order", buffer, closed.encodedLength());
    }

    @Test
    void shouldDecodeSnapshotClosedOrderAsAgreed() {
        SnapshotClosedOrderDecoder closed = new SnapshotClosedOrderDecoder();
        closed.wrapAndApplyHeader(Golden.bytes("snapshot-closed-order"), 0, headerDecoder);

        assertThat(Samples.read(closed.orderId())).isEqualTo(Samples.COMMAND);
        assertThat(closed.content()).isEqualTo(-0x0123_4567_89AB_CDEFL);
    }
}
