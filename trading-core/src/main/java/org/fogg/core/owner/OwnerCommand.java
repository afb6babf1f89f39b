package org.fogg.core.owner;

import org.fogg.core.engine.ShardEngine;

/** Gives a command to the engine. */
@FunctionalInterface
public interface OwnerCommand {

    /** Calls exactly one of the engine's commands, with this token. */
    void give(ShardEngine engine, long token, long now);
}
