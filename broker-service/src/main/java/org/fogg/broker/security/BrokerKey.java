package org.fogg.broker.security;

import java.util.Map;

/** The key by which the brokers of a world know each other. */
public final class BrokerKey {

    /** Its id; the secret is in the settings of every broker. */
    public static final String ID = "brokers";

    private BrokerKey() {}

    /** What a broker's requests carry. */
    public static Map<String, String> headers(String secret) {
        return Map.of(KeyFilter.KEY_ID, ID, KeyFilter.SECRET, secret);
    }
}
