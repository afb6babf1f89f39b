package org.fogg.broker.projection;

import com.datastax.oss.driver.api.core.ConsistencyLevel;
import com.datastax.oss.driver.api.core.cql.BatchStatement;
import com.datastax.oss.driver.api.core.cql.BatchType;
import com.datastax.oss.driver.api.core.cql.BatchableStatement;
import com.datastax.oss.driver.api.core.cql.BoundStatement;
import com.datastax.oss.driver.api.core.cql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Gathers writes by trader, in bounded batches that need not be atomic. */
final class TraderBatches {

    /** Below 5 KiB, also with the longest client order ids: of larger ones Cassandra warns. */
    private static final int MOST_ROWS = 7;

    private final Map<UUID, List<BatchableStatement<?>>> open = new LinkedHashMap<>();
    private final List<Statement<?>> batches = new ArrayList<>();

    void add(UUID traderId, BoundStatement write) {
        List<BatchableStatement<?>> rows = open.computeIfAbsent(traderId, t -> new ArrayList<>());
        rows.add(write);
        if (rows.size() == MOST_ROWS) {
            batches.add(batch(rows));
            rows.clear();
        }
    }

    /** All batches; nothing may be added any more. */
    List<Statement<?>> batches() {
        for (List<BatchableStatement<?>> rows : open.values()) {
            if (!rows.isEmpty()) {
                batches.add(batch(rows));
            }
        }
        return batches;
    }

    private static Statement<?> batch(List<BatchableStatement<?>> rows) {
        return BatchStatement.newInstance(BatchType.UNLOGGED, rows)
                .setConsistencyLevel(ConsistencyLevel.LOCAL_QUORUM)
                .setIdempotent(true);
    }
}
