package org.fogg.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.agrona.DirectBuffer;
import org.agrona.concurrent.UnsafeBuffer;
import org.fogg.contracts.sbe.MessageHeaderEncoder;

/**
 * Compares messages with the bytes that were agreed on, kept as hexadecimal text in {@code
 * src/test/resources/golden}. A difference is a change of the wire format: it breaks every journal
 * and every process of another version, so a file is only ever added. What does not count is the
 * version in the header: it is the schema's, so it goes up when any message gains a field.
 */
final class Golden {

    private static final int BYTES_PER_LINE = 16;
    private static final int VERSION = MessageHeaderEncoder.versionEncodingOffset();
    private static final HexFormat HEX = HexFormat.of();

    private Golden() {}

    /** Fails with the bytes in the form of the files, so that a new one can be written from it. */
    static void assertSame(String name, DirectBuffer buffer, int encodedLength) {
        byte[] bytes = new byte[MessageHeaderEncoder.ENCODED_LENGTH + encodedLength];
        buffer.getBytes(0, bytes);
        bytes(name).getBytes(VERSION, bytes, VERSION, Short.BYTES);
        assertThat(lines(bytes)).as(name).isEqualTo(read(name).strip());
    }

    /** The agreed bytes of a message. */
    static UnsafeBuffer bytes(String name) {
        return new UnsafeBuffer(HEX.parseHex(read(name).replaceAll("\\s", "")));
    }

    private static String lines(byte[] bytes) {
        return IntStream.iterate(0, i -> i < bytes.length, i -> i + BYTES_PER_LINE)
                .mapToObj(i -> HEX.formatHex(bytes, i, Math.min(bytes.length, i + BYTES_PER_LINE)))
                .collect(Collectors.joining("\n"));
    }

    private static String read(String name) {
        try (InputStream file = Golden.class.getResourceAsStream("/golden/" + name + ".hex")) {
            assertThat(file).as("golden/" + name + ".hex").isNotNull();
            return new String(file.readAllBytes(), StandardCharsets.US_ASCII);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
