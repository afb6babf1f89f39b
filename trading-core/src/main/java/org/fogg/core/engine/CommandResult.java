package org.fogg.core.engine;

import org.fogg.core.order.OrderSnapshot;
import org.fogg.core.order.Reason;
import org.jspecify.annotations.Nullable;

/**
 * The answer to a command.
 *
 * @param reason {@link Reason#NONE} when done, else why not
 * @param requested what the rule compared, where the reason has an amount (money in 1/10,000,
 *     shares, basis points or a count); else 0
 * @param available what there was, or the limit; else 0
 * @param order the order as it is now, where the command was about one that exists
 */
public record CommandResult(
        Reason reason, long requested, long available, @Nullable OrderSnapshot order) {

    /** Done, without an order to show. */
    public static final CommandResult DONE = new CommandResult(Reason.NONE, 0, 0, null);

    /** Done, with the order as it is now. */
    public static CommandResult done(OrderSnapshot order) {
        return new CommandResult(Reason.NONE, 0, 0, order);
    }

    /** Refused, without amounts. */
    public static CommandResult refused(Reason reason) {
        return new CommandResult(reason, 0, 0, null);
    }

    /** Refused, with what the rule compared. */
    public static CommandResult refused(Reason reason, long requested, long available) {
        return new CommandResult(reason, requested, available, null);
    }

    /** Refused, with the order as it is now. */
    public static CommandResult refused(Reason reason, OrderSnapshot order) {
        return new CommandResult(reason, 0, 0, order);
    }

    static @Nullable CommandResult refusedIf(boolean broken, Reason reason) {
        return broken ? refused(reason) : null;
    }
}
