package org.fogg.broker.updates;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The seam between what was missed and what comes live. */
final class FeedTest {

    private static final UUID TRADER = new UUID(1, 1);
    private static final UUID OTHER = new UUID(1, 2);

    private final MemoryLog log = new MemoryLog();
    private final Recorder client = new Recorder();
    private final List<Long> sent = new ArrayList<>();
    private final List<String> told = new ArrayList<>();
    private final Feed feed =
            new Feed(log, TRADER, client, update -> sent.add(update.id().offset()));
    private long orders;

    @Test
    void shouldTellOnlyWhatComesLaterWhenNothingIsAskedFor() {
        publish();
        feed.fromNow(new Told());

        publish();
        log.publish(OTHER, new UUID(9, 9), 1);
        publish();

        assertThat(told).containsExactly("begun");
        assertThat(sent).containsExactly(1L, 3L);
    }

    @Test
    void shouldTellUpdatesOfOtherGeoregionsAsSoonAsItHasBegun() {
        log.answerByHand();
        publish();
        feed.after(0, new Told());

        log.tellFrom("east-asia", TRADER, new UUID(8, 1), 0);
        log.tellFrom("east-asia", TRADER, new UUID(8, 1), 1);
        log.tellFrom("east-asia", OTHER, new UUID(8, 2), 2);
        publish();
        while (log.answer()) {
            assertThat(told).isNotEmpty();
        }
        log.tellFrom("east-asia", TRADER, new UUID(8, 3), 3);

        // The second tells the same version again.
        assertThat(told).containsExactly("begun");
        assertThat(sent).containsExactly(0L, 1L, 3L);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 4, 5, 6})
    void shouldLoseAndDoubleNothingWhereverTheReadingEnds(int readAfter) {
        log.answerByHand();
        publish();
        feed.after(0, new Told());
        List<TradeUpdate> behind = new ArrayList<>();

        // The live reader tells each update later than it can be read, or before.
        for (int step = 0; step < 6; step++) {
            if (step == readAfter) {
                log.answer();
            }
            behind.add(log.keep(TRADER, new UUID(2, ++orders), 1));
            if (step % 2 == 1) {
                behind.forEach(log::tell);
                behind.clear();
            }
        }
        while (log.answer()) {
            assertThat(told).isNotEmpty();
        }
        behind.forEach(log::tell);
        publish();

        assertThat(told).containsExactly("begun");
        assertThat(sent).containsExactly(1L, 2L, 3L, 4L, 5L, 6L, 7L);
    }

    @Test
    void shouldDropLiveUpdatesThatTheReadingHad() {
        log.answerByHand();
        publish();
        feed.after(0, new Told());
        TradeUpdate late = log.keep(TRADER, new UUID(2, ++orders), 1);

        log.answer();
        log.tell(late);
        publish();

        assertThat(sent).containsExactly(1L, 2L);
    }

    @Test
    void shouldReadOnceMoreWhenTooMuchComesMeanwhile() {
        log.answerByHand();
        publish();
        feed.after(0, new Told());
        int most = Feed.MOST_WAITING + 50;
        List<TradeUpdate> live = new ArrayList<>();
        for (int i = 0; i < most; i++) {
            live.add(log.keep(TRADER, new UUID(2, ++orders), 1));
        }
        live.forEach(log::tell);

        while (log.answer()) {
            assertThat(sent.size()).isLessThanOrEqualTo(most);
        }
        publish();

        assertThat(sent).isEqualTo(LongStream.rangeClosed(1, most + 1).boxed().toList());
    }

    @Test
    void shouldReadNoFasterThanTheClient() {
        client.slow = true;
        for (int i = 0; i < 3 * Feed.PART; i++) {
            publish();
        }

        feed.after(0, new Told());

        int steps = 0;
        while (client.waits()) {
            int before = sent.size();
            client.drain();
            assertThat(sent.size() - before).isLessThanOrEqualTo(Feed.PART);
            steps++;
        }
        assertThat(steps).isGreaterThanOrEqualTo(2);
        assertThat(sent).isEqualTo(LongStream.range(1, 3 * Feed.PART).boxed().toList());
    }

    @Test
    void shouldDropWhatIsPublishedAgain() {
        feed.fromNow(new Told());
        UUID order = new UUID(3, 3);

        for (int version : new int[] {1, 2, 1, 2, 3, 3}) {
            log.publish(TRADER, order, version);
        }

        assertThat(sent).containsExactly(0L, 1L, 4L);
    }

    @Test
    void shouldDropAfterReconnectWhatWasSentBefore() {
        UUID order = new UUID(3, 3);
        log.publish(TRADER, order, 1);
        log.publish(TRADER, order, 2);
        // A new owner publishes both again, then goes on.
        log.publish(TRADER, order, 1);
        log.publish(TRADER, order, 2);
        log.publish(TRADER, order, 3);

        feed.after(1, new Told());

        assertThat(sent).containsExactly(4L);
    }

    @Test
    void shouldRememberAsManyOrdersAsItMayOnly() {
        feed.fromNow(new Told());
        UUID first = new UUID(2, ++orders);
        log.publish(TRADER, first, 1);
        for (int i = 0; i < SentVersions.MOST; i++) {
            publish();
        }

        log.publish(TRADER, first, 1);

        assertThat(sent).hasSize(SentVersions.MOST + 2);
    }

    @Test
    void shouldRefuseWhenUpdatesAreNoLongerKept() {
        for (int i = 0; i < 5; i++) {
            publish();
        }
        log.forgetBelow(3);

        feed.after(1, new Told());
        publish();

        assertThat(told).hasSize(1);
        assertThat(told.get(0)).startsWith("data.after: ").contains("lost", "GET /v2/orders");
        assertThat(sent).isEmpty();
        assertThat(log.listeners()).isZero();
    }

    @Test
    void shouldGoOnWhenTheNextUpdateIsTheFirstKept() {
        for (int i = 0; i < 5; i++) {
            publish();
        }
        log.forgetBelow(3);

        feed.after(2, new Told());

        assertThat(told).containsExactly("begun");
        assertThat(sent).containsExactly(3L, 4L);
    }

    @Test
    void shouldTellWhenUpdatesVanishWhileTheyAreRead() {
        log.answerByHand();
        for (int i = 0; i < 3 * Feed.PART; i++) {
            publish();
        }
        feed.after(0, new Told());
        log.answer();

        log.forgetBelow(2 * Feed.PART);
        log.answer();

        assertThat(told).hasSize(2);
        assertThat(told.get(1)).contains("lost");
    }

    @Test
    void shouldRefuseWhatIsBeyondTheEnd() {
        publish();

        feed.after(1, new Told());
        publish();

        assertThat(told).hasSize(1);
        assertThat(told.get(0)).startsWith("data.after: ").contains("the log ends");
        assertThat(sent).isEmpty();
    }

    @Test
    void shouldBeAtTheEndWhenTheLastUpdateIsNamed() {
        publish();

        feed.after(0, new Told());
        publish();

        assertThat(told).containsExactly("begun");
        assertThat(sent).containsExactly(1L);
    }

    @Test
    void shouldSendNothingOnceStopped() {
        log.answerByHand();
        publish();
        publish();
        feed.after(0, new Told());

        feed.stop();
        log.answer();
        publish();

        assertThat(sent).isEmpty();
        assertThat(told).isEmpty();
        assertThat(log.listeners()).isZero();
    }

    private void publish() {
        log.publish(TRADER, new UUID(2, ++orders), 1);
    }

    private final class Told implements Feed.Told {

        @Override
        public void begun() {
            told.add("begun");
            assertThat(sent).isEmpty();
        }

        @Override
        public void refused(String why) {
            told.add(why);
        }
    }
}
