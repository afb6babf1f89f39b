package org.fogg.broker;

import com.datastax.oss.driver.api.core.CqlSession;
import com.datastax.oss.driver.api.core.config.DefaultDriverOption;
import com.datastax.oss.driver.api.core.config.DriverConfigLoader;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;
import org.fogg.broker.schema.SchemaMigration;
import org.fogg.contracts.Keyspaces;
import org.fogg.stack.Servers;

/**
 * A connection to the tests' Cassandra, with a georegion that has its tables. All tests of a JVM
 * share it, since making the tables takes far longer than most tests: each has to use traders,
 * orders and shards of its own.
 */
public final class TestCassandra implements AutoCloseable {

    /** For each statement. */
    static final Duration TIME_LIMIT = Duration.ofSeconds(30);

    private static final AtomicInteger NUMBERS = new AtomicInteger(1);
    private static final String GEOREGION = newGeoregion();
    private static boolean hasTables;

    private final CqlSession session;
    private final ScheduledExecutorService timer = Executors.newScheduledThreadPool(1);

    /** Connects and makes the tables. */
    public TestCassandra(Servers servers) throws InterruptedException {
        session = connect(servers);
        makeTables(session, servers);
    }

    private static synchronized void makeTables(CqlSession session, Servers servers)
            throws InterruptedException {
        if (!hasTables) {
            migrate(session, servers, GEOREGION);
            hasTables = true;
        }
    }

    /** A connection that waits for a busy machine. */
    static CqlSession connect(Servers servers) {
        return connect(servers.cassandra(), servers.localDc());
    }

    /** The same to a node of a test's own. */
    public static CqlSession connect(InetSocketAddress node, String localDc) {
        return CqlSession.builder()
                .addContactPoint(node)
                .withLocalDatacenter(localDc)
                .withConfigLoader(
                        DriverConfigLoader.programmaticBuilder()
                                .withDuration(DefaultDriverOption.REQUEST_TIMEOUT, TIME_LIMIT)
                                .build())
                .build();
    }

    /** Brings a georegion's tables up to date. */
    public static void migrate(CqlSession session, Servers servers, String georegion)
            throws InterruptedException {
        migrate(session, servers.localDc(), georegion);
    }

    /** The same in a data centre of a test's own. */
    public static void migrate(CqlSession session, String localDc, String georegion)
            throws InterruptedException {
        String replication = "{'class': 'NetworkTopologyStrategy', '" + localDc + "': 1}";
        new SchemaMigration(session, replication, replication, Duration.ofMinutes(5))
                .apply(georegion);
    }

    /** A georegion that no other test has, in letters and a hyphen. */
    public static String newGeoregion() {
        var name = new StringBuilder("it-");
        for (int i = 0; i < 8; i++) {
            name.append((char) ('a' + ThreadLocalRandom.current().nextInt(26)));
        }
        return name.toString();
    }

    /** A number for a test's shard or term that no other test uses, nor the one after it. */
    public static int newNumber() {
        return NUMBERS.getAndAdd(2);
    }

    public CqlSession session() {
        return session;
    }

    public ScheduledExecutorService timer() {
        return timer;
    }

    public String keyspace() {
        return Keyspaces.of(GEOREGION);
    }

    @Override
    public void close() {
        timer.shutdownNow();
        session.close();
    }
}
