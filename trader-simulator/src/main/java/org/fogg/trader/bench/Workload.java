package org.fogg.trader.bench;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SplittableRandom;
import org.fogg.trader.bench.mix.Mix;
import org.fogg.trader.bench.mix.MixFile;
import org.fogg.trader.bench.mix.StockOnlineMix;
import org.fogg.trader.bench.mix.ThirdsMix;
import org.fogg.trader.bench.mix.Trader;
import org.fogg.trader.bench.mix.TraderDeck;
import org.fogg.trader.bench.mix.WeightedMix;
import org.fogg.trader.bench.mix.Weights;

/** The mix that the settings name, before there are traders. */
interface Workload {

    /** The mix of these traders. */
    Mix of(List<Trader> traders, long seed);

    /**
     * The named mix.
     *
     * @throws IllegalArgumentException naming the option, or file, line and rule
     */
    static Workload named(String name) {
        return switch (name) {
            case BenchSettings.THIRDS ->
                    (traders, seed) -> {
                        SplittableRandom random = new SplittableRandom(seed);
                        return new ThirdsMix(new TraderDeck(traders, random), random);
                    };
            case BenchSettings.STOCKONLINE ->
                    (traders, seed) -> {
                        SplittableRandom random = new SplittableRandom(seed);
                        return new StockOnlineMix(new TraderDeck(traders, random), random);
                    };
            default -> ofFile(Path.of(name));
        };
    }

    private static Workload ofFile(Path file) {
        if (!Files.isRegularFile(file)) {
            throw new IllegalArgumentException(
                    "--mix must be thirds, stockonline or a file, and there is no file " + file);
        }
        Weights weights = MixFile.read(file);
        return (traders, seed) -> {
            SplittableRandom random = new SplittableRandom(seed);
            return new WeightedMix(weights, new TraderDeck(traders, random), random);
        };
    }
}
