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
        Atlas atlas = atlas(properties.exchange().file());
        List<ExchangeListing> hosted = hosted(atlas, properties);
        ExchangeProperties.Exchange settings = properties.exchange();
        return WALK.equals(settings.prices())
                ? walking(hosted, settings)
                : replaying(properties.georegion(), sharing(atlas, properties), settings);
    }

    private static List<ExchangeListing> hosted(Atlas atlas, ExchangeProperties properties) {
        List<ExchangeListing> hosted = atlas.exchangesOf(properties.georegion());
        if (hosted.isEmpty()) {
            throw new ConfigurationException(
                    "fogg.georegion", properties.georegion(), "no exchange is in this georegion");
        }
        return hosted;
    }

    /** Exchanges that share a price file, one of each georegion in turn. */
    private static List<ExchangeListing> sharing(Atlas atlas, ExchangeProperties properties) {
        List<String> georegions = properties.exchange().priceGeoregions();
        if (georegions.isEmpty()) {
            return atlas.exchangesOf(properties.georegion());
        }
        if (!georegions.contains(properties.georegion())) {
            throw new ConfigurationException(
                    "fogg.exchange.price-georegions",
                    String.join(",", georegions),
                    "must have fogg.georegion, " + properties.georegion());
        }
        List<ExchangeListing> sharing = new ArrayList<>();
        int most = atlas.exchanges().size();
        for (int i = 0; i < most; i++) {
            for (String georegion : georegions) {
                atlas.exchangesOf(georegion).stream().skip(i).findFirst().ifPresent(sharing::add);
            }
        }
        return sharing;
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
            String georegion, List<ExchangeListing> sharing, ExchangeProperties.Exchange settings) {
        try {
            PriceFile file = PriceFileReader.read(Path.of(settings.prices()), INCREMENT);
            PriceFileListings listings = new PriceFileListings(sharing, file, INCREMENT);
            Duration run = Duration.ofSeconds(settings.replaySeconds());
            OwnPrices own = new OwnPrices(georegion, listings, new CsvReplay(file, run));
            boolean moves = settings.ticksPerSecond() > 0 && !own.places().isEmpty();
            return new World(own.exchanges(), moves ? own : null, own.places());
        } catch (PriceFileException | InvalidPathException e) {
            throw new ConfigurationException(
                    "fogg.exchange.prices", settings.prices(), String.valueOf(e.getMessage()));
        }
    }
}
