/**
 * What is measured: latencies, what became of orders, tick-to-trade, and the environment of it all.
 */
@NullMarked
package org.fogg.trader.bench.measure;

import org.jspecify.annotations.NullMarked;
