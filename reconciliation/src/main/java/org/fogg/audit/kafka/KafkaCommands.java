package org.fogg.audit.kafka;

import java.util.Map;
import org.fogg.contracts.Topics;

/** The topic orders, of which only the ends matter. Not thread-safe. */
public final class KafkaCommands {

    private final TopicReader topics;

    /** Reads with this reader, which its owner closes. */
    public KafkaCommands(TopicReader topics) {
        this.topics = topics;
    }

    /** The offset after each shard's last command. */
    public Map<Integer, Long> ends(String georegion, int shards) {
        return topics.ends(Topics.orders(georegion, shards).name());
    }
}
