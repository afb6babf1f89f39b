package org.fogg.stack;

import java.io.IOException;
import java.util.Arrays;
import javax.management.JMException;
import javax.management.MBeanServerConnection;
import javax.management.ObjectName;
import javax.management.remote.JMXConnector;
import javax.management.remote.JMXConnectorFactory;
import javax.management.remote.JMXServiceURL;
import org.fogg.stack.StackException.Problem;
import org.jspecify.annotations.Nullable;

/** What an operator does to a Cassandra node with nodetool, over the same way (JMX). */
public final class CassandraControl {

    private static final String SERVICE = "org.apache.cassandra.db:type=StorageService";

    private final String name;
    private final int port;

    CassandraControl(String name, int port) {
        this.name = name;
        this.port = port;
    }

    /** Writes everything out, after which the node takes no requests until it is started again. */
    public void drain() {
        invoke("drain");
    }

    /**
     * Copies a keyspace's data to the node from another data centre; returns when it has all of it.
     */
    public void rebuild(String keyspace, String sourceDc) {
        invoke("rebuild", sourceDc, keyspace, null, null);
    }

    // On loopback, to a process that this library started.
    @SuppressWarnings("BanJNDI")
    private void invoke(String operation, @Nullable String... arguments) {
        String[] types = new String[arguments.length];
        Arrays.fill(types, String.class.getName());
        String url = "service:jmx:rmi:///jndi/rmi://127.0.0.1:" + port + "/jmxrmi";
        try (JMXConnector connector = JMXConnectorFactory.connect(new JMXServiceURL(url))) {
            MBeanServerConnection server = connector.getMBeanServerConnection();
            server.invoke(new ObjectName(SERVICE), operation, arguments, types);
        } catch (IOException | JMException e) {
            throw new StackException(
                    Problem.BROKEN, name + " could not " + operation + ": " + e.getMessage(), e);
        }
    }
}
