package org.fogg.audit.server;

import com.datastax.oss.driver.api.core.CqlSession;
import com.datastax.oss.driver.api.core.cql.SimpleStatement;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.reflect.RecordComponent;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.fogg.audit.journal.JournalRow;
import org.fogg.audit.table.OrderRow;
import org.fogg.audit.world.Records;
import org.fogg.audit.world.World;
import org.fogg.contracts.Keyspaces;

/** A world's journal and tables in Cassandra. A row record's components are the columns. */
public final class CassandraWorld {
    private static final Set<String> TINY = Set.of("side", "type", "time_in_force", "status");
    private static final Duration DDL_TIMEOUT = Duration.ofSeconds(30);

    private final CqlSession session;
    private final String keyspace;

    /** Makes the keyspace and writes everything into it. */
    public CassandraWorld(CqlSession session, World world, String localDc) {
        this.session = session;
        this.keyspace = Keyspaces.of(world.georegion);
        createTables(localDc);
        world.journal.forEach(row -> insert("journal", row));
        world.accounts.forEach(row -> insert("accounts", row));
        world.holdings.forEach(row -> insert("holdings", row));
        world.orders.forEach(row -> insert("orders", row));
        world.ordersByTrader.forEach(row -> insert("orders_by_trader", row));
        world.trades.forEach(row -> insert("trades", row));
        world.ledger.forEach(row -> insert("ledger", row));
        world.shardMarks.forEach(row -> insert("shard_marks", row));
    }

    private void createTables(String localDc) {
        String replication = "{'class': 'NetworkTopologyStrategy', '" + localDc + "': 1}";
        for (int version = 1; version <= 4; version++) {
            run("/org/fogg/contracts/schema/georegion-00" + version + ".cql", replication);
        }
    }

    private void run(String resource, String replication) {
        try (InputStream in = CassandraWorld.class.getResourceAsStream(resource)) {
            String script =
                    new String(in.readAllBytes(), StandardCharsets.UTF_8)
                            .lines()
                            .filter(line -> !line.startsWith("--"))
                            .collect(Collectors.joining("\n"))
                            .replace("${keyspace}", keyspace)
                            .replace("${replication}", replication);
            for (String statement : script.split(";")) {
                if (!statement.isBlank()) {
                    session.execute(SimpleStatement.newInstance(statement).setTimeout(DDL_TIMEOUT));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Writes a row. */
    public void insert(String table, Record row) {
        List<String> columns = new ArrayList<>();
        List<Object> values = new ArrayList<>();
        for (RecordComponent component : row.getClass().getRecordComponents()) {
            String column = column(component);
            boolean derived =
                    (row instanceof JournalRow && column.equals("follows"))
                            || (row instanceof OrderRow
                                    && column.equals("day")
                                    && table.equals("orders"));
            if (!derived) {
                columns.add(column);
                values.add(value(row, component));
            }
        }
        String marks = columns.stream().map(column -> "?").collect(Collectors.joining(", "));
        session.execute(
                SimpleStatement.newInstance(
                        "INSERT INTO "
                                + keyspace
                                + '.'
                                + table
                                + " ("
                                + String.join(", ", columns)
                                + ") VALUES ("
                                + marks
                                + ")",
                        values.toArray()));
    }

    /** Deletes the row with the same values in these columns. */
    public void delete(String table, Record row, String... key) {
        List<Object> values = new ArrayList<>();
        for (String column : key) {
            for (RecordComponent component : row.getClass().getRecordComponents()) {
                if (column(component).equals(column)) {
                    values.add(value(row, component));
                }
            }
        }
        session.execute(
                SimpleStatement.newInstance(
                        "DELETE FROM "
                                + keyspace
                                + '.'
                                + table
                                + " WHERE "
                                + String.join(" = ? AND ", key)
                                + " = ?",
                        values.toArray()));
    }

    private static String column(RecordComponent component) {
        return component.getName().replaceAll("([A-Z])", "_$1").toLowerCase(Locale.ROOT);
    }

    private static Object value(Record row, RecordComponent component) {
        Object value = Records.get(row, component.getName());
        return TINY.contains(column(component)) ? ((Number) value).byteValue() : value;
    }
}
