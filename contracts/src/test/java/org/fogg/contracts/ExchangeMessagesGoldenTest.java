package org.fogg.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import org.agrona.ExpandableArrayBuffer;
import org.fogg.contracts.sbe.ExecuteDecoder;
import org.fogg.contracts.sbe.ExecuteEncoder;
import org.fogg.contracts.sbe.ExecutionOutcome;
import org.fogg.contracts.sbe.ExecutionReportDecoder;
import org.fogg.contracts.sbe.ExecutionReportEncoder;
import org.fogg.contracts.sbe.Flag;
import org.fogg.contracts.sbe.LogOnDecoder;
import org.fogg.contracts.sbe.LogOnEncoder;
import org.fogg.contracts.sbe.LogOnReplyDecoder;
import org.fogg.contracts.sbe.LogOnReplyEncoder;
import org.fogg.contracts.sbe.LoggedOnDecoder;
import org.fogg.contracts.sbe.LoggedOnEncoder;
import org.fogg.contracts.sbe.MessageHeaderDecoder;
import org.fogg.contracts.sbe.MessageHeaderEncoder;
import org.fogg.contracts.sbe.OrderTermsDecoder;
import org.fogg.contracts.sbe.OrderTermsEncoder;
import org.fogg.contracts.sbe.OrderType;
import org.fogg.contracts.sbe.ResolveDecoder;
import org.fogg.contracts.sbe.ResolveEncoder;
import org.fogg.contracts.sbe.Side;
import org.fogg.contracts.sbe.StockStateDecoder;
import org.fogg.contracts.sbe.StockStateEncoder;
import org.fogg.contracts.sbe.TimeInForce;
import org.junit.jupiter.api.Test;

class ExchangeMessagesGoldenTest {

    private static final long NOW = 1_800_000_000_123_456_789L;

    private final ExpandableArrayBuffer buffer = new ExpandableArrayBuffer();
    private final MessageHeaderEncoder header = new MessageHeaderEncoder();
    private final MessageHeaderDecoder headerDecoder = new MessageHeaderDecoder();

    @Test
    void shouldEncodeExecuteAsAgreed() {
        ExecuteEncoder execute = new ExecuteEncoder().wrapAndApplyHeader(buffer, 0, header);

        execute.shard(7);
        execute.attempt().epoch(4_097).number(3);
        write(execute.terms());
        execute.quantity(250)
                .boundPrice(362_500)
                .allOrNone(Flag.YES)
                .brokerGroup("europe")
                .clientOrderId("Zürich-1");

        Golden.assertSame("execute", buffer, execute.encodedLength());
    }

    @Test
    void shouldDecodeExecuteAsAgreed() {
        ExecuteDecoder execute = new ExecuteDecoder();
        execute.wrapAndApplyHeader(Golden.bytes("execute"), 0, headerDecoder);

        assertThat(execute.shard()).isEqualTo(7);
        assertThat(execute.attempt().epoch()).isEqualTo(4_097);
        assertThat(execute.attempt().number()).isEqualTo(3);
        check(execute.terms());
        assertThat(execute.quantity()).isEqualTo(250);
        assertThat(execute.boundPrice()).isEqualTo(362_500);
        assertThat(execute.allOrNone()).isEqualTo(Flag.YES);
        assertThat(execute.brokerGroup()).isEqualTo("europe");
        assertThat(execute.clientOrderId()).isEqualTo("Zürich-1");
    }

    @Test
    void shouldEncodeResolveAsAgreed() {
        ResolveEncoder resolve = new ResolveEncoder().wrapAndApplyHeader(buffer, 0, header);

        resolve.shard(7);
        resolve.attempt().epoch(4_097).number(3);
        write(resolve.terms());
        resolve.brokerGroup("europe").clientOrderId("Zürich-1");

        Golden.assertSame("resolve", buffer, resolve.encodedLength());
    }

    @Test
    void shouldDecodeResolveAsAgreed() {
        ResolveDecoder resolve = new ResolveDecoder();
        resolve.wrapAndApplyHeader(Golden.bytes("resolve"), 0, headerDecoder);

        assertThat(resolve.shard()).isEqualTo(7);
        assertThat(resolve.attempt().epoch()).isEqualTo(4_097);
        assertThat(resolve.attempt().number()).isEqualTo(3);
        check(resolve.terms());
        assertThat(resolve.brokerGroup()).isEqualTo("europe");
        assertThat(resolve.clientOrderId()).isEqualTo("Zürich-1");
    }

    @Test
    void shouldEncodeLogOnAsAgreed() {
        LogOnEncoder logOn = new LogOnEncoder().wrapAndApplyHeader(buffer, 0, header);

        logOn.shard(11).epoch(8_193).fromReport(42).brokerGroup("north-america");

        Golden.assertSame("log-on", buffer, logOn.encodedLength());
    }

    @Test
    void shouldDecodeLogOnAsAgreed() {
        LogOnDecoder logOn = new LogOnDecoder();
        logOn.wrapAndApplyHeader(Golden.bytes("log-on"), 0, headerDecoder);

        assertThat(logOn.shard()).isEqualTo(11);
        assertThat(logOn.epoch()).isEqualTo(8_193);
        assertThat(logOn.fromReport()).isEqualTo(42);
        assertThat(logOn.brokerGroup()).isEqualTo("north-america");
    }

    @Test
    void shouldEncodeLogOnReplyAsAgreed() {
        LogOnReplyEncoder reply = new LogOnReplyEncoder().wrapAndApplyHeader(buffer, 0, header);

        reply.accepted(Flag.YES).epoch(8_193).reportCount(5);

        Golden.assertSame("log-on-reply", buffer, reply.encodedLength());
    }

