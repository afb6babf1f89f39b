package org.fogg.exchange.market;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.fogg.exchange.journal.MemoryJournals;
import org.fogg.world.ExchangeListing;
import org.fogg.world.StockListing;
import org.junit.jupiter.api.Test;

class MarketKeeperTest {

    private static final ExchangeListing LONDON =
            new ExchangeListing(
                    1,
                    "XLON",
                    "London Stock Exchange",
                    "europe",
                    "London",
                    0,
                    0,
                    ZoneId.of("Europe/London"),
                    Map.of("eu-central-1", 1_000L),
                    List.of(new StockListing("SHEL.L", "Shell", 400_000, 100, 2_200)));

    @Test
    void shouldTellThePriceUntilItArrives() throws Exception {
        AtomicInteger left = new AtomicInteger(3);
        CountDownLatch arrived = new CountDownLatch(1);
        Market market =
                new Market(
                        LONDON,
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
