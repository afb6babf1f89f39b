package org.fogg.core.simulation;

import java.util.function.Consumer;
import org.fogg.core.engine.CommandResult;
import org.fogg.core.owner.OwnerCommand;

/**
 * A command in a shard's topic.
 *
 * @param stockId the stock of an order; 0 for other commands
 * @param client hears the answer, perhaps more than once, perhaps never
 */
record Command(int stockId, OwnerCommand input, Consumer<CommandResult> client) {

    void answered(CommandResult result) {
        client.accept(result);
    }
}