    @Test
    void shouldDecodeLogOnReplyAsAgreed() {
        LogOnReplyDecoder reply = new LogOnReplyDecoder();
        reply.wrapAndApplyHeader(Golden.bytes("log-on-reply"), 0, headerDecoder);

        assertThat(reply.accepted()).isEqualTo(Flag.YES);
        assertThat(reply.epoch()).isEqualTo(8_193);
        assertThat(reply.reportCount()).isEqualTo(5);
    }

    @Test
    void shouldEncodeExecutionReportAsAgreed() {
        ExecutionReportEncoder report =
                new ExecutionReportEncoder().wrapAndApplyHeader(buffer, 0, header);

        report.exchangeId(1).shard(7).report(43);
        report.attempt().epoch(4_097).number(3);
        report.outcome(ExecutionOutcome.FILLED)
                .executionId(77)
                .quantity(250)
                .price(362_400)
                .tickSequence(123_456_789)
                .at(NOW);
        write(report.terms());
        report.boundPrice(362_500).brokerGroup("europe").clientOrderId("Zürich-1");

        Golden.assertSame("execution-report", buffer, report.encodedLength());
    }

    @Test
    void shouldDecodeExecutionReportAsAgreed() {
        ExecutionReportDecoder report = new ExecutionReportDecoder();
        report.wrapAndApplyHeader(Golden.bytes("execution-report"), 0, headerDecoder);

        assertThat(report.exchangeId()).isEqualTo(1);
        assertThat(report.shard()).isEqualTo(7);
        assertThat(report.report()).isEqualTo(43);
        assertThat(report.attempt().epoch()).isEqualTo(4_097);
        assertThat(report.attempt().number()).isEqualTo(3);
        assertThat(report.outcome()).isEqualTo(ExecutionOutcome.FILLED);
        assertThat(report.executionId()).isEqualTo(77);
        assertThat(report.quantity()).isEqualTo(250);
        assertThat(report.price()).isEqualTo(362_400);
        assertThat(report.tickSequence()).isEqualTo(123_456_789);
        assertThat(report.at()).isEqualTo(NOW);
        check(report.terms());
        assertThat(report.boundPrice()).isEqualTo(362_500);
        assertThat(report.brokerGroup()).isEqualTo("europe");
        assertThat(report.clientOrderId()).isEqualTo("Zürich-1");
    }

    @Test
    void shouldEncodeLoggedOnAsAgreed() {
        LoggedOnEncoder loggedOn = new LoggedOnEncoder().wrapAndApplyHeader(buffer, 0, header);

        loggedOn.shard(11).epoch(8_193).at(NOW).brokerGroup("north-america");

        Golden.assertSame("logged-on", buffer, loggedOn.encodedLength());
    }

    @Test
    void shouldDecodeLoggedOnAsAgreed() {
        LoggedOnDecoder loggedOn = new LoggedOnDecoder();
        loggedOn.wrapAndApplyHeader(Golden.bytes("logged-on"), 0, headerDecoder);

        assertThat(loggedOn.shard()).isEqualTo(11);
        assertThat(loggedOn.epoch()).isEqualTo(8_193);
        assertThat(loggedOn.at()).isEqualTo(NOW);
        assertThat(loggedOn.brokerGroup()).isEqualTo("north-america");
    }

    @Test
    void shouldEncodeStockStateAsAgreed() {
        StockStateEncoder state = new StockStateEncoder().wrapAndApplyHeader(buffer, 0, header);

        state.stockId(10_001).price(362_500).sequenceLimit(2_000).at(NOW).symbol("SHEL.L");

        Golden.assertSame("stock-state", buffer, state.encodedLength());
    }

    @Test
    void shouldDecodeStockStateAsAgreed() {
        StockStateDecoder state = new StockStateDecoder();
        state.wrapAndApplyHeader(Golden.bytes("stock-state"), 0, headerDecoder);

        assertThat(state.stockId()).isEqualTo(10_001);
        assertThat(state.price()).isEqualTo(362_500);
        assertThat(state.sequenceLimit()).isEqualTo(2_000);
        assertThat(state.at()).isEqualTo(NOW);
        assertThat(state.symbol()).isEqualTo("SHEL.L");
    }

    private static void write(OrderTermsEncoder terms) {
        terms.orderId().high(0x0102_0304_0506_8708L).low(0x8910_1112_1314_1516L);
        terms.traderId().high(0x1718_1920_2122_4324L).low(0x8526_2728_2930_3132L);
        terms.stockId(10_001)
                .side(Side.SELL)
                .type(OrderType.STOP_LIMIT)
                .timeInForce(TimeInForce.FOK)
                .quantity(1_000)
                .limitPrice(362_000)
                .stopPrice(363_000)
                .expiresAt(NOW);
    }

    private static void check(OrderTermsDecoder terms) {
        assertThat(terms.orderId().high()).isEqualTo(0x0102_0304_0506_8708L);
        assertThat(terms.orderId().low()).isEqualTo(0x8910_1112_1314_1516L);
        assertThat(terms.traderId().high()).isEqualTo(0x1718_1920_2122_4324L);
        assertThat(terms.traderId().low()).isEqualTo(0x8526_2728_2930_3132L);
        assertThat(terms.stockId()).isEqualTo(10_001);
        assertThat(terms.side()).isEqualTo(Side.SELL);
        assertThat(terms.type()).isEqualTo(OrderType.STOP_LIMIT);
        assertThat(terms.timeInForce()).isEqualTo(TimeInForce.FOK);
        assertThat(terms.quantity()).isEqualTo(1_000);
        assertThat(terms.limitPrice()).isEqualTo(362_000);
        assertThat(terms.stopPrice()).isEqualTo(363_000);
        assertThat(terms.expiresAt()).isEqualTo(NOW);
    }
}
