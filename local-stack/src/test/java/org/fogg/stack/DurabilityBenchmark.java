package org.fogg.stack;

import com.datastax.oss.driver.api.core.ConsistencyLevel;
import com.datastax.oss.driver.api.core.CqlSession;
import com.datastax.oss.driver.api.core.cql.PreparedStatement;
import com.datastax.oss.driver.api.core.cql.SimpleStatement;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.fogg.stack.process.ProcessIdentity;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/**
 * Measures what docs/durability.md says of costs: an append to the journal and a record of Kafka,
 * one after the other, each way in turns, with the plain way beside it. No test by its name, so
 * only where it is asked for; {@code -Dfogg.benchmark} is how many rounds.
 */
class DurabilityBenchmark {

    private static final int A_ROUND = 100;
    private static final int WARM_UP = 10;
    private static final int BYTES = 300;
    private static final int HEAP_MB = 300;
    private static final String DC = Servers.LOCAL_DC;

    private final int rounds = Integer.getInteger("fogg.benchmark", 10);
    private final Path folder =
            Path.of("target", "durability-" + ProcessIdentity.current().pid()).toAbsolutePath();
    private final List<LocalStack> stacks = new ArrayList<>();
    private final List<AutoCloseable> opened = new ArrayList<>();

    /** One way of writing, and how long each write took. */
    private record Way(String name, Write write, List<Long> nanos) {

        Way(String name, Write write) {
            this(name, write, new ArrayList<>());
        }

        /** The time within which this share of the writes was done. */
        double micros(double share) {
            long[] sorted = nanos.stream().mapToLong(Long::longValue).sorted().toArray();
            return sorted[(int) (sorted.length * share)] / 1000.0;
        }
    }

    /** Writes something durably, as durable as this way is. */
    @FunctionalInterface
    private interface Write {
        void run() throws Exception;
    }

    @AfterEach
    void stop() throws Exception {
        for (AutoCloseable each : opened) {
            each.close();
        }
        for (LocalStack stack : stacks) {
            stack.stop(StackListener.SILENT);
            stack.wipe();
        }
    }

    @Test
    void measure() throws Exception {
        List<Way> cassandra =
                List.of(
                        new Way("append, periodic 10 s, one node", append(one("periodic"), 1)),
                        new Way(
                                "append, group of 1 ms",
                                append(
                                        one("group")
                                                .withCassandraSetting("commitlog_sync", "group")
                                                .withCassandraSetting(
                                                        "commitlog_sync_period", "0ms")
                                                .withCassandraSetting(
                                                        "commitlog_sync_group_window", "1ms"),
                                        1)),
                        new Way(
                                "append, batch",
                                append(
                                        one("batch")
                                                .withCassandraSetting("commitlog_sync", "batch")
                                                .withCassandraSetting(
                                                        "commitlog_sync_period", "0ms"),
                                        1)),
                        new Way("append, periodic, two nodes", append(one("two"), 2)));
        List<Way> kafka = kafka();
        List<Way> disk = List.of(new Way("bare write and fsync", fsync()));
        for (int round = -WARM_UP; round < rounds; round++) {
            for (List<Way> ways : List.of(cassandra, kafka, disk)) {
                for (Way way : ways) {
                    run(way, round < 0);
                }
            }
        }
        List.of(cassandra, kafka, disk).forEach(DurabilityBenchmark::tell);
    }

    private static void run(Way way, boolean warmUp) throws Exception {
        for (int i = 0; i < A_ROUND; i++) {
            long start = System.nanoTime();
            way.write().run();
            if (!warmUp) {
                way.nanos().add(System.nanoTime() - start);
            }
        }
    }

    private static void tell(List<Way> ways) {
        Way plain = ways.get(0);
        for (Way way : ways) {
            System.out.printf(
                    "%-35s p50 %7.0f us (%.2f)  p99 %7.0f us (%.2f)%n",
                    way.name(),
                    way.micros(0.5),
                    way.micros(0.5) / plain.micros(0.5),
                    way.micros(0.99),
                    way.micros(0.99) / plain.micros(0.99));
        }
    }

    private LocalStack one(String name) {
        LocalStack stack = LocalStack.in(folder.resolve(name)).tiedTo(ProcessIdentity.current());
        stacks.add(stack);
        return stack;
    }

    /** The conditional append of the broker's journal, on a cluster of so many nodes. */
    private Write append(LocalStack stack, int nodes) {
        List<ServerSpec> specs = new ArrayList<>();
        for (int i = 1; i <= nodes; i++) {
            specs.add(
                    CassandraSpec.node("cassandra-" + i, "127.0.0." + i, DC, List.of("127.0.0.1"))
                            .withPort(0)
                            .withHeapMb(HEAP_MB));
        }
        CqlSession session = Clients.session(stack.start(specs, StackListener.SILENT).get(0));
        opened.add(session);
        session.execute(
                "CREATE KEYSPACE d WITH replication = {'class': 'NetworkTopologyStrategy', '%s': %d}"
                        .formatted(DC, nodes));
        session.execute(
                "CREATE TABLE d.journal (shard int, segment bigint, sequence bigint,"
                        + " incarnation uuid, entry blob, PRIMARY KEY ((shard, segment), sequence))");
        PreparedStatement insert =
                session.prepare(
                        SimpleStatement.builder(
                                        "INSERT INTO d.journal (shard, segment, sequence,"
                                                + " incarnation, entry) VALUES (0, ?, ?, ?, ?)"
                                                + " IF NOT EXISTS")
                                .setConsistencyLevel(ConsistencyLevel.LOCAL_QUORUM)
                                .setSerialConsistencyLevel(ConsistencyLevel.LOCAL_SERIAL)
                                .build());
        UUID writer = UUID.randomUUID();
        long[] next = new long[1];
        return () -> {
            long sequence = next[0]++;
            session.execute(
                    insert.bind(sequence / 4096, sequence, writer, ByteBuffer.allocate(BYTES)));
        };
    }

    private List<Way> kafka() throws Exception {
        LocalStack stack = one("kafka");
        String bootstrap =
                stack.start(List.of(KafkaSpec.single().withPort(0)), StackListener.SILENT)
                        .get(0)
                        .endpoint();
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", bootstrap))) {
            admin.createTopics(
                            List.of(
                                    new NewTopic("cached", 1, (short) 1),
                                    new NewTopic("flushed", 1, (short) 1)
                                            .configs(Map.of("flush.messages", "1"))))
                    .all()
                    .get();
        }
        KafkaProducer<byte[], byte[]> producer =
                new KafkaProducer<>(
                        Map.of("bootstrap.servers", bootstrap, "acks", "all", "linger.ms", "0"),
                        new ByteArraySerializer(),
                        new ByteArraySerializer());
        opened.add(producer);
        return List.of(
                new Way("record, page cache", () -> send(producer, "cached")),
                new Way("record, flush.messages=1", () -> send(producer, "flushed")));
    }

    private static void send(KafkaProducer<byte[], byte[]> producer, String topic)
            throws InterruptedException, ExecutionException {
        producer.send(new ProducerRecord<>(topic, new byte[BYTES])).get();
    }

    private Write fsync() throws IOException {
        FileChannel file =
                FileChannel.open(
                        folder.resolve("bare"),
                        StandardOpenOption.CREATE,
                        StandardOpenOption.WRITE);
        opened.add(file);
        byte[] bytes = new byte[BYTES];
        Arrays.fill(bytes, (byte) 1);
        return () -> {
            file.write(ByteBuffer.wrap(bytes));
            file.force(false);
        };
    }
}
