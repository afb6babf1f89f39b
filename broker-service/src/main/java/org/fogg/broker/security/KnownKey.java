package org.fogg.broker.security;

import io.github.resilience4j.ratelimiter.RateLimiter;
import io.github.resilience4j.ratelimiter.RateLimiterConfig;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.core.authority.SimpleGrantedAuthority;

/** A key in memory, with all that its requests need. Thread-safe. */
final class KnownKey {

    private final StoredKey key;
    private final @Nullable RateLimiter limiter;
    private final Token token;

    /**
     * @param limits null for a key whose requests are not limited
     */
    KnownKey(StoredKey key, @Nullable RateLimiterConfig limits) {
        this.key = key;
        limiter = limits == null ? null : RateLimiter.of(key.caller().keyId(), limits);
        token = new Token(key.caller());
    }

    boolean matches(String secret) {
        return key.matches(secret);
    }

    Caller caller() {
        return key.caller();
    }

    boolean tryRequest() {
        return limiter == null || limiter.acquirePermission();
    }

    Token token() {
        return token;
    }

    /** The same for all requests of a key: it never changes. */
    static final class Token extends AbstractAuthenticationToken {

        private static final long serialVersionUID = 1L;

        private final transient Caller caller;

        Token(Caller caller) {
            super(List.of(new SimpleGrantedAuthority("ROLE_" + caller.role().name())));
            this.caller = caller;
            super.setAuthenticated(true);
        }

        @Override
        public Object getCredentials() {
            return "";
        }

        @Override
        public Object getPrincipal() {
            return caller;
        }

        @Override
        public String getName() {
            return caller.keyId();
        }
    }
}
