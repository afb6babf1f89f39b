package org.fogg.exchange.listing;

import java.nio.charset.StandardCharsets;
import org.agrona.ExpandableArrayBuffer;
import org.agrona.concurrent.UnsafeBuffer;
import org.fogg.contracts.sbe.ListingDecoder;
import org.fogg.contracts.sbe.ListingEncoder;
import org.fogg.contracts.sbe.MessageHeaderDecoder;
import org.fogg.contracts.sbe.MessageHeaderEncoder;
import org.fogg.world.ExchangeListing;
import org.fogg.world.StockListing;
import org.jspecify.annotations.Nullable;

/** Encodes listings, and reads whose they are. */
final class ListingMessages {

    private ListingMessages() {}

    static byte[] encode(ExchangeListing exchange, StockListing stock, int stockId, String url) {
        ExpandableArrayBuffer buffer = new ExpandableArrayBuffer();
        ListingEncoder message = new ListingEncoder();
        message.wrapAndApplyHeader(buffer, 0, new MessageHeaderEncoder())
                .stockId(stockId)
                .exchangeId(exchange.id())
                .priceIncrement(stock.increment())
                .volatility(stock.volatility())
                .latitude(exchange.latitudeMicros())
                .longitude(exchange.longitudeMicros());
        byte[] name = stock.name().getBytes(StandardCharsets.UTF_8);
        byte[] exchangeName = exchange.name().getBytes(StandardCharsets.UTF_8);
        byte[] city = exchange.city().getBytes(StandardCharsets.UTF_8);
        message.symbol(stock.symbol())
                .putName(name, 0, name.length)
                .exchangeCode(exchange.code())
                .putExchangeName(exchangeName, 0, exchangeName.length)
                .putCity(city, 0, city.length)
                .timeZone(exchange.zone().getId())
                .url(url);
        byte[] bytes = new byte[MessageHeaderEncoder.ENCODED_LENGTH + message.encodedLength()];
        buffer.getBytes(0, bytes);
        return bytes;
    }

    /** Null for an empty record or anything that is no listing. */
    static @Nullable String exchangeCode(byte @Nullable [] value) {
        if (value == null || value.length < MessageHeaderDecoder.ENCODED_LENGTH) {
            return null;
        }
        UnsafeBuffer buffer = new UnsafeBuffer(value);
        MessageHeaderDecoder header = new MessageHeaderDecoder().wrap(buffer, 0);
        if (header.schemaId() != ListingDecoder.SCHEMA_ID
                || header.templateId() != ListingDecoder.TEMPLATE_ID) {
            return null;
        }
        try {
            ListingDecoder message = new ListingDecoder();
            message.wrapAndApplyHeader(buffer, 0, header);
            message.skipSymbol();
            message.skipName();
            return message.exchangeCode();
        } catch (IndexOutOfBoundsException cutShort) {
            return null;
        }
    }
}
