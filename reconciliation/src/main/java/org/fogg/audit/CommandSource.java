package org.fogg.audit;

import java.util.Map;

/** How many commands were sent to a georegion's shards. Each call reads afresh. */
interface CommandSource {

    /** The offset after each shard's last command; nothing for a shard without a topic. */
    Map<Integer, Long> ends(String georegion, int shards);
}
