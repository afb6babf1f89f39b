/** Sends operations at their planned times, whatever the brokers do, and takes their answers. */
@NullMarked
package org.fogg.trader.bench.load;

import org.jspecify.annotations.NullMarked;
