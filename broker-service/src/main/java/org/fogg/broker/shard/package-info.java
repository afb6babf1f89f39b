/** The execution agent: the one thread that owns this instance's shards, and all it needs. */
@NullMarked
package org.fogg.broker.shard;

import org.jspecify.annotations.NullMarked;
