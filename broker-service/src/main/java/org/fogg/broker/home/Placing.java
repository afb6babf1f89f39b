package org.fogg.broker.home;

import com.datastax.oss.driver.api.core.ConsistencyLevel;
import com.datastax.oss.driver.api.core.CqlSession;
import com.datastax.oss.driver.api.core.cql.AsyncResultSet;
import com.datastax.oss.driver.api.core.cql.Statement;
import java.util.concurrent.CompletionStage;

/** Where a write to the georegion's own keyspace has to be. */
public final class Placing {

    private Placing() {}

    /** The statement as it is, for the home, or for both data centres where that is asked for. */
    public static <T extends Statement<T>> T at(Home home, T statement) {
        return home.isEverywhere()
                ? statement.setConsistencyLevel(ConsistencyLevel.EACH_QUORUM)
                : statement;
    }

    /** Begins to write where it has to be now. */
    public static CompletionStage<AsyncResultSet> write(
            CqlSession session, Home home, Statement<?> statement) {
        return home.isEverywhere()
                ? writeEverywhere(session, home, statement)
                : session.executeAsync(statement);
    }

    /** Begins to write in both data centres, which takes the way between them. */
    public static CompletionStage<AsyncResultSet> writeEverywhere(
            CqlSession session, Home home, Statement<?> statement) {
        Statement<?> placed = statement.setConsistencyLevel(ConsistencyLevel.EACH_QUORUM);
        return home.acrossPair().call(() -> session.executeAsync(placed).toCompletableFuture());
    }
}
