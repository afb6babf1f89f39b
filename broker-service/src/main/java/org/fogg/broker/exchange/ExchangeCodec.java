package org.fogg.broker.exchange;

import java.util.ArrayList;
import java.util.List;
import org.agrona.DirectBuffer;
import org.agrona.ExpandableArrayBuffer;
import org.agrona.concurrent.UnsafeBuffer;
import org.fogg.broker.wire.MalformedMessageException;
import org.fogg.broker.wire.Wire;
import org.fogg.contracts.sbe.ExecuteEncoder;
import org.fogg.contracts.sbe.ExecutionReportDecoder;
import org.fogg.contracts.sbe.LogOnEncoder;
import org.fogg.contracts.sbe.LogOnReplyDecoder;
import org.fogg.contracts.sbe.MessageHeaderDecoder;
import org.fogg.contracts.sbe.MessageHeaderEncoder;
import org.fogg.contracts.sbe.ResolveEncoder;
import org.fogg.core.engine.ExecutionReport;
import org.fogg.core.engine.ExecutionReport.Outcome;
import org.fogg.core.engine.ExecutionRequest;

/** The binary form of what broker and exchange say to each other. One thread at a time. */
final class ExchangeCodec {

    private final String brokerGroup;
    private final ExpandableArrayBuffer scratch = new ExpandableArrayBuffer(512);
    private final UnsafeBuffer source = new UnsafeBuffer(0, 0);
    private final MessageHeaderEncoder headerEncoder = new MessageHeaderEncoder();
    private final MessageHeaderDecoder headerDecoder = new MessageHeaderDecoder();
    private final ExecuteEncoder execute = new ExecuteEncoder();
    private final ResolveEncoder resolve = new ResolveEncoder();
    private final LogOnEncoder logOn = new LogOnEncoder();
    private final LogOnReplyDecoder logOnReply = new LogOnReplyDecoder();
    private final ExecutionReportDecoder report = new ExecutionReportDecoder();

    /**
     * @param brokerGroup under which the exchanges know this georegion's brokers
     */
    ExchangeCodec(String brokerGroup) {
        this.brokerGroup = brokerGroup;
    }

    byte[] execute(int shard, ExecutionRequest request) {
        execute.wrapAndApplyHeader(scratch, 0, headerEncoder)
                .shard(shard)
                .quantity(request.quantity())
                .boundPrice(request.boundPrice())
                .allOrNone(Wire.wire(request.allOrNone()));
        execute.attempt().epoch(request.epoch()).number(request.attempt());
        Wire.putTerms(execute.terms(), request.terms());
        execute.brokerGroup(brokerGroup).clientOrderId(request.terms().clientOrderId());
        return copy(execute.limit());
    }

    byte[] resolve(int shard, ExecutionRequest request) {
        resolve.wrapAndApplyHeader(scratch, 0, headerEncoder).shard(shard);
        resolve.attempt().epoch(request.epoch()).number(request.attempt());
        Wire.putTerms(resolve.terms(), request.terms());
        resolve.brokerGroup(brokerGroup).clientOrderId(request.terms().clientOrderId());
        return copy(resolve.limit());
    }

    byte[] logOn(int shard, long epoch, long fromReport) {
        logOn.wrapAndApplyHeader(scratch, 0, headerEncoder)
                .shard(shard)
                .epoch(epoch)
                .fromReport(fromReport)
                .brokerGroup(brokerGroup);
        return copy(logOn.limit());
    }

    private byte[] copy(int length) {
        byte[] bytes = new byte[length];
        scratch.getBytes(0, bytes);
        return bytes;
    }

    /**
     * Reads the answer to execute or resolve.
     *
     * @throws MalformedMessageException when it is none
     */
    ExchangeReply reply(byte[] bytes) {
        source.wrap(bytes);
        try {
            return reply(source, 0);
        } catch (IndexOutOfBoundsException | IllegalStateException | IllegalArgumentException e) {
            throw new MalformedMessageException("Not an execution report: " + e.getMessage(), e);
        }
    }

    private ExchangeReply reply(DirectBuffer from, int at) {
        report.wrapAndApplyHeader(from, at, headerDecoder);
        report.skipBrokerGroup();
        String clientOrderId = report.clientOrderId();
        return switch (report.outcome()) {
            case FILLED -> reported(Outcome.FILLED, clientOrderId);
            case REFUSED -> reported(Outcome.REFUSED, clientOrderId);
            case VOIDED -> reported(Outcome.VOIDED, clientOrderId);
            case FENCED -> ExchangeReply.FENCED;
            case INVALID -> ExchangeReply.INVALID;
            case NULL_VAL -> throw new MalformedMessageException("Report without an outcome");
        };
    }

    private ExchangeReply reported(Outcome outcome, String clientOrderId) {
        return new ExchangeReply.Reported(
                report.report(),
                new ExecutionReport(
                        Wire.terms(report.terms(), clientOrderId),
                        report.attempt().epoch(),
                        report.attempt().number(),
                        outcome,
                        report.exchangeId(),
                        report.executionId(),
                        report.quantity(),
                        report.price(),
                        report.boundPrice(),
                        report.tickSequence()));
    }

    /**
     * Reads the answer to a log-on.
     *
     * @throws MalformedMessageException when it is none
     */
    LogOnOutcome logOnOutcome(byte[] bytes) {
        source.wrap(bytes);
        try {
            logOnReply.wrapAndApplyHeader(source, 0, headerDecoder);
            if (!Wire.flag(logOnReply.acceptedRaw())) {
                return LogOnOutcome.SUPERSEDED;
            }
            int count = logOnReply.reportCount();
            int position = logOnReply.limit();
            List<ExchangeReply.Reported> reports = new ArrayList<>(count);
            for (int i = 0; i < count; i++) {
                if (reply(source, position) instanceof ExchangeReply.Reported reported) {
                    reports.add(reported);
                }
                position = report.limit();
            }
            return new LogOnOutcome.Accepted(reports);
        } catch (IndexOutOfBoundsException | IllegalStateException | IllegalArgumentException e) {
            throw new MalformedMessageException("Not a log-on reply: " + e.getMessage(), e);
        }
    }
}
