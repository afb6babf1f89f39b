package org.fogg.launcher.world;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Finds out before anything starts that somebody else listens where a part would. */
final class PortCheck {

    private PortCheck() {}

    /**
     * Refuses ports that are taken.
     *
     * @throws WorldException naming them, and what to do
     */
    static void requireFree(Ports ports, WorldSettings settings) {
        List<Integer> taken = new ArrayList<>();
        for (int port :
                ports.all(settings.georegions().size(), settings.dcs(), settings.brokers())) {
            if (!isFree(port)) {
                taken.add(port);
            }
        }
        if (!taken.isEmpty()) {
            throw new WorldException(
                    (taken.size() == 1 ? "Port " : "Ports ")
                            + taken.stream().map(String::valueOf).collect(Collectors.joining(", "))
                            + " on 127.0.0.1 "
                            + (taken.size() == 1 ? "is" : "are")
                            + " taken: stop what listens there, or set FOGG_PORT_OFFSET to a"
                            + " number to add to every port.");
        }
    }

    private static boolean isFree(int port) {
        try (ServerSocket socket = new ServerSocket()) {
            // As the servers do: connections of a former run may still be closing.
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            return true;
        } catch (IOException e) {
            return false;
        }
    }
}
