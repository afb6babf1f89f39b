package org.fogg.broker.shard;

import org.fogg.broker.command.Command;
import org.fogg.core.owner.OwnerCommand;
import org.fogg.core.owner.ShardOwner;

/** Which of the engine's commands each command is. */
final class Commands {

    private Commands() {}

    static void give(ShardOwner<Command.Origin> owner, long offset, Command command, long now) {
        int stockId = command instanceof Command.PlaceOrder place ? place.terms().stockId() : 0;
        owner.onCommand(offset, stockId, command.origin(), of(command), now);
    }

    private static OwnerCommand of(Command command) {
        if (command instanceof Command.PlaceOrder c) {
            return (engine, token, now) -> engine.place(token, c.terms(), now);
        } else if (command instanceof Command.CancelOrder c) {
            return (engine, token, now) -> engine.cancel(token, c.traderId(), c.orderId(), now);
        } else if (command instanceof Command.ReplaceOrder c) {
            return (engine, token, now) -> engine.replace(token, c.terms(), now);
        } else if (command instanceof Command.OpenAccount c) {
            return (engine, token, now) ->
                    engine.openAccount(token, c.origin().commandId(), c.traderId(), c.cash(), now);
        } else if (command instanceof Command.Deposit c) {
            return (engine, token, now) ->
                    engine.deposit(token, c.origin().commandId(), c.traderId(), c.amount(), now);
        } else if (command instanceof Command.SetHalt c) {
            return (engine, token, now) -> engine.halt(token, c.traderId(), c.halted(), now);
        }
        throw new IllegalArgumentException("No rule for " + command.getClass());
    }
}
