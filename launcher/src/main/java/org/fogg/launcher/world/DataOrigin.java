package org.fogg.launcher.world;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Which prices the stored data was made with. Stocks of other prices have no place in it: they
 * would be listed for ever without a price.
 */
final class DataOrigin {

    private DataOrigin() {}

    static Optional<String> read(WorldHome home) {
        try {
            return Files.exists(file(home))
                    ? Optional.of(Files.readString(file(home)).strip())
                    : Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + file(home), e);
        }
    }

    static void write(WorldHome home, String prices) {
        try {
            Files.writeString(file(home), prices + "\n");
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot write " + file(home), e);
        }
    }

    static void forget(WorldHome home) {
        Folders.delete(file(home));
    }

    /**
     * Refuses prices that do not go with the data there is.
     *
     * @throws WorldException with what to do about it
     */
    static void require(WorldHome home, String prices) {
        Optional<String> before = read(home);
        if (before.isPresent() && !before.get().equals(prices)) {
            throw new WorldException(
                    "The data in "
                            + home.folder()
                            + " was made with the prices "
                            + before.get()
                            + ", not "
                            + prices
                            + "; delete it with fogg down --wipe, or set FOGG_HOME to another"
                            + " folder.");
        }
    }

    private static Path file(WorldHome home) {
        return home.folder().resolve("prices");
    }
}
