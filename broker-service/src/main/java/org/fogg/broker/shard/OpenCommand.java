package org.fogg.broker.shard;

import org.fogg.broker.command.Command;

/**
 * A command the engine has, but has not answered yet.
 *
 * @param place its place in the partition
 */
record OpenCommand(Command.Origin origin, CommandMarks.Open place) {}
