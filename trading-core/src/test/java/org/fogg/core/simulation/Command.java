package org.fogg.core.simulation;

import java.util.function.Consumer;
import org.fogg.core.owner.Answer;
import org.fogg.core.owner.OwnerCommand;

/**
 * A command in a shard's topic.
 *
 * @param stockId the stock of an order; 0 for other commands
 * @param client hears the answer, perhaps more than once, perhaps never
 */
record Command(int stockId, OwnerCommand input, Consumer<Answer<Command>> client) {

    void answered(Answer<Command> answer) {
        client.accept(answer);
    }
}
