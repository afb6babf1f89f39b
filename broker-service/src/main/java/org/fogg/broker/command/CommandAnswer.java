package org.fogg.broker.command;

import java.util.UUID;
import org.fogg.core.funding.TransferOutcome;
import org.fogg.core.order.OrderSnapshot;
import org.fogg.core.order.Reason;
import org.jspecify.annotations.Nullable;

/**
 * The shard's durable answer to a command.
 *
 * @param commandId the command's id
 * @param reason {@link Reason#NONE} when done, else why not
 * @param requested what the rule compared, where the reason has an amount (money in 1/10,000,
 *     shares, basis points or a count); else 0
 * @param available what there was, or the limit; else 0
 * @param order the order as it was then, where the command was about one that exists
 * @param sequence journal sequence that was durable with this answer
 * @param transfer how the transfer ended that the command is about; unknown while it has not, and
 *     for all other commands. The reason never tells it: an order may be refused whose money came
 */
public record CommandAnswer(
        UUID commandId,
        Reason reason,
        long requested,
        long available,
        @Nullable OrderSnapshot order,
        long sequence,
        TransferOutcome transfer) {

    /** An answer that tells of no transfer's end. */
    public CommandAnswer(
            UUID commandId,
            Reason reason,
            long requested,
            long available,
            @Nullable OrderSnapshot order,
            long sequence) {
        this(commandId, reason, requested, available, order, sequence, TransferOutcome.UNKNOWN);
    }
}
