package org.fogg.broker.security.cassandra;

import com.datastax.oss.driver.api.core.cql.PreparedStatement;
import com.datastax.oss.driver.api.core.cql.Row;
import java.nio.ByteBuffer;
import java.time.Clock;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.fogg.broker.cassandra.CassandraAccess;
import org.fogg.broker.cassandra.OddRows;
import org.fogg.broker.security.Caller;
import org.fogg.broker.security.KeyStore;
import org.fogg.broker.security.Role;
import org.fogg.broker.security.StoredKey;
import org.fogg.broker.wire.MalformedMessageException;
import org.fogg.contracts.Keyspaces;
import org.jspecify.annotations.Nullable;

/** Keys in the tables {@code api_keys} and {@code key_revocations} of the global keyspace. */
public final class CassandraKeyStore implements KeyStore {

    private final CassandraAccess cassandra;
    private final OddRows oddRows;
    private final Clock clock;
    private final PreparedStatement find;
    private final PreparedStatement add;
    private final PreparedStatement revoke;
    private final PreparedStatement announce;
    private final PreparedStatement announced;

    /**
     * Uses the tables, which must exist.
     *
     * @param oddRows has the keys that make no sense, with which nobody gets in
     */
    public CassandraKeyStore(CassandraAccess cassandra, Clock clock, OddRows oddRows) {
        this.cassandra = cassandra;
        this.oddRows = oddRows;
        this.clock = clock;
        String keys = Keyspaces.GLOBAL + ".api_keys";
        String revocations = Keyspaces.GLOBAL + ".key_revocations";
        find =
                cassandra.prepare(
                        "SELECT key_id, secret_hash, trader_id, role, revoked FROM "
                                + keys
                                + " WHERE key_id = ?");
        add =
                cassandra.prepare(
                        "INSERT INTO "
                                + keys
                                + " (key_id, secret_hash, trader_id, role, revoked, created_at)"
                                + " VALUES (?, ?, ?, ?, false, ?)");
        revoke = cassandra.prepare("UPDATE " + keys + " SET revoked = true WHERE key_id = ?");
        announce =
                cassandra.prepare("INSERT INTO " + revocations + " (bucket, key_id) VALUES (0, ?)");
        announced = cassandra.prepare("SELECT key_id FROM " + revocations + " WHERE bucket = 0");
    }

    @Override
    public @Nullable StoredKey find(String keyId) {
        Row row = cassandra.one(find.bind(keyId));
        if (row == null || row.getBoolean("revoked")) {
            return null;
        }
        return oddRows.read("api_keys", "key_id", row, found -> key(keyId, found));
    }

    private static StoredKey key(String keyId, Row row) {
        ByteBuffer hash = row.getByteBuffer("secret_hash");
        String role = row.getString("role");
        if (hash == null || role == null) {
            throw new MalformedMessageException("It has no secret or no role");
        }
        byte[] bytes = new byte[hash.remaining()];
        hash.get(bytes);
        UUID traderId = row.getUuid("trader_id");
        return new StoredKey(
                new Caller(keyId, Role.valueOf(role.toUpperCase(Locale.ROOT)), traderId), bytes);
    }

    @Override
    public void add(StoredKey key) {
        Caller caller = key.caller();
        cassandra.write(
                add.bind(
                        caller.keyId(),
                        ByteBuffer.wrap(key.secretHash()),
                        caller.traderId(),
                        caller.role().name().toLowerCase(Locale.ROOT),
                        clock.instant()));
    }

    @Override
    public boolean revoke(String keyId) {
        if (cassandra.one(find.bind(keyId)) == null) {
            return false;
        }
        // Announced last: a broker that forgets the key then reads that it is revoked.
        cassandra.write(revoke.bind(keyId));
        cassandra.write(announce.bind(keyId));
        return true;
    }

    @Override
    public Set<String> revokedLately() {
        Set<String> keyIds = new HashSet<>();
        for (Row row : cassandra.execute(announced.bind())) {
            keyIds.add(String.valueOf(row.getString("key_id")));
        }
        return keyIds;
    }
}
