package org.fogg.broker.cassandra;

import com.datastax.oss.driver.api.core.CqlSession;
import com.datastax.oss.driver.api.core.DefaultConsistencyLevel;
import com.datastax.oss.driver.api.core.DriverException;
import com.datastax.oss.driver.api.core.cql.AsyncResultSet;
import com.datastax.oss.driver.api.core.cql.BoundStatement;
import com.datastax.oss.driver.api.core.cql.PreparedStatement;
import com.datastax.oss.driver.api.core.cql.ResultSet;
import com.datastax.oss.driver.api.core.cql.Row;
import com.datastax.oss.driver.api.core.cql.SimpleStatement;
import java.time.Duration;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import org.fogg.broker.command.UnavailableException;
import org.fogg.broker.home.Home;
import org.fogg.broker.statement.Preparation;
import org.jspecify.annotations.Nullable;

/**
 * Prepared, idempotent statements at LOCAL_QUORUM. What Cassandra cannot do within the time limit
 * ends in {@link UnavailableException}. Thread-safe.
 */
public final class CassandraAccess {

    private static final int PAGE = 500;

    private static final Duration RETRY_AFTER = Duration.ofSeconds(1);

    private final CqlSession session;
    private final Duration timeLimit;
    private final Home home;

    /**
     * Uses this session, which it does not close.
     *
     * @param timeLimit for each statement
     * @param home says where a write has to be
     */
    public CassandraAccess(CqlSession session, Duration timeLimit, Home home) {
        this.session = session;
        this.timeLimit = timeLimit;
        this.home = home;
    }

    /**
     * Prepares a statement that may be repeated without changing more than once.
     *
     * @throws UnavailableException when Cassandra does not answer
     */
    public PreparedStatement prepare(String cql) {
        try {
            return Preparation.prepare(
                    session,
                    SimpleStatement.newInstance(cql)
                            .setIdempotent(true)
                            .setPageSize(PAGE)
                            .setTimeout(timeLimit)
                            .setConsistencyLevel(DefaultConsistencyLevel.LOCAL_QUORUM));
        } catch (DriverException e) {
            throw unavailable(e);
        }
    }

    /**
     * Carries it out.
     *
     * @throws UnavailableException when Cassandra does not answer
     */
    public ResultSet execute(BoundStatement statement) {
        try {
            return session.execute(statement);
        } catch (DriverException e) {
            throw unavailable(e);
        }
    }

    /**
     * Writes, to both data centres of the georegion where that is asked for. Not at EACH_QUORUM:
     * the reference data is in other georegions' data centres too, which nobody here waits for.
     *
     * @throws UnavailableException when Cassandra does not answer
     */
    public void write(BoundStatement statement) {
        execute(statement);
        String other = home.elsewhere();
        if (other != null) {
            execute(statement.setExecutionProfileName(other));
        }
    }

    /** The first row of a read; null when there is none. */
    public @Nullable Row one(BoundStatement statement) {
        return execute(statement).one();
    }

    /** Begins to carry it out; {@link #await} gives its result. */
    public CompletionStage<AsyncResultSet> start(BoundStatement statement) {
        return session.executeAsync(statement);
    }

    /**
     * Waits for what was begun.
     *
     * @throws UnavailableException when Cassandra does not answer
     */
    public static AsyncResultSet await(CompletionStage<AsyncResultSet> result) {
        try {
            return result.toCompletableFuture().join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof DriverException failure) {
                throw unavailable(failure);
            }
            throw e;
        }
    }

    private static UnavailableException unavailable(DriverException failure) {
        return new UnavailableException(
                "Cassandra does not answer (" + failure.getClass().getSimpleName() + ")",
                RETRY_AFTER,
                true);
    }
}
