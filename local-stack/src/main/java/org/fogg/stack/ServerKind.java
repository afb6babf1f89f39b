package org.fogg.stack;

/** The servers that a stack is made of. */
public enum ServerKind {
    /** Apache Cassandra: journals and tables. */
    CASSANDRA("Cassandra", "cassandra"),
    /** Apache Kafka: tickers, commands, events. */
    KAFKA("Kafka", "kafka"),
    /** Elasticsearch: what analytics searches. */
    ELASTICSEARCH("Elasticsearch", "elasticsearch");

    private final String title;
    private final String id;

    ServerKind(String title, String id) {
        this.title = title;
        this.id = id;
    }

    /** Its name for people. */
    public String title() {
        return title;
    }

    /** Its name in paths and settings: lower-case letters only. */
    public String id() {
        return id;
    }

    /** The environment variable that people set to move its client port. */
    public String portSetting() {
        return "FOGG_" + name() + "_PORT";
    }

    /** The environment variable that people set to change its heap, in MiB. */
    public String heapSetting() {
        return "FOGG_" + name() + "_HEAP";
    }
}
