package org.fogg.broker.shard;

import java.util.List;
import java.util.Map;

/**
 * How the agent stands.
 *
 * @param ready shards that take commands
 * @param waiting what each of the other shards waits for
 * @param openOrders over all shards
 * @param queueDepth inputs that wait
 */
record AgentView(
        List<Integer> ready, Map<Integer, String> waiting, int openOrders, int queueDepth) {

    /** Before the agent has run. */
    static final AgentView NONE = new AgentView(List.of(), Map.of(), 0, 0);
}
