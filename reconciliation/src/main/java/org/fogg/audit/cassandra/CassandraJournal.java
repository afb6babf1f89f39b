package org.fogg.audit.cassandra;

import com.datastax.oss.driver.api.core.CqlSession;
import com.datastax.oss.driver.api.core.cql.PreparedStatement;
import com.datastax.oss.driver.api.core.cql.Row;
import com.datastax.oss.driver.api.core.cql.SimpleStatement;
import java.nio.ByteBuffer;
import java.util.Comparator;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Consumer;
import org.fogg.audit.journal.JournalRow;
import org.fogg.audit.journal.JournalSource;
import org.fogg.contracts.Ids;

/** The table journal. */
public final class CassandraJournal implements JournalSource {

    private final CqlSession session;
    private final String keyspace;
    private final String table;
    private final PreparedStatement segment;

    /**
     * Reads one georegion's journals.
     *
     * @param keyspace the georegion's keyspace
     */
    public CassandraJournal(CqlSession session, String keyspace) {
        this.session = session;
        this.keyspace = keyspace;
        this.table = keyspace + ".journal";
        this.segment =
                session.prepare(
                        "SELECT sequence, incarnation, entry FROM "
                                + table
                                + " WHERE term = ? AND shard = ? AND segment = ?");
    }

    @Override
    public void readAll(Consumer<JournalRow> reader) {
        SortedSet<Partition> partitions = partitions();
        partitions.stream()
                .mapToInt(Partition::shard)
                .distinct()
                .forEach(shard -> read(partitions, shard, reader));
    }

    @Override
    public void read(int shard, Consumer<JournalRow> reader) {
        read(partitions(), shard, reader);
    }

    private void read(SortedSet<Partition> all, int shard, Consumer<JournalRow> reader) {
        Terms terms = Terms.read(session, keyspace, shard);
        all.stream()
                .filter(partition -> partition.shard() == shard)
                .forEach(partition -> read(partition, terms, reader));
    }

    @Override
    public long unseen() {
        long[] rows = new long[1];
        SortedSet<Partition> partitions = partitions();
        for (Partition partition : partitions) {
            Terms terms = Terms.read(session, keyspace, partition.shard());
            if (terms.hasLater(partition.term())) {
                Pages.forEach(
                        session,
                        segment.bind(partition.term(), partition.shard(), partition.segment()),
                        row -> {
                            if (!terms.has(partition.term(), row.getLong("sequence"))) {
                                rows[0]++;
                            }
                        });
            }
        }
        return rows[0];
    }

    private SortedSet<Partition> partitions() {
        SortedSet<Partition> partitions =
                new TreeSet<>(
                        Comparator.comparingInt(Partition::shard)
                                .thenComparingInt(Partition::term)
                                .thenComparingLong(Partition::segment));
        Pages.forEach(
                session,
                SimpleStatement.newInstance(
                        "SELECT DISTINCT term, shard, segment, closed FROM " + table),
                row -> partitions.add(partition(row)));
        return partitions;
    }

    /**
     * A partition that is there as a whole.
     *
     * @throws IllegalStateException for one that was removed: what is not there cannot be checked
     */
    private static Partition partition(Row row) {
        var partition =
                new Partition(row.getInt("term"), row.getInt("shard"), row.getLong("segment"));
        if (row.getBoolean("closed")) {
            throw new IllegalStateException(
                    "Segment "
                            + partition.segment()
                            + " of the journal of shard "
                            + partition.shard()
                            + " was removed (fogg.snapshot.remove-journal), and an audit begins"
                            + " with the first entry");
        }
        return partition;
    }

    private void read(Partition partition, Terms terms, Consumer<JournalRow> reader) {
        Pages.forEach(
                session,
                segment.bind(partition.term(), partition.shard(), partition.segment()),
                row -> {
                    if (terms.has(partition.term(), row.getLong("sequence"))) {
                        reader.accept(row(partition, terms, row));
                    }
                });
    }

    private static JournalRow row(Partition partition, Terms terms, Row row) {
        ByteBuffer entry = row.getByteBuffer("entry");
        UUID incarnation = row.getUuid("incarnation");
        return new JournalRow(
                partition.term(),
                partition.shard(),
                partition.segment(),
                row.getLong("sequence"),
                terms.follows(partition.term(), row.getLong("sequence")),
                incarnation == null ? Ids.NONE : incarnation,
                entry == null ? ByteBuffer.allocate(0) : entry);
    }

    private record Partition(int term, int shard, long segment) {}
}
