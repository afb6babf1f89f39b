package org.fogg.broker.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.resilience4j.ratelimiter.RateLimiterConfig;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.fogg.broker.command.UnavailableException;
import org.fogg.broker.config.KeysProperties;
import org.junit.jupiter.api.Test;

final class KeyCacheTest {

    private static final UUID TRADER = new UUID(1, 2);

    private static final StoredKey ADMINISTRATOR =
            StoredKey.of("admin", "secret", Role.ADMINISTRATOR, null);

    private final AtomicLong now = new AtomicLong();
    private final Store store = new Store();
    private final KeyCache keys =
            new KeyCache(
                    store,
                    Map.of("admin", new KnownKey(ADMINISTRATOR, null)),
                    new KeysProperties(100, Duration.ofMinutes(10), Duration.ofMillis(500)),
                    RateLimiterConfig.ofDefaults(),
                    now::get);

    @Test
    void shouldReadKeyOnceWhileItIsInMemory() {
        store.add(StoredKey.of("k", "s", Role.TRADER, TRADER));

        assertThat(keys.find("k")).isSameAs(keys.find("k"));

        assertThat(store.reads).isEqualTo(1);
        now.addAndGet(Duration.ofMinutes(11).toNanos());
        assertThat(keys.find("k").matches("s")).isTrue();
        assertThat(store.reads).isEqualTo(2);
    }

    @Test
    void shouldAskForAnUnknownKeyOnceASecond() {
        assertThat(keys.find("x")).isNull();
        assertThat(keys.find("x")).isNull();
        assertThat(store.reads).isEqualTo(1);

        store.add(StoredKey.of("x", "s", Role.TRADER, TRADER));
        now.addAndGet(Duration.ofSeconds(2).toNanos());

        assertThat(keys.find("x")).isNotNull();
    }

    @Test
    void shouldForgetRevokedKeysOnly() {
        store.add(StoredKey.of("a", "s", Role.TRADER, TRADER));
        store.add(StoredKey.of("b", "s", Role.TRADER, TRADER));
        keys.find("a");
        keys.find("b");
        store.revoke("a");

        keys.pollRevocations();

        assertThat(keys.find("a")).isNull();
        assertThat(keys.find("b")).isNotNull();
        assertThat(store.reads).isEqualTo(3);
    }

    @Test
    void shouldKeepNothingWhileRevocationsCannotBeRead() {
        store.add(StoredKey.of("a", "s", Role.TRADER, TRADER));
        keys.find("a");
        store.away = true;

        keys.pollRevocations();

        assertThatThrownBy(() -> keys.find("a")).isInstanceOf(UnavailableException.class);
        assertThat(keys.find("admin")).isNotNull();
        store.away = false;
        assertThat(keys.find("a")).isNotNull();
    }

    @Test
    void shouldMatchTheWholeSecretOnly() {
        StoredKey key = StoredKey.of("a", "secret", Role.TRADER, TRADER);

        assertThat(key.matches("secret")).isTrue();
        assertThat(key.matches("secre")).isFalse();
        assertThat(key.matches("secret ")).isFalse();
        assertThat(key.matches("")).isFalse();
        assertThat(key.secretHash()).hasSize(32);
    }

    private static final class Store implements KeyStore {

        private final Map<String, StoredKey> keys = new HashMap<>();
        private final Set<String> revoked = new HashSet<>();
        private int reads;
        private boolean away;

        @Override
        public StoredKey find(String keyId) {
            failWhenAway();
            reads++;
            return revoked.contains(keyId) ? null : keys.get(keyId);
        }

        @Override
        public void add(StoredKey key) {
            keys.put(key.caller().keyId(), key);
        }

        @Override
        public boolean revoke(String keyId) {
            return revoked.add(keyId);
        }

        @Override
        public Set<String> revokedLately() {
            failWhenAway();
            return revoked;
        }

        private void failWhenAway() {
            if (away) {
                throw new UnavailableException("away", Duration.ofSeconds(1), false);
            }
        }
    }
}
