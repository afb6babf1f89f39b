package org.fogg.stack;

import java.nio.file.Path;

/**
 * Where the files of one server are within its stack's folder.
 *
 * @param stack the stack's folder
 * @param name the server's name
 */
record ServerFolder(Path stack, String name) {
    Path root() {
        return stack.resolve(name);
    }

    Path spec() {
        return root().resolve("spec.properties");
    }

    Path process() {
        return root().resolve("process.properties");
    }

    Path config() {
        return root().resolve("config");
    }

    Path data() {
        return root().resolve("data");
    }

    Path logs() {
        return stack.resolve("logs");
    }

    Path log() {
        return logs().resolve(name + ".log");
    }
}
