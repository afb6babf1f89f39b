package org.fogg.exchange.market;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.fogg.exchange.journal.MemoryJournals;
import org.junit.jupiter.api.Test;

class MarketKeeperTest {

    @Test
    void shouldTellEveryPriceUntilItArrives() throws Exception {
        AtomicInteger left = new AtomicInteger(3);
        CountDownLatch arrived = new CountDownLatch(2);
        Market market =
                new Market(
                        MarketTest.LONDON,
                        (symbol, id, sequence, price, at, givenUp) -> {
                            if (left.getAndDecrement() > 0) {
                                givenUp.run();
                            } else {
                                arrived.countDown();
                            }
                        },
                        System::nanoTime);
        MarketKeeper keeper = new MarketKeeper(market, new MemoryJournals(), opened -> {});

        keeper.start();

        assertThat(arrived.await(1, TimeUnit.MINUTES)).isTrue();
        keeper.close();
        assertThat(keeper.openings()).isEqualTo(1);
    }
}
