package org.fogg.broker.security;

import org.fogg.broker.command.UnavailableException;
import org.jspecify.annotations.Nullable;

/**
 * Checks keys that do not come in the headers of a request, in the same memory of keys and against
 * the same rate limits. Thread-safe; every method may throw {@link UnavailableException}, and may
 * wait for the store.
 */
public final class Keys {

    private final KeyCache cache;

    Keys(KeyCache cache) {
        this.cache = cache;
    }

    /** Whose key it is; null when there is no such key or the secret is not its secret. */
    public @Nullable Caller find(String keyId, String secret) {
        KnownKey key = cache.find(keyId);
        return key == null || !key.matches(secret) ? null : key.caller();
    }

    /** Whether a key that was found before has not been ended since. */
    public boolean isAlive(String keyId) {
        return cache.find(keyId) != null;
    }

    /** Counts one request of a key that is alive; false when it has made too many. */
    public boolean tryRequest(String keyId) {
        KnownKey key = cache.find(keyId);
        return key != null && key.tryRequest();
    }
}
