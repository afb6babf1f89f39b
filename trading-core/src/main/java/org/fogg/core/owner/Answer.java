package org.fogg.core.owner;

import org.fogg.core.engine.CommandResult;

/**
 * An answer that may leave.
 *
 * @param origin what the command came with
 */
public record Answer<C>(C origin, CommandResult result) {}
