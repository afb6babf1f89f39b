package org.fogg.exchange.message;

import java.util.UUID;
import org.agrona.DirectBuffer;
import org.fogg.contracts.sbe.ExecuteDecoder;
import org.fogg.contracts.sbe.Flag;
import org.fogg.contracts.sbe.LogOnDecoder;
import org.fogg.contracts.sbe.MessageHeaderDecoder;
import org.fogg.contracts.sbe.OrderType;
import org.fogg.contracts.sbe.ResolveDecoder;
import org.fogg.contracts.sbe.Side;
import org.fogg.contracts.sbe.TimeInForce;

/** Decodes what brokers send. */
public final class Requests {

    private static final UUID NONE = new UUID(0, 0);

    private Requests() {}

    /** Decodes an Execute message. */
    public static ExecuteRequest execute(byte[] body) throws MalformedMessageException {
        return Decoding.of(body, ExecuteDecoder.TEMPLATE_ID, "Execute", Requests::execute);
    }

    private static ExecuteRequest execute(DirectBuffer buffer, MessageHeaderDecoder header)
            throws MalformedMessageException {
        ExecuteDecoder message = new ExecuteDecoder();
        message.wrapAndApplyHeader(buffer, 0, header);
        Attempt attempt =
                checked(
                        new Attempt(
                                "",
                                message.shard(),
                                message.attempt().epoch(),
                                message.attempt().number(),
                                OrderTerms.from(message.terms()),
                                ""));
        long quantity = message.quantity();
        long boundPrice = message.boundPrice();
        Flag allOrNone = message.allOrNone();
        return new ExecuteRequest(
                named(attempt, message.brokerGroup(), message.clientOrderId()),
                quantity,
                boundPrice,
                allOrNone == Flag.YES);
    }

    /** Decodes a Resolve message. */
    public static Attempt resolve(byte[] body) throws MalformedMessageException {
        return Decoding.of(body, ResolveDecoder.TEMPLATE_ID, "Resolve", Requests::resolve);
    }

    private static Attempt resolve(DirectBuffer buffer, MessageHeaderDecoder header)
            throws MalformedMessageException {
        ResolveDecoder message = new ResolveDecoder();
        message.wrapAndApplyHeader(buffer, 0, header);
        Attempt attempt =
                checked(
                        new Attempt(
                                "",
                                message.shard(),
                                message.attempt().epoch(),
                                message.attempt().number(),
                                OrderTerms.from(message.terms()),
                                ""));
        return named(attempt, message.brokerGroup(), message.clientOrderId());
    }

    /** Decodes a LogOn message. */
    public static LogOnRequest logOn(byte[] body) throws MalformedMessageException {
        return Decoding.of(body, LogOnDecoder.TEMPLATE_ID, "LogOn", Requests::logOn);
    }

    private static LogOnRequest logOn(DirectBuffer buffer, MessageHeaderDecoder header)
            throws MalformedMessageException {
        LogOnDecoder message = new LogOnDecoder();
        message.wrapAndApplyHeader(buffer, 0, header);
        require(message.shard() >= 0, "shard must not be negative");
        require(message.epoch() >= 1, "epoch must be at least 1");
        require(message.fromReport() >= 0, "fromReport must not be negative");
        return new LogOnRequest(
                group(message.brokerGroup()),
                message.shard(),
                message.epoch(),
                message.fromReport());
    }

    // What names an attempt must be right even to refuse it; the rest is the ledger's to judge.
    private static Attempt checked(Attempt attempt) throws MalformedMessageException {
        require(attempt.shard() >= 0, "shard must not be negative");
        require(attempt.epoch() >= 1, "attempt.epoch must be at least 1");
        require(attempt.number() >= 1, "attempt.number must be at least 1");
        OrderTerms terms = attempt.terms();
        require(!terms.orderId().equals(NONE), "terms.orderId must be given");
        require(terms.side() != Side.NULL_VAL, "terms.side must be given");
        require(terms.type() != OrderType.NULL_VAL, "terms.type must be given");
        require(terms.timeInForce() != TimeInForce.NULL_VAL, "terms.timeInForce must be given");
        return attempt;
    }

    private static Attempt named(Attempt attempt, String brokerGroup, String clientOrderId)
            throws MalformedMessageException {
        return new Attempt(
                group(brokerGroup),
                attempt.shard(),
                attempt.epoch(),
                attempt.number(),
                attempt.terms(),
                clientOrderId);
    }

    private static String group(String name) throws MalformedMessageException {
        require(!name.isEmpty(), "brokerGroup must be given");
        return name;
    }

    private static void require(boolean holds, String rule) throws MalformedMessageException {
        if (!holds) {
            throw new MalformedMessageException(rule);
        }
    }
}
