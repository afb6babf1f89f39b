package org.fogg.trader.bench.floor;

import com.datastax.oss.driver.api.core.CqlSession;
import com.datastax.oss.driver.api.core.DefaultConsistencyLevel;
import com.datastax.oss.driver.api.core.config.DefaultDriverOption;
import com.datastax.oss.driver.api.core.config.DriverConfigLoader;
import com.datastax.oss.driver.api.core.cql.PreparedStatement;
import com.datastax.oss.driver.api.core.cql.Row;
import com.datastax.oss.driver.api.core.cql.SimpleStatement;
import com.datastax.oss.driver.api.core.type.codec.TypeCodecs;
import com.datastax.oss.driver.api.core.type.reflect.GenericType;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.fogg.contracts.Keyspaces;
import org.jspecify.annotations.Nullable;

/**
 * A table like the journal, replicated like it, in a keyspace of its own. As in the journal, the
 * appends to one partition follow each other; those to different partitions do not wait.
 * Thread-safe.
 */
final class FloorTable implements Hop, AutoCloseable {

    private static final String KEYSPACE = "fogg_floor";
    private static final int ENTRY_BYTES = 384;
    private static final int SEGMENT = 4096;
    private static final Duration SLOWEST_APPEND = Duration.ofSeconds(5);
    // Making a table takes long beside a broker that makes its own.
    private static final Duration SLOWEST_SETUP = Duration.ofMinutes(1);
    private static final GenericType<Map<String, String>> REPLICATION =
            GenericType.mapOf(String.class, String.class);

    private final CqlSession session;
    private final PreparedStatement insert;
    private final int run;
    private final UUID incarnation;
    private final ByteBuffer entry = ByteBuffer.allocate(ENTRY_BYTES).asReadOnlyBuffer();
    private final AtomicInteger partitions = new AtomicInteger();
    private final Queue<Partition> free = new ConcurrentLinkedQueue<>();

    /** Connects, and makes the table where it is absent. */
    FloorTable(
            List<InetSocketAddress> contactPoints,
            String localDc,
            String georegion,
            int run,
            UUID incarnation) {
        this.run = run;
        this.incarnation = incarnation;
        this.session =
                CqlSession.builder()
                        .addContactPoints(contactPoints)
                        .withLocalDatacenter(localDc)
                        .withConfigLoader(
                                DriverConfigLoader.programmaticBuilder()
                                        .withDuration(
                                                DefaultDriverOption.REQUEST_TIMEOUT, SLOWEST_SETUP)
                                        .build())
                        .build();
        try {
            createTable(georegion);
            this.insert = session.prepare(append());
        } catch (RuntimeException e) {
            session.close();
            throw e;
        }
    }

    private void createTable(String georegion) {
        session.execute(
                "CREATE KEYSPACE IF NOT EXISTS "
                        + KEYSPACE
                        + " WITH replication = "
                        + replication(Keyspaces.of(georegion)));
        session.execute(
                "CREATE TABLE IF NOT EXISTS "
                        + KEYSPACE
                        + ".journal (term int, shard int, segment bigint, sequence bigint,"
                        + " incarnation uuid, entry blob,"
                        + " PRIMARY KEY ((term, shard, segment), sequence))");
    }

    private static SimpleStatement append() {
        return SimpleStatement.builder(
                        "INSERT INTO "
                                + KEYSPACE
                                + ".journal (term, shard, segment, sequence, incarnation, entry)"
                                + " VALUES (?, ?, ?, ?, ?, ?) IF NOT EXISTS")
                .setConsistencyLevel(DefaultConsistencyLevel.LOCAL_QUORUM)
                .setSerialConsistencyLevel(DefaultConsistencyLevel.LOCAL_SERIAL)
                .setIdempotence(false)
                .setTimeout(SLOWEST_APPEND)
                .build();
    }

    /** A keyspace's replication, as a CQL map. */
    String replication(String keyspace) {
        Row row =
                session.execute(
                                SimpleStatement.newInstance(
                                        "SELECT replication FROM system_schema.keyspaces"
                                                + " WHERE keyspace_name = ?",
                                        keyspace))
                        .one();
        Map<String, String> map = row == null ? null : row.get(0, REPLICATION);
        if (map == null) {
            throw new IllegalStateException("Cassandra has no keyspace " + keyspace);
        }
        return map.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(e -> literal(e.getKey()) + ": " + literal(e.getValue()))
                .collect(Collectors.joining(", ", "{", "}"));
    }

    private static String literal(String text) {
        return TypeCodecs.TEXT.format(text);
    }

    /** The server's version, and how it writes its commit log. */
    Map<String, String> server() {
        Row local = session.execute("SELECT release_version FROM system.local").one();
        Row sync =
                session.execute(
                                "SELECT value FROM system_views.settings"
                                        + " WHERE name = 'commitlog_sync'")
                        .one();
        return Map.of(
                "cassandra", local == null ? "?" : String.valueOf(local.getString(0)),
                "cassandra_commitlog_sync", sync == null ? "?" : String.valueOf(sync.getString(0)));
    }

    /** Appends an entry of a journal entry's size. */
    @Override
    public void go(Consumer<@Nullable Throwable> done) {
        Partition taken = free.poll();
        Partition partition = taken == null ? new Partition(partitions.getAndIncrement()) : taken;
        long sequence = partition.next++;
        session.executeAsync(
                        insert.bind(
                                run,
                                partition.number,
                                sequence / SEGMENT,
                                sequence,
                                incarnation,
                                entry.duplicate()))
                .whenComplete(
                        (result, e) -> {
                            free.add(partition);
                            done.accept(
                                    e == null && !result.wasApplied()
                                            ? new IllegalStateException("the slot was taken")
                                            : e);
                        });
    }

    @Override
    public void close() {
        session.close();
    }

    /** Used by one append at a time; the queue hands its state over. */
    private static final class Partition {
        private final int number;
        private long next;

        Partition(int number) {
            this.number = number;
        }
    }
}
