package org.fogg.broker.security;

import java.security.SecureRandom;
import java.util.UUID;
import org.fogg.broker.command.UnavailableException;

/** Makes keys. Thread-safe. */
public final class KeyIssuer {

    private static final String LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
    private static final int ID_LENGTH = 18;
    private static final int SECRET_LENGTH = 40;

    private final KeyStore store;
    private final SecureRandom random;

    /** Keeps keys in this store. */
    public KeyIssuer(KeyStore store, SecureRandom random) {
        this.store = store;
        this.random = random;
    }

    /**
     * Makes a key for a trader and keeps it.
     *
     * @throws UnavailableException when it could not be kept
     */
    public IssuedKey issue(UUID traderId) {
        IssuedKey key = new IssuedKey("FK" + letters(ID_LENGTH), letters(SECRET_LENGTH));
        store.add(StoredKey.of(key.keyId(), key.secretKey(), Role.TRADER, traderId));
        return key;
    }

    /**
     * Ends a key.
     *
     * @return false when there is no such key
     */
    public boolean revoke(String keyId) {
        return store.revoke(keyId);
    }

    private String letters(int length) {
        StringBuilder letters = new StringBuilder(length);
        for (int i = 0; i < length; i++) {
            letters.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
        }
        return letters.toString();
    }

    /**
     * A new key; the secret is never shown again.
     *
     * @param keyId its id
     * @param secretKey its secret, 200 random bits
     */
    public record IssuedKey(String keyId, String secretKey) {}
}
