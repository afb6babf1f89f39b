package org.fogg.broker.admin.cassandra;

import com.datastax.oss.driver.api.core.cql.PreparedStatement;
import com.datastax.oss.driver.api.core.cql.Row;
import java.time.Clock;
import java.util.UUID;
import org.fogg.broker.admin.AdminStore;
import org.fogg.broker.cassandra.CassandraAccess;
import org.fogg.contracts.Keyspaces;
import org.jspecify.annotations.Nullable;

/** The tables {@code traders} and {@code halts} of the global keyspace. */
public final class CassandraAdminStore implements AdminStore {

    private final CassandraAccess cassandra;
    private final String georegion;
    private final Clock clock;
    private final PreparedStatement addTrader;
    private final PreparedStatement home;
    private final PreparedStatement setHalted;
    private final PreparedStatement isHalted;

    /** Uses the tables, which must exist. */
    public CassandraAdminStore(CassandraAccess cassandra, String georegion, Clock clock) {
        this.cassandra = cassandra;
        this.georegion = georegion;
        this.clock = clock;
        addTrader =
                cassandra.prepare(
                        "INSERT INTO "
                                + Keyspaces.GLOBAL
                                + ".traders (trader_id, georegion, created_at) VALUES (?, ?, ?)");
        home =
                cassandra.prepare(
                        "SELECT georegion FROM "
                                + Keyspaces.GLOBAL
                                + ".traders WHERE trader_id = ?");
        String halts = Keyspaces.GLOBAL + ".halts";
        setHalted =
                cassandra.prepare(
                        "INSERT INTO "
                                + halts
                                + " (georegion, halted, changed_at) VALUES (?, ?, ?)");
        isHalted = cassandra.prepare("SELECT halted FROM " + halts + " WHERE georegion = ?");
    }

    @Override
    public void addTrader(UUID traderId) {
        cassandra.write(addTrader.bind(traderId, georegion, clock.instant()));
    }

    @Override
    public @Nullable String home(UUID traderId) {
        Row row = cassandra.one(home.bind(traderId));
        return row == null ? null : row.getString("georegion");
    }

    @Override
    public void setHalted(boolean halted) {
        cassandra.write(setHalted.bind(georegion, halted, clock.instant()));
    }

    @Override
    public boolean isHalted() {
        Row row = cassandra.one(isHalted.bind(georegion));
        return row != null && row.getBoolean("halted");
    }
}
