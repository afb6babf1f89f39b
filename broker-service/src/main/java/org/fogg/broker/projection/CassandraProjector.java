package org.fogg.broker.projection;

import com.datastax.oss.driver.api.core.ConsistencyLevel;
import com.datastax.oss.driver.api.core.CqlSession;
import com.datastax.oss.driver.api.core.cql.BoundStatement;
import com.datastax.oss.driver.api.core.cql.PreparedStatement;
import com.datastax.oss.driver.api.core.cql.Row;
import com.datastax.oss.driver.api.core.cql.SimpleStatement;
import com.datastax.oss.driver.api.core.cql.Statement;
import java.util.List;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BooleanSupplier;
import org.fogg.broker.home.Home;
import org.fogg.broker.journal.DurableEntry;
import org.fogg.broker.projection.EntryRows.AccountRow;
import org.fogg.broker.statement.Preparation;
import org.fogg.core.engine.HoldingSnapshot;
import org.fogg.core.funding.Transfer;
import org.fogg.core.order.OrderSnapshot;

/** Writes the georegion's tables in Cassandra, all traders of an entry in parallel. */
public final class CassandraProjector implements Projector {

    private final CqlSession session;
    private final ScheduledExecutorService pauses;
    private final Home home;
    private final ProjectionStatements statements;
    private final PreparedStatement selectMarks;
    private final PreparedStatement updateProjected;
    private final PreparedStatement updatePublished;
    private final AtomicLong failures = new AtomicLong();

    /**
     * @param keyspace the georegion's keyspace, whose tables exist
     * @param pauses runs what has to wait before it is tried again
     * @param home says where rows have to be
     */
    public CassandraProjector(
            CqlSession session, String keyspace, ScheduledExecutorService pauses, Home home) {
        this.session = session;
        this.pauses = pauses;
        this.home = home;
        this.statements = new ProjectionStatements(session, keyspace);
        String table = keyspace + ".shard_marks";
        selectMarks = prepare("SELECT projected, published FROM " + table + " WHERE shard = ?");
        // Each mark is its own write timestamp: it can only grow.
        updateProjected =
                prepare(
                        "INSERT INTO "
                                + table
                                + " (shard, projected) VALUES (?, ?) USING TIMESTAMP ?");
        updatePublished =
                prepare(
                        "INSERT INTO "
                                + table
                                + " (shard, published) VALUES (?, ?) USING TIMESTAMP ?");
    }

    private PreparedStatement prepare(String cql) {
        return Preparation.prepare(
                session,
                SimpleStatement.builder(cql)
                        .setConsistencyLevel(ConsistencyLevel.LOCAL_QUORUM)
                        .setIdempotence(true)
                        .build());
    }

    /** How many writes have failed since start. */
    public long failures() {
        return failures.get();
    }

    @Override
    public void project(DurableEntry entry, BooleanSupplier wanted, Runnable done) {
        List<Statement<?>> writes = writes(entry);
        if (writes.isEmpty()) {
            done.run();
            return;
        }
        new RepeatedWrites(session, pauses, home, failures, writes.size(), wanted, done)
                .start(writes);
    }

    /**
     * One request a trader: all but the row by order id lies in two partitions of the trader's, and
     * every request costs both sides more than the rows in it.
     */
    private List<Statement<?>> writes(DurableEntry entry) {
        var rows = new EntryRows(entry);
        long sequence = entry.sequence();
        int shard = entry.shard();
        long at = entry.durableAt();
        var writes = new TraderBatches();
        for (AccountRow row : rows.accounts()) {
            writes.add(row.account().traderId(), statements.account(shard, sequence, at, row));
        }
        for (HoldingSnapshot row : rows.holdings()) {
            writes.add(row.traderId(), statements.holding(sequence, at, row));
        }
        for (OrderSnapshot row : rows.orders()) {
            writes.add(row.terms().traderId(), statements.order(sequence, row));
            writes.add(row.terms().traderId(), statements.orderByTrader(sequence, row));
        }
        for (EntryRows.Trade row : rows.trades()) {
            writes.add(row.trade().traderId(), statements.trade(shard, sequence, row));
        }
        for (Transfer row : rows.transfers()) {
            writes.add(row.terms().traderId(), statements.transfer(shard, sequence, row));
        }
        for (EntryRows.Line row : rows.lines()) {
            writes.add(row.traderId(), statements.line(shard, sequence, row));
        }
        return writes.batches();
    }

    @Override
    public ShardMarks marks(int shard) {
        Row row = session.execute(selectMarks.bind(shard)).one();
        return row == null
                ? ShardMarks.NONE
                : new ShardMarks(mark(row, "projected"), mark(row, "published"));
    }

    private static long mark(Row row, String column) {
        return row.isNull(column) ? ShardMarks.NONE.projected() : row.getLong(column);
    }

    @Override
    public void recordMarks(int shard, ShardMarks marks) {
        if (marks.projected() >= 0) {
            write(updateProjected.bind(shard, marks.projected(), marks.projected()));
        }
        if (marks.published() >= 0) {
            write(updatePublished.bind(shard, marks.published(), marks.published()));
        }
    }

    private void write(BoundStatement statement) {
        session.executeAsync(statement)
                .exceptionally(
                        failure -> {
                            failures.incrementAndGet();
                            return null;
                        });
    }
}
