package org.fogg.broker.home;

import java.net.URI;
import java.time.Duration;
import java.util.List;

/**
 * A georegion's pair of data centres, as one broker sees it.
 *
 * @param dc this broker's data centre
 * @param dcs the pair, the first home first; one alone, or none, where the georegion has no pair
 * @param otherBrokers bases of the REST APIs of the other data centre's brokers
 * @param everywhere whether commits have to be in both data centres
 * @param lostAfter how long nothing of a data centre may take connections before it counts as lost
 */
public record HomeSettings(
        String dc,
        List<String> dcs,
        List<URI> otherBrokers,
        boolean everywhere,
        Duration lostAfter) {

    public HomeSettings {
        dcs = List.copyOf(dcs);
        otherBrokers = List.copyOf(otherBrokers);
    }

    /** Of a georegion with one data centre. */
    public static HomeSettings alone(String dc) {
        return new HomeSettings(dc, List.of(dc), List.of(), false, Duration.ofSeconds(2));
    }

    /** Whether there are two data centres. */
    public boolean isPair() {
        return dcs.size() == 2;
    }

    /** The other data centre of the pair. */
    public String other() {
        return notHome(dc);
    }

    /** The one of the pair that is not this one. */
    String notHome(String home) {
        return dcs.get(dcs.get(0).equals(home) ? 1 : 0);
    }
}
