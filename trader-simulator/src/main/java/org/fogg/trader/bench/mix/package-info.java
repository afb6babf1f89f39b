/** What simulated traders do and when: the workloads, and how a trader chooses an order. */
@NullMarked
package org.fogg.trader.bench.mix;

import org.jspecify.annotations.NullMarked;
