/**
 * A trading client: asynchronous HTTP, the broker's REST shapes as far as the load generator reads
 * them, and the record of every request that may change state.
 */
@NullMarked
package org.fogg.trader.bench.client;

import org.jspecify.annotations.NullMarked;
