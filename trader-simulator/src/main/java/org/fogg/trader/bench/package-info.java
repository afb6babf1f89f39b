/**
 * The load generator: open-loop load on a running world, with the bare floor measured in the same
 * run. {@link org.fogg.trader.bench.Bench} is where it begins.
 */
@NullMarked
package org.fogg.trader.bench;

import org.jspecify.annotations.NullMarked;
