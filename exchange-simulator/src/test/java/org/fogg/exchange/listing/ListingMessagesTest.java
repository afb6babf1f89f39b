package org.fogg.exchange.listing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.agrona.ExpandableArrayBuffer;
import org.fogg.contracts.sbe.ListingEncoder;
import org.fogg.contracts.sbe.MessageHeaderEncoder;
import org.junit.jupiter.api.Test;

/** Whose a listing is, and that what is none is nobody's: an exchange starts all the same. */
class ListingMessagesTest {

    private static byte[] listing(int schema) {
        var buffer = new ExpandableArrayBuffer();
        var header = new MessageHeaderEncoder();
        var listing = new ListingEncoder().wrapAndApplyHeader(buffer, 0, header);
        header.wrap(buffer, 0).schemaId(schema);
        listing.symbol("S").name("Stock").exchangeCode("XLON");
        byte[] bytes = new byte[listing.limit()];
        buffer.getBytes(0, bytes);
        return bytes;
    }

    @Test
    void shouldTellWhoseAListingIs() {
        assertThat(ListingMessages.exchangeCode(listing(ListingEncoder.SCHEMA_ID)))
                .isEqualTo("XLON");
    }

    @Test
    void shouldBeNobodysWhenItIsCutShortOrOfAnotherSchema() {
        byte[] whole = listing(ListingEncoder.SCHEMA_ID);

        assertThat(ListingMessages.exchangeCode(listing(99))).isNull();
        for (int length = 0; length < whole.length; length++) {
            assertThat(ListingMessages.exchangeCode(Arrays.copyOf(whole, length))).isNull();
        }
    }
}
