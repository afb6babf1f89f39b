/**
 * Snapshots of shards: their bytes, where they are kept, who makes them and who begins with one.
 */
@NullMarked
package org.fogg.broker.snapshot;

import org.jspecify.annotations.NullMarked;
