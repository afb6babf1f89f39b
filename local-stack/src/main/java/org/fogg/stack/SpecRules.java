package org.fogg.stack;

import java.util.regex.Pattern;

/** What all specs have to keep. */
final class SpecRules {
    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9-]{0,39}");
    private static final Pattern LOOPBACK = Pattern.compile("127(\\.\\d{1,3}){3}");
    private static final int MAX_PORT = 65_535;
    private static final int MIN_HEAP_MB = 64;

    private SpecRules() {}

    static void check(ServerSpec spec) {
        require(
                NAME.matcher(spec.name()).matches(),
                "name: lower-case letters, digits and hyphens, at most 40, not " + spec.name());
        require(
                LOOPBACK.matcher(spec.host()).matches(),
                "host: a loopback address (127.x.x.x), not " + spec.host());
        spec.ports()
                .forEach(
                        (purpose, port) ->
                                require(
                                        port >= 0 && port <= MAX_PORT,
                                        purpose + " port: 0 to 65535, not " + port));
        require(
                spec.heapMb() >= MIN_HEAP_MB,
                "heapMb: at least " + MIN_HEAP_MB + ", not " + spec.heapMb());
    }

    private static void require(boolean kept, String rule) {
        if (!kept) {
            throw new IllegalArgumentException(rule);
        }
    }
}
