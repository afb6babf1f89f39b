package org.fogg.broker.home;

import com.datastax.oss.driver.api.core.CqlSession;
import com.datastax.oss.driver.api.core.config.DriverExecutionProfile;
import com.datastax.oss.driver.api.core.context.DriverContext;
import com.datastax.oss.driver.api.core.loadbalancing.LoadBalancingPolicy;
import com.datastax.oss.driver.api.core.loadbalancing.NodeDistance;
import com.datastax.oss.driver.api.core.metadata.Node;
import com.datastax.oss.driver.api.core.session.Request;
import com.datastax.oss.driver.api.core.session.Session;
import java.util.Map;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;

/**
 * Sends requests to the nodes of the home, wherever that is now. Each data centre has a driver
 * profile of its name, whose policy knows its nodes; a request under that profile goes there.
 * Thread-safe.
 */
public final class HomePolicy implements LoadBalancingPolicy {

    private final DriverContext context;
    private volatile String home = "";

    /** For the driver, which makes it by name. */
    public HomePolicy(DriverContext context, String profileName) {
        this.context = context;
    }

    /** The policy of a session that was built with it. */
    static HomePolicy of(CqlSession session) {
        return (HomePolicy)
                session.getContext().getLoadBalancingPolicy(DriverExecutionProfile.DEFAULT_NAME);
    }

    /** Requests go to this data centre from now on. */
    void home(String dc) {
        home = dc;
    }

    @Override
    public Queue<Node> newQueryPlan(Request request, Session session) {
        return home.isEmpty()
                ? new ConcurrentLinkedQueue<>()
                : context.getLoadBalancingPolicy(home).newQueryPlan(request, session);
    }

    @Override
    public void init(Map<UUID, Node> nodes, DistanceReporter reporter) {
        // The nearest of all policies counts, and the data centres' own say what is near.
        nodes.values().forEach(node -> reporter.setDistance(node, NodeDistance.IGNORED));
    }

    @Override
    public void onAdd(Node node) {
        // The data centres' own policies see to it.
    }

    @Override
    public void onUp(Node node) {
        // The data centres' own policies see to it.
    }

    @Override
    public void onDown(Node node) {
        // The data centres' own policies see to it.
    }

    @Override
    public void onRemove(Node node) {
        // The data centres' own policies see to it.
    }

    @Override
    public void close() {
        // It has nothing.
    }
}
