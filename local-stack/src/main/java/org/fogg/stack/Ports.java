package org.fogg.stack;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;

/** Free and taken ports. */
final class Ports {
    // Below the range from which the system takes the ports of outgoing connections: one of those
    // must not take a port between our look at it and the server's bind.
    private static final int LOWEST = 15_000;
    private static final int HIGHEST = 32_000;
    private static final int TRIES = 1_000;

    private Ports() {}

    static int of(Map<String, Integer> ports, String purpose) {
        Integer port = ports.get(purpose);
        if (port == null) {
            throw new IllegalArgumentException("ports: no port for " + purpose);
        }
        return port;
    }

    static boolean isFree(String host, int port) {
        try (ServerSocket socket = new ServerSocket()) {
            // As the servers do: connections of a former run may still be closing.
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(host, port));
            return true;
        } catch (IOException taken) {
            return false;
        }
    }

    /** A port that nobody listens on at this moment, on any of the hosts. */
    static int free(Iterable<String> hosts) {
        for (int i = 0; i < TRIES; i++) {
            int port = ThreadLocalRandom.current().nextInt(LOWEST, HIGHEST);
            if (isFreeOnAll(hosts, port)) {
                return port;
            }
        }
        throw new StackException(
                StackException.Problem.PORT_TAKEN,
                "No free port between " + LOWEST + " and " + HIGHEST + " was found.");
    }

    static boolean isFreeOnAll(Iterable<String> hosts, int port) {
        for (String host : hosts) {
            if (!isFree(host, port)) {
                return false;
            }
        }
        return true;
    }
}
