package org.fogg.stack;

import java.net.InetSocketAddress;
import java.net.URI;
import java.util.Locale;
import java.util.concurrent.ThreadLocalRandom;

/**
 * What a test needs to know of the servers it uses, wherever they run. The servers are shared by
 * all tests of a build: a test keeps to keyspaces, topics and indices of its own, named by {@link
 * #uniqueName}, and stops nothing.
 *
 * <p>Each method throws {@link IllegalStateException} for a server that was not asked for.
 */
public interface Servers {
    /** The data centre of the Cassandra node, unless a test starts nodes of its own. */
    String LOCAL_DC = "europe-eu-central-1";

    /** Where the Cassandra driver connects. */
    InetSocketAddress cassandra();

    /** The data centre to name to the driver and in replication settings. */
    default String localDc() {
        return LOCAL_DC;
    }

    /** Kafka's {@code bootstrap.servers}. */
    String kafka();

    /** The base address of Elasticsearch, without a slash at its end. */
    URI elasticsearch();

    /**
     * A name that no other test uses, good for a keyspace, a topic and an index: the prefix, an
     * underscore and eight random letters and digits, all in lower case.
     *
     * @param prefix a letter, then at most 38 letters, digits and underscores
     */
    static String uniqueName(String prefix) {
        if (!prefix.matches("[a-zA-Z][a-zA-Z0-9_]{0,38}")) {
            throw new IllegalArgumentException(
                    "prefix: a letter, then at most 38 letters, digits, underscores: " + prefix);
        }
        long random = ThreadLocalRandom.current().nextLong(36L * 36 * 36 * 36 * 36 * 36 * 36 * 36);
        String suffix = Long.toString(random, 36);
        return prefix.toLowerCase(Locale.ROOT) + "_" + "0".repeat(8 - suffix.length()) + suffix;
    }
}
