package org.fogg.broker.shard;

import org.fogg.broker.command.Command;
import org.fogg.core.order.OrderTerms;
import org.fogg.core.owner.OwnerCommand;
import org.fogg.core.owner.ShardOwner;

/** Which of the engine's commands each command is. */
final class Commands {

    private Commands() {}

    static void give(ShardOwner<Command.Origin> owner, long offset, Command command, long now) {
        owner.onCommand(offset, stockId(command), command.origin(), of(command), now);
    }

    private static int stockId(Command command) {
        OrderTerms order = null;
        if (command instanceof Command.PlaceOrder place) {
            order = place.terms();
        } else if (command instanceof Command.ApplyTransfer apply) {
            order = apply.request().terms().order();
        }
        return order == null ? 0 : order.stockId();
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
        return ofTransfer(command);
    }

    private static OwnerCommand ofTransfer(Command command) {
        if (command instanceof Command.SendTransfer c) {
            return (engine, token, now) -> engine.transfer(token, c.terms(), now);
        } else if (command instanceof Command.ApplyTransfer c) {
            return (engine, token, now) -> engine.apply(token, c.sender(), c.request(), now);
        } else if (command instanceof Command.BarTransfer c) {
            return (engine, token, now) -> engine.bar(token, c.sender(), c.request(), now);
        } else if (command instanceof Command.CancelTransfer c) {
            return (engine, token, now) ->
                    engine.cancelTransfer(token, c.traderId(), c.transferId(), now);
        }
        throw new IllegalArgumentException("No rule for " + command.getClass());
    }
}
