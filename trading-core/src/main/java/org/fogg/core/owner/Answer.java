package org.fogg.core.owner;

import org.fogg.core.engine.CommandResult;
import org.fogg.core.funding.TransferOutcome;

/**
 * An answer that may leave.
 *
 * @param origin what the command came with
 * @param transfer how the transfer ended that the command is about; unknown for all other commands,
 *     and when it has not ended
 */
public record Answer<C>(C origin, CommandResult result, TransferOutcome transfer) {}
