/** The journal of a shard: its entries, their binary form, and where they are kept. */
@NullMarked
package org.fogg.broker.journal;

import org.jspecify.annotations.NullMarked;
