package org.fogg.launcher.world;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * Which prices and georegions the stored data was made with. Stocks of other prices have no place
 * in it: they would be listed for ever without a price. Nor have other georegions: each has a
 * Cassandra node of its own, and their order gives the nodes their addresses.
 */
final class DataOrigin {

    private DataOrigin() {}

    /** One line each. */
    private record Origin(String prices, String georegions, String dcs) {

        static Origin of(WorldSettings settings) {
            return new Origin(
                    settings.prices(),
                    String.join(",", settings.georegions()),
                    Integer.toString(settings.dcs()));
        }
    }

    static boolean exists(WorldHome home) {
        return Files.exists(file(home));
    }

    private static Optional<Origin> read(WorldHome home) {
        try {
            if (!exists(home)) {
                return Optional.empty();
            }
            List<String> lines = Files.readAllLines(file(home));
            return Optional.of(
                    new Origin(
                            lines.get(0).strip(),
                            lines.size() > 1 ? lines.get(1).strip() : WorldSettings.EUROPE,
                            lines.size() > 2 ? lines.get(2).strip() : "1"));
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + file(home), e);
        }
    }

    static void write(WorldHome home, WorldSettings settings) {
        Origin origin = Origin.of(settings);
        try {
            Files.writeString(
                    file(home),
                    String.join("\n", origin.prices, origin.georegions, origin.dcs) + "\n");
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot write " + file(home), e);
        }
    }

    static void forget(WorldHome home) {
        Folders.delete(file(home));
    }

    /**
     * Refuses prices and georegions that do not go with the data there is.
     *
     * @throws WorldException with what to do about it
     */
    static void require(WorldHome home, WorldSettings settings) {
        Optional<Origin> before = read(home);
        if (before.isEmpty()) {
            return;
        }
        Origin now = Origin.of(settings);
        require(home, "prices", before.get().prices, now.prices);
        require(home, "georegions", before.get().georegions, now.georegions);
        require(home, "number of data centres", before.get().dcs, now.dcs);
    }

    private static void require(WorldHome home, String what, String before, String now) {
        if (!before.equals(now)) {
            throw new WorldException(
                    "The data in "
                            + home.folder()
                            + " was made with the "
                            + what
                            + " "
                            + before
                            + ", not "
                            + now
                            + "; delete it with fogg down --wipe, or set FOGG_HOME to another"
                            + " folder.");
        }
    }

    private static Path file(WorldHome home) {
        return home.folder().resolve("prices");
    }
}
