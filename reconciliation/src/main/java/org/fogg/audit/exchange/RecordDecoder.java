package org.fogg.audit.exchange;

import org.agrona.DirectBuffer;
import org.agrona.concurrent.UnsafeBuffer;
import org.fogg.audit.wire.Terms;
import org.fogg.contracts.Ids;
import org.fogg.contracts.sbe.ExecutionReportDecoder;
import org.fogg.contracts.sbe.ListingDecoder;
import org.fogg.contracts.sbe.LoggedOnDecoder;
import org.fogg.contracts.sbe.MessageHeaderDecoder;
import org.fogg.contracts.sbe.StockStateDecoder;
import org.jspecify.annotations.Nullable;

/** Reads records of the topics exchange-journal and listings. Not thread-safe. */
public final class RecordDecoder {

    private final MessageHeaderDecoder header = new MessageHeaderDecoder();
    private final ExecutionReportDecoder report = new ExecutionReportDecoder();
    private final LoggedOnDecoder loggedOn = new LoggedOnDecoder();
    private final ListingDecoder listing = new ListingDecoder();

    /** Decodes a record of an exchange's journal. */
    public ExchangeRecord journal(long offset, byte @Nullable [] bytes) {
        if (bytes == null) {
            return new ExchangeRecord.Malformed(offset, "It has no value");
        }
        try {
            DirectBuffer buffer = new UnsafeBuffer(bytes);
            header.wrap(buffer, 0);
            return switch (header.templateId()) {
                case ExecutionReportDecoder.TEMPLATE_ID -> report(offset, buffer);
                case LoggedOnDecoder.TEMPLATE_ID -> loggedOn(offset, buffer);
                case StockStateDecoder.TEMPLATE_ID -> new ExchangeRecord.StockState(offset);
                default ->
                        new ExchangeRecord.Malformed(
                                offset, "Message " + header.templateId() + " does not belong here");
            };
        } catch (IndexOutOfBoundsException | IllegalArgumentException e) {
            return new ExchangeRecord.Malformed(offset, "It does not decode: " + e.getMessage());
        }
    }

    private ExchangeRecord report(long offset, DirectBuffer buffer) {
        ExecutionReportDecoder wire = report.wrapAndApplyHeader(buffer, 0, header);
        Terms terms = Terms.of(wire.terms());
        String group = wire.brokerGroup();
        String clientOrderId = wire.clientOrderId();
        return new ExchangeRecord.Report(
                offset,
                group,
                wire.exchangeId(),
                wire.shard(),
                wire.report(),
                wire.attempt().epoch(),
                wire.attempt().number(),
                wire.outcome(),
                wire.executionId(),
                wire.quantity(),
                wire.price(),
                wire.tickSequence(),
                wire.boundPrice(),
                wire.at(),
                terms,
                Ids.orderId(terms.traderId(), clientOrderId).equals(terms.orderId()));
    }

    private ExchangeRecord loggedOn(long offset, DirectBuffer buffer) {
        LoggedOnDecoder wire = loggedOn.wrapAndApplyHeader(buffer, 0, header);
        return new ExchangeRecord.LoggedOn(
                offset, wire.brokerGroup(), wire.shard(), wire.epoch(), wire.at());
    }

    /**
     * Decodes a record of the topic listings.
     *
     * @throws IllegalArgumentException when it is not a listing
     */
    public Listing listing(byte[] bytes) {
        DirectBuffer buffer = new UnsafeBuffer(bytes);
        header.wrap(buffer, 0);
        if (header.templateId() != ListingDecoder.TEMPLATE_ID) {
            throw new IllegalArgumentException(
                    "Message " + header.templateId() + " is not a listing");
        }
        ListingDecoder wire = listing.wrapAndApplyHeader(buffer, 0, header);
        String symbol = wire.symbol();
        wire.skipName();
        return new Listing(wire.stockId(), symbol, wire.exchangeId(), wire.exchangeCode());
    }
}
