package org.fogg.broker.security;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Ticker;
import io.github.resilience4j.ratelimiter.RateLimiterConfig;
import java.time.Duration;
import java.util.Map;
import org.fogg.broker.command.UnavailableException;
import org.fogg.broker.config.KeysProperties;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keys in memory, so that a request waits for the store only the first time. A key revoked through
 * any broker leaves it with the next {@link #pollRevocations}; while revocations cannot be read,
 * nothing stays in memory. Thread-safe.
 */
final class KeyCache {

    private static final Logger LOG = LoggerFactory.getLogger(KeyCache.class);

    private static final Duration UNKNOWN_FOR = Duration.ofSeconds(1);
    private static final int MOST_UNKNOWN = 10_000;
    private static final int LONGEST_ID = 64;

    private final KeyStore store;
    private final RateLimiterConfig limits;
    private final Map<String, KnownKey> settled;
    private final Cache<String, KnownKey> known;
    private final Cache<String, Boolean> unknown;
    private volatile boolean storeAway;

    /**
     * @param settled keys of the settings, by id, which no store has
     */
    KeyCache(
            KeyStore store,
            Map<String, KnownKey> settled,
            KeysProperties settings,
            RateLimiterConfig limits,
            Ticker ticker) {
        this.store = store;
        this.limits = limits;
        this.settled = Map.copyOf(settled);
        known =
                Caffeine.newBuilder()
                        .maximumSize(settings.cacheSize())
                        .expireAfterWrite(settings.cacheFor())
                        .ticker(ticker)
                        .build();
        // Guessing keys must not cost a read each.
        unknown =
                Caffeine.newBuilder()
                        .maximumSize(MOST_UNKNOWN)
                        .expireAfterWrite(UNKNOWN_FOR)
                        .ticker(ticker)
                        .build();
    }

    /**
     * The key of an id.
     *
     * @return null when there is none
     * @throws UnavailableException when it is not in memory and cannot be read
     */
    @Nullable KnownKey find(String keyId) {
        KnownKey key = settled.get(keyId);
        if (key != null) {
            return key;
        }
        key = known.getIfPresent(keyId);
        if (key != null) {
            return key;
        }
        if (keyId.length() > LONGEST_ID || unknown.getIfPresent(keyId) != null) {
            return null;
        }
        return load(keyId);
    }

    /** Forgets what was revoked; to be called again and again. */
    void pollRevocations() {
        try {
            known.invalidateAll(store.revokedLately());
            storeAway = false;
        } catch (UnavailableException e) {
            if (!storeAway) {
                storeAway = true;
                LOG.warn("Revoked keys cannot be read, no key is kept in memory: {}", e.reason());
            }
            known.invalidateAll();
        }
    }

    private @Nullable KnownKey load(String keyId) {
        StoredKey stored = store.find(keyId);
        if (stored == null) {
            unknown.put(keyId, Boolean.TRUE);
            return null;
        }
        // Requests that come at once share one limiter.
        return known.get(keyId, id -> new KnownKey(stored, limits));
    }
}
