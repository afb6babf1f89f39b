package org.fogg.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import org.agrona.ExpandableArrayBuffer;
import org.fogg.contracts.sbe.ListingDecoder;
import org.fogg.contracts.sbe.ListingEncoder;
import org.fogg.contracts.sbe.MessageHeaderDecoder;
import org.fogg.contracts.sbe.MessageHeaderEncoder;
import org.fogg.contracts.sbe.TickDecoder;
import org.fogg.contracts.sbe.TickEncoder;
import org.junit.jupiter.api.Test;

class TickerMessagesGoldenTest {

    private final ExpandableArrayBuffer buffer = new ExpandableArrayBuffer();
    private final MessageHeaderEncoder header = new MessageHeaderEncoder();

    @Test
    void shouldEncodeTickAsAgreed() {
        TickEncoder tick = new TickEncoder().wrapAndApplyHeader(buffer, 0, header);

        tick.stockId(10_001).sequence(123_456_789L).price(362_500).publishedAt(1_800_000_000_123L);

        Golden.assertSame("tick", buffer, tick.encodedLength());
    }

    @Test
    void shouldDecodeTickAsAgreed() {
        TickDecoder tick = new TickDecoder();
        tick.wrapAndApplyHeader(Golden.bytes("tick"), 0, new MessageHeaderDecoder());

        assertThat(tick.stockId()).isEqualTo(10_001);
        assertThat(tick.sequence()).isEqualTo(123_456_789L);
        assertThat(tick.price()).isEqualTo(362_500);
        assertThat(tick.publishedAt()).isEqualTo(1_800_000_000_123L);
    }

    @Test
    void shouldEncodeListingAsAgreed() {
        ListingEncoder listing = new ListingEncoder().wrapAndApplyHeader(buffer, 0, header);

        listing.stockId(30_002)
                .exchangeId(3)
                .priceIncrement(100)
                .volatility(2_300)
                .latitude(48_891_400)
                .longitude(-2_243_900)
                .symbol("OR.PA")
                .name("L'Oréal")
                .exchangeCode("XPAR")
                .exchangeName("Euronext Paris")
                .city("Paris")
                .timeZone("Europe/Paris")
                .url("http://127.0.0.1:18090/exchanges/XPAR");

        Golden.assertSame("listing", buffer, listing.encodedLength());
    }

    @Test
    void shouldDecodeListingAsAgreed() {
        ListingDecoder listing = new ListingDecoder();
        listing.wrapAndApplyHeader(Golden.bytes("listing"), 0, new MessageHeaderDecoder());

        assertThat(listing.stockId()).isEqualTo(30_002);
        assertThat(listing.exchangeId()).isEqualTo(3);
        assertThat(listing.priceIncrement()).isEqualTo(100);
        assertThat(listing.volatility()).isEqualTo(2_300);
        assertThat(listing.latitude()).isEqualTo(48_891_400);
        assertThat(listing.longitude()).isEqualTo(-2_243_900);
        assertThat(listing.symbol()).isEqualTo("OR.PA");
        assertThat(listing.name()).isEqualTo("L'Oréal");
        assertThat(listing.exchangeCode()).isEqualTo("XPAR");
        assertThat(listing.exchangeName()).isEqualTo("Euronext Paris");
        assertThat(listing.city()).isEqualTo("Paris");
        assertThat(listing.timeZone()).isEqualTo("Europe/Paris");
        assertThat(listing.url()).isEqualTo("http://127.0.0.1:18090/exchanges/XPAR");
    }
}
