package org.fogg.audit.life;

import java.util.function.Consumer;

/** Where published order events are read from. Each call reads afresh. */
@FunctionalInterface
public interface EventSource {

    /** Every order event of a georegion that is still kept. */
    void events(String georegion, Consumer<EventRecord> reader);
}
