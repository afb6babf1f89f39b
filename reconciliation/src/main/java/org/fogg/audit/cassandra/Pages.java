package org.fogg.audit.cassandra;

import com.datastax.oss.driver.api.core.CqlSession;
import com.datastax.oss.driver.api.core.cql.AsyncResultSet;
import com.datastax.oss.driver.api.core.cql.Row;
import com.datastax.oss.driver.api.core.cql.Statement;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;

/** Reads long results page by page, the next under way while one is worked on. */
final class Pages {

    private Pages() {}

    /** Reads every row of a result, in its order. */
    static void forEach(CqlSession session, Statement<?> statement, Consumer<Row> reader) {
        CompletionStage<AsyncResultSet> next = session.executeAsync(statement);
        while (true) {
            AsyncResultSet page = join(next.toCompletableFuture());
            boolean more = page.hasMorePages();
            if (more) {
                next = page.fetchNextPage();
            }
            page.currentPage().forEach(reader);
            if (!more) {
                return;
            }
        }
    }

    private static AsyncResultSet join(CompletableFuture<AsyncResultSet> page) {
        try {
            return page.join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof RuntimeException failure) {
                throw failure;
            }
            throw e;
        }
    }
}
