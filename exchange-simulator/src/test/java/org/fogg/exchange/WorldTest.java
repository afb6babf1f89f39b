package org.fogg.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.fogg.ticker.price.PriceSource;
import org.fogg.world.ExchangeListing;
import org.fogg.world.StockListing;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WorldTest {

    private static final List<String> BOTH = List.of("europe", "north-america");

    @TempDir Path folder;

    @Test
    void shouldListEverySymbolOnceWhenGeoregionsShareAPriceFile() throws Exception {
        World europe = World.of(properties("europe", BOTH));
        World america = World.of(properties("north-america", BOTH));

        assertThat(symbols(europe)).containsExactlyInAnyOrder("A", "C", "E");
        assertThat(symbols(america)).containsExactlyInAnyOrder("B", "D");
        assertThat(europe.exchanges()).hasSize(5);
    }

    @Test
    void shouldReplayOnlyItsOwnPricesWhenGeoregionsShareAPriceFile() throws Exception {
        World america = World.of(properties("north-america", BOTH));
        PriceSource source = Objects.requireNonNull(america.source());
        List<String> changes = new ArrayList<>();

        for (int i = 0; i < 4; i++) {
            source.advance();
            var place = america.places().get(source.stock());
            StockListing stock =
                    america.exchanges().get(place.exchange()).stocks().get(place.index());
            changes.add(stock.symbol() + " " + source.price());
        }

        assertThat(changes).containsExactly("B 20000", "D 40000", "B 20100", "D 40100");
    }

    @Test
    void shouldListAllWhenAGeoregionHasAPriceFileAlone() throws Exception {
        World europe = World.of(properties("europe", List.of()));

        assertThat(symbols(europe)).containsExactlyInAnyOrder("A", "B", "C", "D", "E");
    }

    @Test
    void shouldNameTheSettingWhenTheOwnGeoregionDoesNotShare() {
        assertThatThrownBy(() -> World.of(properties("europe", List.of("atlantic"))))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("fogg.exchange.price-georegions = atlantic");
    }

    private ExchangeProperties properties(String georegion, List<String> sharing) throws Exception {
        StringBuilder csv = new StringBuilder("time,symbol,price\n");
        for (int day = 0; day < 2; day++) {
            for (int i = 0; i < 5; i++) {
                csv.append("2020-01-0%d,%c,%d.0%d\n".formatted(day + 1, 'A' + i, i + 1, day));
            }
        }
        Path file = Files.writeString(folder.resolve("prices.csv"), csv);
        return new ExchangeProperties(
                georegion,
                new ExchangeProperties.Kafka("127.0.0.1:9092", 1),
                new ExchangeProperties.Exchange(
                        "",
                        file.toString(),
                        sharing,
                        120,
                        Duration.ZERO,
                        Duration.ofSeconds(1),
                        1,
                        60,
                        "127.0.0.1"));
    }

    private static List<String> symbols(World world) {
        return world.exchanges().stream()
                .map(ExchangeListing::stocks)
                .flatMap(List::stream)
                .map(StockListing::symbol)
                .toList();
    }
}
