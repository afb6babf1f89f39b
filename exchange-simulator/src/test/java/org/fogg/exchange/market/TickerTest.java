package org.fogg.exchange.market;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.fogg.exchange.journal.MemoryJournals;
import org.fogg.ticker.price.PriceSource;
import org.fogg.world.ExchangeListing;
import org.fogg.world.StockListing;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class TickerTest {

    private static final long SECOND = 1_000_000_000;

    /** A price every tenth of a second, 1 cent more each time. */
    private static final class Steps implements PriceSource {

        private long count;
        private long base;

        @Override
        public void advance() {
            count++;
        }

        @Override
        public int stock() {
            return 0;
        }

        @Override
        public long price() {
            return base + count * 100;
        }

        @Override
        public long dueAt() {
            return count * SECOND / 10;
        }

        @Override
        public void moveTo(int stock, long price) {
            base = price - count * 100;
        }
    }

    private final List<Long> prices = new ArrayList<>();
    private final AtomicLong nanoTime = new AtomicLong(500);
    private final Market market =
            new Market(
                    new ExchangeListing(
                            1,
                            "X",
                            "X",
                            "europe",
                            "X",
                            0,
                            0,
                            ZoneId.of("UTC"),
                            Map.of("eu-central-1", 1_000L),
                            List.of(new StockListing("A", "A", 700, 100, 1))),
                    (symbol, id, sequence, price, at, givenUp) -> prices.add(price),
                    () -> 1);
    private final Ticker ticker =
            new Ticker(
                    new Steps(),
                    List.of(new Ticker.Place(market, 0)),
                    Duration.ZERO,
                    nanoTime::get);

    @BeforeEach
    void open() throws Exception {
        market.open(new MemoryJournals());
        market.startTrading();
        prices.clear();
        ticker.begin();
    }

    @Test
    void shouldWaitUntilAPriceIsDue() {
        assertThat(ticker.doWork()).isEqualTo(SECOND / 10);
        assertThat(prices).isEmpty();

        nanoTime.addAndGet(SECOND / 10);

        assertThat(ticker.doWork()).isZero();
        assertThat(prices).containsExactly(100L);
        assertThat(ticker.doWork()).isEqualTo(SECOND / 10);
    }

    @Test
    void shouldCatchUpWhenALittleBehind() {
        nanoTime.addAndGet(SECOND / 2);

        for (int i = 0; i < 5; i++) {
            assertThat(ticker.doWork()).isZero();
        }

        assertThat(prices).hasSize(5);
        assertThat(ticker.doWork()).isPositive();
    }

    @Test
    void shouldSendWhatIsDueWithinAStepTogetherAtItsEnd() {
        Ticker inSteps =
                new Ticker(
                        new Steps(),
                        List.of(new Ticker.Place(market, 0)),
                        Duration.ofMillis(250),
                        nanoTime::get);
        inSteps.begin();

        assertThat(inSteps.doWork()).isEqualTo(SECOND / 4);
        nanoTime.addAndGet(SECOND / 4);

        assertThat(inSteps.doWork()).isZero();
        assertThat(inSteps.doWork()).isZero();
        assertThat(prices).containsExactly(100L, 200L);
        assertThat(inSteps.doWork()).isEqualTo(SECOND / 4);
    }

    @Test
    void shouldGoOnFromNowWhenFarBehind() {
        nanoTime.addAndGet(60 * SECOND);

        assertThat(ticker.doWork()).isZero();

        assertThat(ticker.doWork()).isEqualTo(SECOND / 10);
        assertThat(prices).containsExactly(100L);
    }

    @Test
    void shouldTellTheSourceOfPricesSetByHand() {
        ticker.moved(market, 0, 5_000);
        nanoTime.addAndGet(SECOND / 10);

        ticker.doWork();

        assertThat(prices).containsExactly(5_100L);
    }

    @Test
    void shouldCountPricesThatComeWhileTheMarketIsClosed() {
        market.close();
        nanoTime.addAndGet(SECOND / 10);

        ticker.doWork();

        assertThat(ticker.skipped()).isEqualTo(1);
        assertThat(prices).isEmpty();
    }

    @Test
    void shouldTickOnItsOwnThreadUntilClosed() {
        Ticker running =
                new Ticker(
                        new Steps(),
                        List.of(new Ticker.Place(market, 0)),
                        Duration.ZERO,
                        () -> nanoTime.addAndGet(SECOND / 10));
        running.start();
        long deadline = System.nanoTime() + 10 * SECOND;
        while (market.stocks().get(0).sequence() < 10) {
            assertThat(System.nanoTime()).isLessThan(deadline);
            Thread.onSpinWait();
        }

        running.close();

        assertThat(running.isRunning()).isFalse();
    }
}
