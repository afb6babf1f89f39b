package org.fogg.broker.security;

import com.github.benmanes.caffeine.cache.Ticker;
import io.github.resilience4j.ratelimiter.RateLimiterConfig;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.fogg.broker.command.UnavailableException;
import org.fogg.broker.config.KeysProperties;

/** Keys in memory, for tests of what checks them. The secret of a key is its id and "-secret". */
public final class TestKeys implements KeyStore {

    private static final StoredKey ADMINISTRATOR =
            StoredKey.of("admin", "admin-secret", Role.ADMINISTRATOR, null);

    private final Map<String, StoredKey> stored = new ConcurrentHashMap<>();
    private final Set<String> revoked = ConcurrentHashMap.newKeySet();
    private final KeyCache cache;
    private boolean away;

    /** Each key may make so many requests. */
    public TestKeys(int requests) {
        cache =
                new KeyCache(
                        this,
                        Map.of("admin", new KnownKey(ADMINISTRATOR, null)),
                        new KeysProperties(100, Duration.ofMinutes(10), Duration.ofMillis(50)),
                        RateLimiterConfig.custom()
                                .limitForPeriod(requests)
                                .limitRefreshPeriod(Duration.ofDays(1))
                                .timeoutDuration(Duration.ZERO)
                                .build(),
                        Ticker.systemTicker());
    }

    public Keys keys() {
        return new Keys(cache);
    }

    public void add(String keyId, UUID traderId) {
        add(StoredKey.of(keyId, keyId + "-secret", Role.TRADER, traderId));
    }

    public void setAway(boolean away) {
        this.away = away;
    }

    /** What the poll of revoked keys does. */
    public void poll() {
        cache.pollRevocations();
    }

    @Override
    public StoredKey find(String keyId) {
        failWhenAway();
        return revoked.contains(keyId) ? null : stored.get(keyId);
    }

    @Override
    public void add(StoredKey key) {
        stored.put(key.caller().keyId(), key);
    }

    @Override
    public boolean revoke(String keyId) {
        return revoked.add(keyId);
    }

    @Override
    public Set<String> revokedLately() {
        failWhenAway();
        return Set.copyOf(revoked);
    }

    private void failWhenAway() {
        if (away) {
            throw new UnavailableException("Cassandra does not answer", Duration.ZERO, false);
        }
    }
}
