package org.fogg.launcher.world;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The folders a world lives in.
 *
 * @param project the project's root, which holds the built services
 * @param folder the world's own folder: data, logs and what is needed to find it again
 */
public record WorldHome(Path project, Path folder) {

    public WorldHome {
        project = project.toAbsolutePath().normalize();
        folder = folder.toAbsolutePath().normalize();
    }

    /** The file that describes the running world; there is one while a world runs. */
    public Path worldFile() {
        return folder.resolve("world.json");
    }

    /** One log a part, named after it. */
    public Path logs() {
        return folder.resolve("logs");
    }

    /** The log of one part. */
    public Path log(String part) {
        return logs().resolve(part + ".log");
    }

    /** The load generator's records of its requests and answers, one file a run. */
    public Path clientRecords() {
        return folder.resolve("clients");
    }

    /** Which processes were started. */
    Path processes() {
        return folder.resolve("run");
    }

    /** Makes the folders that do not exist yet. */
    void create() {
        try {
            Files.createDirectories(logs());
            Files.createDirectories(clientRecords());
            Files.createDirectories(processes());
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot create " + folder, e);
        }
    }
}
