/** The way of a command to the shard that decides on it, and of its answer back. */
@NullMarked
package org.fogg.broker.command;

import org.jspecify.annotations.NullMarked;
