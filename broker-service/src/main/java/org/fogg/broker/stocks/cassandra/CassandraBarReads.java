package org.fogg.broker.stocks.cassandra;

import com.datastax.oss.driver.api.core.cql.PreparedStatement;
import com.datastax.oss.driver.api.core.cql.Row;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.fogg.broker.cassandra.CassandraAccess;
import org.fogg.broker.cassandra.PartitionScan;
import org.fogg.broker.stocks.Bar;
import org.fogg.broker.stocks.BarQuery;
import org.fogg.broker.stocks.BarReads;

/** Bars in the table {@code candles}. */
public final class CassandraBarReads implements BarReads {

    private final CassandraAccess cassandra;
    private final PreparedStatement forward;
    private final PreparedStatement backward;

    /**
     * Uses the table of a keyspace, which must exist.
     *
     * @param keyspace of the georegion
     */
    public CassandraBarReads(CassandraAccess cassandra, String keyspace) {
        this.cassandra = cassandra;
        String ofBucket =
                "SELECT time, open, high, low, close, ticks FROM "
                        + keyspace
                        + ".candles WHERE symbol = ? AND resolution = ? AND bucket = ?"
                        + " AND time >= ? AND time <= ?";
        forward = cassandra.prepare(ofBucket);
        backward = cassandra.prepare(ofBucket + " ORDER BY time DESC");
    }

    @Override
    public List<Bar> bars(BarQuery query) {
        boolean ascending = query.isAscending();
        Instant earliest = Instant.ofEpochSecond(Math.min(query.from(), query.to()));
        Instant latest = Instant.ofEpochSecond(Math.max(query.from(), query.to()));
        PreparedStatement statement = ascending ? forward : backward;
        List<Bar> bars = new ArrayList<>();
        PartitionScan.run(
                cassandra,
                query.bucket(query.from()),
                query.bucket(query.to()),
                bucket ->
                        statement.bind(
                                query.symbol(), query.resolution(), bucket, earliest, latest),
                row -> {
                    bars.add(bar(row));
                    return bars.size() < query.limit();
                });
        return bars;
    }

    private static Bar bar(Row row) {
        Instant time = row.getInstant("time");
        if (time == null) {
            throw new IllegalStateException("A candle row has no time");
        }
        return new Bar(
                time.getEpochSecond(),
                row.getLong("open"),
                row.getLong("high"),
                row.getLong("low"),
                row.getLong("close"),
                row.getLong("ticks"));
    }
}
