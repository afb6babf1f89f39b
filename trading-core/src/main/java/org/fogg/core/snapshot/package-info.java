/** A shard's state as values, so that it can be kept and restored without its whole journal. */
@NullMarked
package org.fogg.core.snapshot;

import org.jspecify.annotations.NullMarked;
