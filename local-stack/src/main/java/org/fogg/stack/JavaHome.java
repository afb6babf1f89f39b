package org.fogg.stack;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A Java installation.
 *
 * @param home its folder, holding {@code bin/java}
 * @param version as it tells it, for example 17.0.15
 */
record JavaHome(Path home, String version) {
    /** Kafka and Elasticsearch need at least this. */
    static final int LOWEST = 17;

    /** Cassandra needs a security manager, which Java 24 took away. */
    static final int HIGHEST = 23;

    private static final Pattern MAJOR = Pattern.compile("(?:1\\.)?(\\d+).*");

    /** Looks at a folder; empty where it holds no Java that tells its version. */
    static Optional<JavaHome> at(Path home) {
        if (!Files.isExecutable(home.resolve("bin").resolve("java"))) {
            return Optional.empty();
        }
        Properties release = new Properties();
        try {
            release.load(new StringReader(Files.readString(home.resolve("release"))));
        } catch (IOException noSuchFile) {
            return Optional.empty();
        }
        String version = release.getProperty("JAVA_VERSION", "").replace("\"", "");
        return MAJOR.matcher(version).matches()
                ? Optional.of(new JavaHome(home, version))
                : Optional.empty();
    }

    int major() {
        Matcher matcher = MAJOR.matcher(version);
        if (!matcher.matches()) {
            throw new IllegalStateException("Not a Java version: " + version);
        }
        return Integer.parseInt(matcher.group(1));
    }

    boolean fits() {
        return major() >= LOWEST && major() <= HIGHEST;
    }

    Path command() {
        return home.resolve("bin").resolve("java");
    }
}
