package org.fogg.broker.cassandra;

import com.datastax.oss.driver.api.core.cql.AsyncResultSet;
import com.datastax.oss.driver.api.core.cql.BoundStatement;
import com.datastax.oss.driver.api.core.cql.Row;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.function.LongFunction;
import java.util.function.Predicate;

/**
 * Reads rows that are spread over numbered partitions, as days, in the partitions' order. The first
 * partition is read alone, since most readers find all they want there, later ones several at once.
 */
public final class PartitionScan {

    private static final int AT_ONCE = 8;

    private PartitionScan() {}

    /**
     * Hands rows to a sink until it has enough.
     *
     * @param first first partition, read first also when it is above {@code last}
     * @param last last partition, inclusive
     * @param read the read of one partition
     * @param wantsMore takes a row; false: no more
     */
    public static void run(
            CassandraAccess cassandra,
            long first,
            long last,
            LongFunction<BoundStatement> read,
            Predicate<Row> wantsMore) {
        long step = first <= last ? 1 : -1;
        long left = Math.abs(last - first) + 1;
        long next = first;
        int count = 1;
        while (left > 0) {
            List<CompletionStage<AsyncResultSet>> pages = new ArrayList<>();
            for (int i = 0; i < count && left > 0; i++, left--, next += step) {
                pages.add(cassandra.start(read.apply(next)));
            }
            for (CompletionStage<AsyncResultSet> page : pages) {
                if (!drain(page, wantsMore)) {
                    return;
                }
            }
            count = AT_ONCE;
        }
    }

    private static boolean drain(CompletionStage<AsyncResultSet> first, Predicate<Row> wantsMore) {
        AsyncResultSet page = CassandraAccess.await(first);
        while (true) {
            for (Row row : page.currentPage()) {
                if (!wantsMore.test(row)) {
                    return false;
                }
            }
            if (!page.hasMorePages()) {
                return true;
            }
            page = CassandraAccess.await(page.fetchNextPage());
        }
    }
}
