package org.fogg.contracts;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.UUID;

/** Ids that are computed, so that every part and every retry computes the same. Thread-safe. */
public final class Ids {

    /** Stands for "no id" on the wire. */
    public static final UUID NONE = new UUID(0, 0);

    private static final long VERSION_8 = 0x8000L;
    private static final long VARIANT = 0x8000_0000_0000_0000L;

    private Ids() {}

    /**
     * The id of an order: a digest of its trader and client order id, so that a retry, through
     * whichever broker, names the same order.
     *
     * @return a UUID of version 8 (RFC 9562) over SHA-256
     */
    public static UUID orderId(UUID traderId, String clientOrderId) {
        return named("order", traderId, clientOrderId);
    }

    /** The id of an administrator's command that the caller may repeat, by its own key. */
    public static UUID commandId(UUID traderId, String idempotencyKey) {
        return named("command", traderId, idempotencyKey);
    }

    /** The id of an execution as clients see it. */
    public static UUID executionId(int exchangeId, long execution) {
        return named("execution", new UUID(exchangeId, execution), "");
    }

    /**
     * The shard that holds a trader's account.
     *
     * @param shards the georegion's fixed number of shards, above 0
     * @return 0 to shards - 1
     */
    public static int shardOf(UUID traderId, int shards) {
        long mixed =
                (traderId.getMostSignificantBits() ^ traderId.getLeastSignificantBits())
                        * 0x9E37_79B9_7F4A_7C15L;
        return (int) Math.floorMod(mixed ^ (mixed >>> 32), (long) shards);
    }

    private static UUID named(String kind, UUID scope, String name) {
        MessageDigest digest = sha256();
        digest.update((kind + ':' + scope + ':').getBytes(StandardCharsets.US_ASCII));
        byte[] hash = digest.digest(name.getBytes(StandardCharsets.UTF_8));
        long high = 0;
        long low = 0;
        for (int i = 0; i < Long.BYTES; i++) {
            high = (high << 8) | (hash[i] & 0xff);
            low = (low << 8) | (hash[i + Long.BYTES] & 0xff);
        }
        return new UUID((high & ~0xf000L) | VERSION_8, (low & (-1L >>> 2)) | VARIANT);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }
}
