package org.fogg.broker.cassandra;

import com.datastax.oss.driver.api.core.cql.Row;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiConsumer;
import java.util.function.Function;
import org.fogg.broker.wire.MalformedMessageException;
import org.jspecify.annotations.Nullable;

/**
 * Rows that make no sense, such as one with a side that no order has. They stay where they are, are
 * told of once each, and their neighbours are read as ever. Thread-safe.
 */
public final class OddRows {

    /** Enough to be told of; beyond, each is told of whenever it is read. */
    private static final int MOST = 1_000;

    private final BiConsumer<String, @Nullable String> keptAside;
    private final Set<String> told = ConcurrentHashMap.newKeySet();

    /**
     * @param keptAside hears where such a row is, and why it makes no sense
     */
    public OddRows(BiConsumer<String, @Nullable String> keptAside) {
        this.keptAside = keptAside;
    }

    /**
     * What a row says.
     *
     * @param table where it was read
     * @param id the column that names it
     * @return null when it makes no sense
     */
    public <T> @Nullable T read(String table, String id, Row row, Function<Row, T> form) {
        try {
            return form.apply(row);
        } catch (MalformedMessageException | IllegalArgumentException | NullPointerException e) {
            String place = table + " " + id + " " + row.getObject(id);
            boolean isNew = told.size() >= MOST || told.add(place);
            if (isNew) {
                keptAside.accept(place, e.getMessage());
            }
            return null;
        }
    }
}
