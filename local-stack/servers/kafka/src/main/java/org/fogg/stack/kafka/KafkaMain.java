package org.fogg.stack.kafka;

import kafka.Kafka;
import kafka.tools.StorageTool;

/**
 * Formats the log folder where that has not been done, then runs the broker, in one process: a
 * process of its own for the formatting would add a second to every first start.
 */
public final class KafkaMain {
    private KafkaMain() {}

    /**
     * Runs until the broker is told to stop.
     *
     * @param args the cluster's id (22 characters of base64) and the path of server.properties
     */
    public static void main(String[] args) {
        String clusterId = args[0];
        String config = args[1];
        String[] format = {"format", "--ignore-formatted", "-t", clusterId, "-c", config};
        int failed = StorageTool.execute(format, System.out);
        if (failed != 0) {
            System.exit(failed);
        }
        Kafka.main(new String[] {config});
    }
}
