package org.fogg.exchange.message;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.agrona.DirectBuffer;
import org.agrona.concurrent.UnsafeBuffer;
import org.fogg.contracts.sbe.ExecutionOutcome;
import org.fogg.contracts.sbe.ExecutionReportDecoder;
import org.fogg.contracts.sbe.ExecutionReportEncoder;
import org.fogg.contracts.sbe.Flag;
import org.fogg.contracts.sbe.LogOnReplyEncoder;
import org.fogg.contracts.sbe.LoggedOnDecoder;
import org.fogg.contracts.sbe.LoggedOnEncoder;
import org.fogg.contracts.sbe.MessageHeaderDecoder;
import org.fogg.contracts.sbe.MessageHeaderEncoder;
import org.fogg.contracts.sbe.StockStateDecoder;
import org.fogg.contracts.sbe.StockStateEncoder;

/** Encodes and decodes what an exchange writes: its journal's records and its answers. */
public final class Records {

    private static final int HEADER = MessageHeaderEncoder.ENCODED_LENGTH;

    private Records() {}

    /** Encodes a record with its header. */
    public static byte[] encode(JournalRecord item) {
        if (item instanceof Report report) {
            return encode(report);
        }
        if (item instanceof LoggedOn loggedOn) {
            return encode(loggedOn);
        }
        return encode((StockState) item);
    }

    private static byte[] encode(Report report) {
        Attempt attempt = report.attempt();
        byte[] group = ascii(attempt.brokerGroup());
        byte[] clientOrderId = attempt.clientOrderId().getBytes(StandardCharsets.UTF_8);
        byte[] bytes =
                new byte
                        [HEADER
                                + ExecutionReportEncoder.BLOCK_LENGTH
                                + ExecutionReportEncoder.brokerGroupHeaderLength()
                                + group.length
                                + ExecutionReportEncoder.clientOrderIdHeaderLength()
                                + clientOrderId.length];
        ExecutionReportEncoder message = new ExecutionReportEncoder();
        message.wrapAndApplyHeader(new UnsafeBuffer(bytes), 0, new MessageHeaderEncoder());
        message.exchangeId(report.exchangeId()).shard(attempt.shard()).report(report.number());
        message.attempt().epoch(attempt.epoch()).number(attempt.number());
        message.outcome(report.outcome())
                .executionId(report.executionId())
                .quantity(report.quantity())
                .price(report.price())
                .tickSequence(report.tickSequence())
                .at(report.at())
                .boundPrice(report.boundPrice());
        attempt.terms().to(message.terms());
        message.putBrokerGroup(group, 0, group.length);
        message.putClientOrderId(clientOrderId, 0, clientOrderId.length);
        return bytes;
    }

    private static byte[] encode(LoggedOn loggedOn) {
        byte[] group = ascii(loggedOn.brokerGroup());
        byte[] bytes =
                new byte
                        [HEADER
                                + LoggedOnEncoder.BLOCK_LENGTH
                                + LoggedOnEncoder.brokerGroupHeaderLength()
                                + group.length];
        new LoggedOnEncoder()
                .wrapAndApplyHeader(new UnsafeBuffer(bytes), 0, new MessageHeaderEncoder())
                .shard(loggedOn.shard())
                .epoch(loggedOn.epoch())
                .at(loggedOn.at())
                .putBrokerGroup(group, 0, group.length);
        return bytes;
    }

    private static byte[] encode(StockState state) {
        byte[] symbol = ascii(state.symbol());
        byte[] bytes =
                new byte
                        [HEADER
                                + StockStateEncoder.BLOCK_LENGTH
                                + StockStateEncoder.symbolHeaderLength()
                                + symbol.length];
        new StockStateEncoder()
                .wrapAndApplyHeader(new UnsafeBuffer(bytes), 0, new MessageHeaderEncoder())
                .stockId(state.stockId())
                .price(state.price())
                .sequenceLimit(state.sequenceLimit())
                .at(state.at())
                .putSymbol(symbol, 0, symbol.length);
        return bytes;
    }

    /**
     * Encodes the answer to a log-on: the reply, then the reports as they are.
     *
     * @param accepted whether the epoch is now the shard's
     * @param epoch the shard's latest epoch
     */
    public static byte[] encodeLogOnReply(boolean accepted, long epoch, List<byte[]> reports) {
        int reply = HEADER + LogOnReplyEncoder.BLOCK_LENGTH;
        int length =
                reports.stream().mapToInt(report -> report.length).reduce(reply, Math::addExact);
        byte[] bytes = new byte[length];
        new LogOnReplyEncoder()
                .wrapAndApplyHeader(new UnsafeBuffer(bytes), 0, new MessageHeaderEncoder())
                .accepted(accepted ? Flag.YES : Flag.NO)
                .epoch(epoch)
                .reportCount(reports.size());
        int position = reply;
        for (byte[] report : reports) {
            System.arraycopy(report, 0, bytes, position, report.length);
            position += report.length;
        }
        return bytes;
    }

    /** Decodes a record of the journal. */
    public static JournalRecord decode(byte[] bytes) throws MalformedMessageException {
        int template = Decoding.templateOf(bytes);
        return switch (template) {
            case ExecutionReportDecoder.TEMPLATE_ID ->
                    Decoding.of(bytes, template, "ExecutionReport", Records::report);
            case LoggedOnDecoder.TEMPLATE_ID ->
                    Decoding.of(bytes, template, "LoggedOn", Records::loggedOn);
            case StockStateDecoder.TEMPLATE_ID ->
                    Decoding.of(bytes, template, "StockState", Records::stockState);
            default ->
                    throw new MalformedMessageException(
                            "template " + template + " is no record of an exchange's journal");
        };
    }

    private static Report report(DirectBuffer buffer, MessageHeaderDecoder header) {
        ExecutionReportDecoder message = new ExecutionReportDecoder();
        message.wrapAndApplyHeader(buffer, 0, header);
        OrderTerms terms = OrderTerms.from(message.terms());
        String group = message.brokerGroup();
        String clientOrderId = message.clientOrderId();
        Attempt attempt =
                new Attempt(
                        group,
                        message.shard(),
                        message.attempt().epoch(),
                        message.attempt().number(),
                        terms,
                        clientOrderId);
        return new Report(
                message.exchangeId(),
                message.report(),
                attempt,
                message.outcome(),
                message.executionId(),
                message.quantity(),
                message.price(),
                message.tickSequence(),
                message.at(),
                message.boundPrice());
    }

    /** The outcome of an encoded report. */
    public static ExecutionOutcome outcome(byte[] report) {
        ExecutionReportDecoder message = new ExecutionReportDecoder();
        message.wrapAndApplyHeader(new UnsafeBuffer(report), 0, new MessageHeaderDecoder());
        return message.outcome();
    }

    private static LoggedOn loggedOn(DirectBuffer buffer, MessageHeaderDecoder header) {
        LoggedOnDecoder message = new LoggedOnDecoder();
        message.wrapAndApplyHeader(buffer, 0, header);
        return new LoggedOn(message.brokerGroup(), message.shard(), message.epoch(), message.at());
    }

    private static StockState stockState(DirectBuffer buffer, MessageHeaderDecoder header) {
        StockStateDecoder message = new StockStateDecoder();
        message.wrapAndApplyHeader(buffer, 0, header);
        return new StockState(
                message.stockId(),
                message.symbol(),
                message.price(),
                message.sequenceLimit(),
                message.at());
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
