package org.fogg.analytics.health;

import java.net.URI;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** How all parts are, asked on a timer, so that watchers cost the parts nothing. Thread-safe. */
public final class WorldHealth {

    private final Map<String, URI> parts;
    private final HealthProbe probe;
    private volatile List<PartHealth> latest = List.of();

    /**
     * The health of these parts.
     *
     * @param parts by name, an HTTP health endpoint or {@code tcp://host:port}
     */
    public WorldHealth(Map<String, URI> parts) {
        this.parts = new TreeMap<>(parts);
        probe =
                new HealthProbe(
                        HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(1)).build());
    }

    /** What was found last, by name. */
    public List<PartHealth> latest() {
        return latest;
    }

    /** Asks all parts again. */
    public void refresh() {
        List<PartHealth> found = new ArrayList<>(parts.size());
        try {
            for (Map.Entry<String, URI> part : parts.entrySet()) {
                found.add(probe.ask(part.getKey(), part.getValue()));
            }
            latest = List.copyOf(found);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
