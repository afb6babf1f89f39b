package org.fogg.trader.bench.client;

/**
 * What a client proves itself with.
 *
 * @param id names the key
 * @param secret shown to nobody, so also not by {@link #toString}
 */
public record ApiKey(String id, String secret) {

    @Override
    public String toString() {
        return "ApiKey[" + id + "]";
    }
}
