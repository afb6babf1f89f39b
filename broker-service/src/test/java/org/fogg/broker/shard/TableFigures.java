package org.fogg.broker.shard;

import com.datastax.oss.driver.api.core.CqlSession;
import com.datastax.oss.driver.api.core.cql.Row;
import java.io.IOException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.management.Attribute;
import javax.management.JMException;
import javax.management.MBeanServerConnection;
import javax.management.ObjectName;
import javax.management.remote.JMXConnector;
import javax.management.remote.JMXConnectorFactory;
import javax.management.remote.JMXServiceURL;

/** What a Cassandra node says of its tables. */
final class TableFigures implements AutoCloseable {

    private static final String STORAGE = "org.apache.cassandra.db:type=StorageService";
    private static final Pattern READ =
            Pattern.compile("Read (\\d+) live rows and (\\d+) tombstone cells.*");
    private static final long TRACES_SETTLE_NS = TimeUnit.SECONDS.toNanos(5);

    private final JMXConnector connector;
    private final MBeanServerConnection server;

    /** What the reads of a piece of work met, and how many there were. */
    record Reads(long reads, long live, long tombstones) {}

    TableFigures(int jmxPort) throws IOException {
        String url = "service:jmx:rmi:///jndi/rmi://127.0.0.1:" + jmxPort + "/jmxrmi";
        connector = JMXConnectorFactory.connect(new JMXServiceURL(url));
        server = connector.getMBeanServerConnection();
    }

    /** A gauge of a table. */
    long gauge(String keyspace, String table, String name) throws JMException, IOException {
        return number(keyspace, table, name, "Value");
    }

    /** A counter of a table. */
    long count(String keyspace, String table, String name) throws JMException, IOException {
        return number(keyspace, table, name, "Count");
    }

    private long number(String keyspace, String table, String name, String attribute)
            throws JMException, IOException {
        var metric =
                new ObjectName(
                        "org.apache.cassandra.metrics:type=Table,keyspace=%s,scope=%s,name=%s"
                                .formatted(keyspace, table, name));
        return ((Number) server.getAttribute(metric, attribute)).longValue();
    }

    /** Writes what is in memory to files. */
    void flush(String keyspace) throws JMException, IOException {
        storage(
                "forceKeyspaceFlush",
                new Object[] {keyspace, new String[0]},
                "java.lang.String",
                "[Ljava.lang.String;");
    }

    /** Makes one file of each table's. */
    void compact(String keyspace) throws JMException, IOException {
        storage(
                "forceKeyspaceCompaction",
                new Object[] {false, keyspace, new String[0]},
                "boolean",
                "java.lang.String",
                "[Ljava.lang.String;");
    }

    private void storage(String operation, Object[] arguments, String... signature)
            throws JMException, IOException {
        var service = new ObjectName(STORAGE);
        server.invoke(service, operation, arguments, signature);
    }

    /** What all reads meet that come of a piece of work, told by the node's own trace. */
    Reads traced(CqlSession session, Runnable work) throws JMException, IOException {
        session.execute("TRUNCATE system_traces.events");
        trace(1);
        try {
            work.run();
        } finally {
            trace(0);
        }
        LockSupport.parkNanos(TRACES_SETTLE_NS);
        long reads = 0;
        long live = 0;
        long tombstones = 0;
        for (Row row : session.execute("SELECT activity FROM system_traces.events")) {
            Matcher read = READ.matcher(String.valueOf(row.getString(0)));
            if (read.matches()) {
                reads++;
                live += Long.parseLong(read.group(1));
                tombstones += Long.parseLong(read.group(2));
            }
        }
        return new Reads(reads, live, tombstones);
    }

    private void trace(double share) throws JMException, IOException {
        var service = new ObjectName(STORAGE);
        server.setAttribute(service, new Attribute("TraceProbability", share));
    }

    @Override
    public void close() throws IOException {
        connector.close();
    }
}
