package org.fogg.broker.security;

import java.util.Set;
import org.fogg.broker.command.UnavailableException;
import org.jspecify.annotations.Nullable;

/**
 * Where keys are kept, for all brokers. Thread-safe; every method may throw {@link
 * UnavailableException}.
 */
public interface KeyStore {

    /** The key of an id; null when there is none or it was revoked. */
    @Nullable StoredKey find(String keyId);

    /** Keeps a new key. */
    void add(StoredKey key);

    /**
     * Ends a key for ever.
     *
     * @return false when there is no such key
     */
    boolean revoke(String keyId);

    /** Ids of the keys revoked lately, at least as far back as any broker's cache reaches. */
    Set<String> revokedLately();
}
