package org.fogg.broker.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import org.fogg.broker.wire.MalformedMessageException;
import org.fogg.contracts.sbe.MessageHeaderEncoder;
import org.fogg.core.owner.JournalEntry;
import org.junit.jupiter.api.Test;

class JournalCodecTest {

    private final JournalCodec codec = new JournalCodec();
    private final JournalEntry entry = Entries.entry(4095, Entries.WRITER);

    @Test
    void shouldReadWhatItWrote() {
        assertThat(codec.decode(codec.encode(entry))).isEqualTo(entry);
    }

    @Test
    void shouldKeepTheAgreedBytes() throws IOException {
        String agreed = golden("journal-entry");

        assertThat(ofVersion1(codec.encode(entry))).isEqualTo(agreed);
        assertThat(codec.decode(ByteBuffer.wrap(HexFormat.of().parseHex(agreed)))).isEqualTo(entry);
    }

    /**
     * The version in the headers, of the entry and of each decision, is the schema's: it goes up
     * when any message gains a field. Both are little-endian, the schema's id before it.
     */
    private static String ofVersion1(ByteBuffer bytes) {
        HexFormat hex = HexFormat.of();
        String schema = hex.toHexDigits((byte) MessageHeaderEncoder.SCHEMA_ID) + "00";
        String version = hex.toHexDigits((byte) MessageHeaderEncoder.SCHEMA_VERSION) + "00";
        return hex.formatHex(bytes.array()).replace(schema + version, schema + "0100");
    }

    @Test
    void shouldKeepTheAgreedBytesOfTransfers() throws IOException {
        JournalEntry transfers = Entries.entry(4096, Entries.WRITER, Entries.TRANSFERS);
        ByteBuffer bytes = codec.encode(transfers);

        assertThat(ofVersion1(bytes)).isEqualTo(golden("journal-entry-transfers"));
        assertThat(codec.decode(bytes)).isEqualTo(transfers);
    }

    private static String golden(String name) throws IOException {
        try (var in = JournalCodecTest.class.getResourceAsStream("/golden/" + name + ".hex")) {
            return new String(in.readAllBytes(), StandardCharsets.US_ASCII).replaceAll("\\s", "");
        }
    }

    @Test
    void shouldRefuseEveryCutEntry() {
        byte[] bytes = codec.encode(entry).array();

        for (int length = 0; length < bytes.length; length++) {
            ByteBuffer cut = ByteBuffer.wrap(Arrays.copyOf(bytes, length));
            assertThatThrownBy(() -> codec.decode(cut))
                    .isInstanceOf(MalformedMessageException.class);
        }
    }

    @Test
    void shouldRefuseBytesAfterTheEnd() {
        byte[] bytes = codec.encode(entry).array();

        assertThatThrownBy(
                        () -> codec.decode(ByteBuffer.wrap(Arrays.copyOf(bytes, bytes.length + 1))))
                .isInstanceOf(MalformedMessageException.class);
    }

    @Test
    void shouldRefuseAnUnknownDecision() {
        byte[] bytes = codec.encode(entry).array();
        int accountOpened = indexOf(bytes, (byte) 41);
        bytes[accountOpened] = (byte) 99;

        assertThatThrownBy(() -> codec.decode(ByteBuffer.wrap(bytes)))
                .isInstanceOf(MalformedMessageException.class)
                .hasMessageContaining("99");
    }

    /** Where the header of a message with this template has its number: before schema 70. */
    private static int indexOf(byte[] bytes, byte template) {
        for (int i = 8; i < bytes.length - 3; i++) {
            if (bytes[i] == template && bytes[i + 1] == 0 && bytes[i + 2] == 70) {
                return i;
            }
        }
        throw new AssertionError("No such message");
    }
}
