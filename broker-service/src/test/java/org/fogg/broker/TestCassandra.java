package org.fogg.broker;

import com.datastax.oss.driver.api.core.CqlSession;
import com.datastax.oss.driver.api.core.config.DefaultDriverOption;
import com.datastax.oss.driver.api.core.config.DriverConfigLoader;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadLocalRandom;
import org.fogg.broker.schema.SchemaMigration;
import org.fogg.contracts.Keyspaces;
import org.fogg.stack.Servers;

/** A connection to the tests' Cassandra, with a georegion of its own that has its tables. */
public final class TestCassandra implements AutoCloseable {

    /** For each statement. */
    static final Duration TIME_LIMIT = Duration.ofSeconds(30);

    private final CqlSession session;
    private final ScheduledExecutorService timer = Executors.newScheduledThreadPool(1);
    private final String georegion = newGeoregion();

    /** Connects and makes the tables. */
    public TestCassandra(Servers servers) throws InterruptedException {
        session = connect(servers);
        migrate(session, servers, georegion);
    }

    /** A connection that waits for a busy machine. */
    static CqlSession connect(Servers servers) {
        return CqlSession.builder()
                .addContactPoint(servers.cassandra())
                .withLocalDatacenter(servers.localDc())
                .withConfigLoader(
                        DriverConfigLoader.programmaticBuilder()
                                .withDuration(DefaultDriverOption.REQUEST_TIMEOUT, TIME_LIMIT)
                                .build())
                .build();
    }

    /** Brings a georegion's tables up to date. */
    public static void migrate(CqlSession session, Servers servers, String georegion)
            throws InterruptedException {
        String replication = "{'class': 'NetworkTopologyStrategy', '" + servers.localDc() + "': 1}";
        new SchemaMigration(session, replication, Duration.ofMinutes(1)).apply(georegion);
    }

    /** A georegion that no other test has, in letters and a hyphen. */
    public static String newGeoregion() {
        var name = new StringBuilder("it-");
        for (int i = 0; i < 8; i++) {
            name.append((char) ('a' + ThreadLocalRandom.current().nextInt(26)));
        }
        return name.toString();
    }

    public CqlSession session() {
        return session;
    }

    public ScheduledExecutorService timer() {
        return timer;
    }

    public String keyspace() {
        return Keyspaces.of(georegion);
    }

    @Override
    public void close() {
        timer.shutdownNow();
        session.close();
    }
}
