package org.fogg.exchange;

import java.io.IOException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.fogg.exchange.listing.PriceFileListings;
import org.fogg.exchange.listing.PriceFileListings.Place;
import org.fogg.ticker.price.CsvReplay;
import org.fogg.ticker.price.PriceFile;
import org.fogg.ticker.price.PriceFileException;
import org.fogg.ticker.price.PriceFileReader;
import org.fogg.ticker.price.PriceSource;
import org.fogg.ticker.price.RandomWalk;
import org.fogg.ticker.price.RandomWalks;
import org.fogg.world.Atlas;
import org.fogg.world.AtlasException;
import org.fogg.world.AtlasFile;
import org.fogg.world.ExchangeListing;
import org.fogg.world.StockListing;
import org.jspecify.annotations.Nullable;

/**
 * The exchanges to host, and where their prices come from, as the settings say.
 *
 * @param source null when prices only change by hand
 * @param places where the source's stocks are listed
 */
record World(List<ExchangeListing> exchanges, @Nullable PriceSource source, List<Place> places) {

    private static final String WALK = "walk";
    private static final long INCREMENT = 100;

    static World of(ExchangeProperties properties) {
        List<ExchangeListing> hosted = hosted(properties);
        ExchangeProperties.Exchange settings = properties.exchange();
        return WALK.equals(settings.prices())
                ? walking(hosted, settings)
                : replaying(hosted, settings);
    }

    private static List<ExchangeListing> hosted(ExchangeProperties properties) {
        List<ExchangeListing> hosted =
                atlas(properties.exchange().file()).exchangesOf(properties.georegion());
        if (hosted.isEmpty()) {
            throw new ConfigurationException(
                    "fogg.georegion", properties.georegion(), "no exchange is in this georegion");
        }
        return hosted;
    }

    private static Atlas atlas(String file) {
        if (file.isBlank()) {
            return AtlasFile.builtIn();
        }
        try {
            return AtlasFile.read(Path.of(file));
        } catch (AtlasException e) {
            throw new ConfigurationException(
                    "fogg.exchange.file", file, String.valueOf(e.getMessage()));
        } catch (IOException | InvalidPathException e) {
            throw new ConfigurationException("fogg.exchange.file", file, "cannot be read: " + e);
        }
    }

    private static World walking(
            List<ExchangeListing> hosted, ExchangeProperties.Exchange settings) {
        List<RandomWalk> walks = new ArrayList<>();
        List<Place> places = new ArrayList<>();
        for (int exchange = 0; exchange < hosted.size(); exchange++) {
            List<StockListing> stocks = hosted.get(exchange).stocks();
            for (int index = 0; index < stocks.size(); index++) {
                walks.add(walk(stocks.get(index), settings.seed()));
                places.add(new Place(exchange, index));
            }
        }
        int rate = settings.ticksPerSecond();
        PriceSource source =
                rate == 0 || walks.isEmpty() ? null : new RandomWalks(walks, rate, settings.seed());
        return new World(hosted, source, places);
    }

    private static RandomWalk walk(StockListing stock, long seed) {
        return new RandomWalk(
                seed * 31 + stock.symbol().hashCode(),
                stock.openingPrice(),
                stock.increment(),
                stock.volatility());
    }

    private static World replaying(
            List<ExchangeListing> hosted, ExchangeProperties.Exchange settings) {
        try {
            PriceFile file = PriceFileReader.read(Path.of(settings.prices()), INCREMENT);
            PriceFileListings listings = new PriceFileListings(hosted, file, INCREMENT);
            Duration run = Duration.ofSeconds(settings.replaySeconds());
            PriceSource source = settings.ticksPerSecond() == 0 ? null : new CsvReplay(file, run);
            return new World(listings.exchanges(), source, listings.places());
        } catch (PriceFileException | InvalidPathException e) {
            throw new ConfigurationException(
                    "fogg.exchange.prices", settings.prices(), String.valueOf(e.getMessage()));
        }
    }
}
