package org.fogg.exchange.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.Arrays;
import java.util.UUID;
import org.fogg.exchange.Samples;
import org.junit.jupiter.api.Test;

class RequestsTest {

    private static final Samples SAMPLE = Samples.buy(9).wanting(100, 40, true);

    @Test
    void shouldDecodeAnExecute() throws Exception {
        assertThat(Requests.execute(SAMPLE.executeBytes())).isEqualTo(SAMPLE.asRequest());
    }

    @Test
    void shouldDecodeAResolve() throws Exception {
        assertThat(Requests.resolve(SAMPLE.resolveBytes())).isEqualTo(SAMPLE.asAttempt());
    }

    @Test
    void shouldDecodeALogOn() throws Exception {
        assertThat(Requests.logOn(Samples.logOnBytes("europe", 3, 6, 2)))
                .isEqualTo(new LogOnRequest("europe", 3, 6, 2));
    }

    @Test
    void shouldRefuseEveryTruncatedMessage() {
        byte[] whole = SAMPLE.executeBytes();
        for (int length = 0; length < whole.length; length++) {
            byte[] part = Arrays.copyOf(whole, length);

            assertThatExceptionOfType(MalformedMessageException.class)
                    .as("length %s", length)
                    .isThrownBy(() -> Requests.execute(part));
        }
    }

    @Test
    void shouldRefuseWhateverByteIsBroken() {
        byte[] whole = SAMPLE.executeBytes();
        for (int i = 0; i < whole.length; i++) {
            for (int value : new int[] {0, 0x7f, 0xff}) {
                byte[] broken = whole.clone();
                broken[i] = (byte) value;
                decodeOrRefuse(broken);
            }
        }
    }

    // Anything but a decoded request or the one checked exception fails the test.
    private static void decodeOrRefuse(byte[] bytes) {
        try {
            assertThat(Requests.execute(bytes)).isNotNull();
        } catch (MalformedMessageException e) {
            assertThat(e).hasMessageMatching("(?s).+");
        }
    }

    @Test
    void shouldRefuseAMessageOfAnotherKind() {
        assertRefused(SAMPLE.resolveBytes(), "must be an SBE message Execute (template 60)");
    }

    @Test
    void shouldRefuseAttemptsThatCannotBeNamed() {
        assertRefused(SAMPLE.epoch(0).executeBytes(), "attempt.epoch must be at least 1");
        assertRefused(SAMPLE.attempt(0).executeBytes(), "attempt.number must be at least 1");
        assertRefused(SAMPLE.of("", 3).executeBytes(), "brokerGroup must be given");
        assertRefused(SAMPLE.of("europe", -1).executeBytes(), "shard must not be negative");
        Samples nameless =
                new Samples(
                        "europe",
                        0,
                        new UUID(0, 0),
                        1,
                        1,
                        SAMPLE.stockId(),
                        SAMPLE.side(),
                        1,
                        1,
                        1,
                        false);
        assertRefused(nameless.executeBytes(), "terms.orderId must be given");
    }

    @Test
    void shouldRefuseLogOnsThatMakeNoSense() {
        assertThatExceptionOfType(MalformedMessageException.class)
                .isThrownBy(() -> Requests.logOn(Samples.logOnBytes("europe", 3, 0, 2)))
                .withMessage("epoch must be at least 1");
        assertThatExceptionOfType(MalformedMessageException.class)
                .isThrownBy(() -> Requests.logOn(Samples.logOnBytes("europe", 3, 1, -1)))
                .withMessage("fromReport must not be negative");
    }

    private static void assertRefused(byte[] bytes, String message) {
        assertThatExceptionOfType(MalformedMessageException.class)
                .isThrownBy(() -> Requests.execute(bytes))
                .withMessageContaining(message);
    }
}
