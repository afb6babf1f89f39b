package org.fogg.core.owner;

import org.fogg.core.engine.CommandResult;
import org.fogg.core.funding.TransferOutcome;

/**
 * An answer that may leave.
 *
 * @param origin what the command came with
 * @param transfer what the sender of a transfer is told; unknown for all other commands, and when
 *     nothing was decided about it
 */
public record Answer<C>(C origin, CommandResult result, TransferOutcome transfer) {}
