package org.fogg.stack;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Gives ports to servers that asked for any, and refuses those that someone else holds. */
final class PortPlan {
    private static final String STORAGE = "storage";

    private PortPlan() {}

    /**
     * Fills in every port of 0: with the one used before where there was one and it is free, else
     * with a free one.
     *
     * @param wanted the servers about to start
     * @param before what the stack's folder says of all its servers, by name
     * @throws StackException if a port that was asked for is taken
     */
    static List<ServerSpec> resolve(List<ServerSpec> wanted, Map<String, ServerSpec> before) {
        int storagePort = sharedStoragePort(wanted, before);
        Set<String> given = new LinkedHashSet<>();
        List<ServerSpec> resolved = new ArrayList<>();
        for (ServerSpec spec : wanted) {
            ServerSpec shared =
                    spec instanceof CassandraSpec ? with(spec, STORAGE, storagePort) : spec;
            resolved.add(resolve(shared, before.get(spec.name()), given));
        }
        return resolved;
    }

    private static ServerSpec resolve(
            ServerSpec spec, @Nullable ServerSpec before, Set<String> given) {
        Map<String, Integer> ports = new HashMap<>();
        spec.ports()
                .forEach(
                        (purpose, port) -> {
                            int found =
                                    port == 0
                                            ? choose(spec, before, purpose, given)
                                            : requireFree(spec, purpose, port);
                            given.add(spec.host() + ":" + found);
                            ports.put(purpose, found);
                        });
        return spec.withPorts(ports);
    }

    private static int choose(
            ServerSpec spec, @Nullable ServerSpec before, String purpose, Set<String> given) {
        Integer used = before == null ? null : before.ports().get(purpose);
        if (used != null && used != 0 && Ports.isFree(spec.host(), used)) {
            return used;
        }
        int port;
        do {
            // JMX listens on 127.0.0.1 whatever the server's own address.
            port = Ports.free(List.of(spec.host(), ServerSpec.LOOPBACK));
        } while (given.contains(spec.host() + ":" + port));
        return port;
    }

    private static int requireFree(ServerSpec spec, String purpose, int port) {
        if (Ports.isFree(spec.host(), port)) {
            return port;
        }
        String remedy =
                purpose.equals("client")
                        ? "set "
                                + spec.kind().portSetting()
                                + " to another port (0 for any free one)"
                        : "give it another " + purpose + " port";
        throw new StackException(
                StackException.Problem.PORT_TAKEN,
                "Port "
                        + port
                        + " on "
                        + spec.host()
                        + " is taken by another program, so "
                        + spec.kind().title()
                        + " cannot start: stop that program, or "
                        + remedy
                        + ".");
    }

    /** The nodes of a cluster find each other only where they all use the same storage port. */
    private static int sharedStoragePort(List<ServerSpec> wanted, Map<String, ServerSpec> before) {
        Set<String> hosts = new LinkedHashSet<>();
        Set<String> names = new LinkedHashSet<>();
        for (ServerSpec spec : wanted) {
            if (spec instanceof CassandraSpec node) {
                if (node.storagePort() != 0) {
                    return node.storagePort();
                }
                hosts.add(node.host());
                names.add(node.name());
            }
        }
        int used = 0;
        for (ServerSpec spec : before.values()) {
            if (spec instanceof CassandraSpec node) {
                used = node.storagePort();
                if (!names.contains(node.name())) {
                    return used;
                }
            }
        }
        if (hosts.isEmpty()) {
            return 0;
        }
        return used != 0 && Ports.isFreeOnAll(hosts, used) ? used : Ports.free(hosts);
    }

    private static ServerSpec with(ServerSpec spec, String purpose, int port) {
        Map<String, Integer> ports = new HashMap<>(spec.ports());
        ports.put(purpose, port);
        return spec.withPorts(ports);
    }
}
