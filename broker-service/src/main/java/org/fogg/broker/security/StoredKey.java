package org.fogg.broker.security;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A key as it is kept: its secret only as a digest, which is enough for a random secret. */
public final class StoredKey {

    private final Caller caller;
    private final byte[] secretHash;

    /**
     * @param caller whose key it is
     * @param secretHash SHA-256 of the secret
     */
    public StoredKey(Caller caller, byte[] secretHash) {
        this.caller = caller;
        this.secretHash = secretHash.clone();
    }

    /** A trader's or administrator's key with this secret. */
    public static StoredKey of(String keyId, String secret, Role role, @Nullable UUID traderId) {
        return new StoredKey(new Caller(keyId, role, traderId), sha256(secret));
    }

    /** Whose key it is. */
    public Caller caller() {
        return caller;
    }

    /** SHA-256 of the secret. */
    public byte[] secretHash() {
        return secretHash.clone();
    }

    /** Whether this is the secret; takes the same time for every wrong one. */
    public boolean matches(String secret) {
        return MessageDigest.isEqual(secretHash, sha256(secret));
    }

    private static byte[] sha256(String secret) {
        try {
            return MessageDigest.getInstance("SHA-256")
                    .digest(secret.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }
}
