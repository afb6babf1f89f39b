/**
 * The bare floor: the same hops as an order's, one after the other with nothing between them, on
 * the same servers and with the same client libraries, measured between the windows of load.
 */
@NullMarked
package org.fogg.trader.bench.floor;

import org.jspecify.annotations.NullMarked;
