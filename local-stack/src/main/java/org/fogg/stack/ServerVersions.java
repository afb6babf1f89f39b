package org.fogg.stack;

import java.io.IOException;
import java.io.InputStream;
import java.util.Properties;

/** The versions of the servers that this build starts; they come from the build itself. */
public final class ServerVersions {
    private static final Properties VERSIONS = load();

    private ServerVersions() {}

    /** The version of a server, for example 5.0.9. */
    public static String of(ServerKind kind) {
        return VERSIONS.getProperty(kind.id());
    }

    private static Properties load() {
        try (InputStream in = ServerVersions.class.getResourceAsStream("versions.properties")) {
            if (in == null) {
                throw new IllegalStateException("versions.properties is not on the class path");
            }
            Properties versions = new Properties();
            versions.load(in);
            return versions;
        } catch (IOException e) {
            throw new IllegalStateException("versions.properties cannot be read", e);
        }
    }
}
